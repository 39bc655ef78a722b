#pragma once

#include <cstdint>
#include <optional>

namespace dutylist {
class TemplateStore;
}

namespace dutylist::pdf {

// Marks outside the page that show the printer where to cut. Lengths in pt.
struct CropMarks {
    double length = 0;
    double distance = 0;  // between the edge of the page and the mark
    double line_width = 0;
    // What the sheet grows by on every side.
    double margin() const { return length + distance; }
};

// Several pages on one side of a sheet. Lengths in pt.
struct Imposition {
    enum class Kind : std::uint8_t {
        saddle,  // folded once and stapled in the fold: pages in the order of the printed stack
        two_up,  // two pages side by side, in the order of reading
    };
    Kind kind = Kind::saddle;
    // The sheet; 0: as large as two pages side by side. Pages are scaled to fit, never enlarged.
    double sheet_width = 0;
    double sheet_height = 0;
    // How far each sheet inside another pushes its pages out, which moves them towards the fold;
    // about the thickness of the paper.
    double creep = 0;
    bool fold_marks = false;  // short dashes that show where to fold
};

struct PdfSettings {
    std::optional<CropMarks> crop_marks;
    std::optional<Imposition> imposition;
};

// The settings of a template's print.xml. Throws JobError with file and line for anything wrong.
PdfSettings read_print_settings(const TemplateStore& templates,
                                std::optional<Imposition::Kind> imposition = std::nullopt);

}  // namespace dutylist::pdf
