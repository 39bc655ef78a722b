#pragma once

#include <cstdint>
#include <string>

namespace dutylist::spreadsheet {

enum class Horizontal : std::uint8_t { general, left, center, right };
enum class Vertical : std::uint8_t { top, center, bottom };

// A colour as 0xRRGGBB.
using Color = std::uint32_t;
inline constexpr Color no_color = 0xFFFFFFFF;

// How a cell looks. A value: two equal settings are one format in the file.
struct CellFormat {
    std::string font{};  // empty: the workbook's default
    double size = 0;     // points; 0: the workbook's default
    bool bold = false;
    bool italic = false;
    bool strike_through = false;
    bool underline = false;
    Color color = no_color;       // of the text; no_color: the application's own
    Color background = no_color;  // no_color: none
    Horizontal horizontal = Horizontal::general;
    Vertical vertical = Vertical::center;
    bool wrap = false;            // break lines in the cell
    bool border = false;          // a thin line on all four sides
    int indent = 0;               // in Excel's steps of about one character
    bool locked = true;           // takes effect once the sheet is protected
    std::string number_format{};  // "0.0%", "#,##0"; empty: General

    friend bool operator==(const CellFormat&, const CellFormat&) = default;
};

}  // namespace dutylist::spreadsheet
