#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

// The cells of a written workbook, read back so that a bare loop can write the same ones.

namespace dutylist::bench {

struct WrittenFormat {
    std::string font{};
    double size = 11;
    bool border = false;
    bool wrap = false;
    std::string horizontal{}, vertical{}, number_format{};
    std::uint32_t background = 0;  // 0: none
};

struct WrittenCell {
    enum class Kind : std::uint8_t { blank, text, number, formula };
    std::uint16_t column = 0;
    std::uint16_t format = 0;
    Kind kind = Kind::blank;
    double value = 0;
    std::string text{};  // of a formula: its expression
};

struct WrittenRow {
    std::uint32_t row = 0;
    double height = 0;
    std::vector<WrittenCell> cells{};
};

struct WrittenColumns {
    std::uint16_t first = 0, last = 0;
    double width = 0;
};

struct WrittenSheet {
    std::vector<WrittenColumns> columns{};
    std::vector<WrittenRow> rows{};
};

struct WrittenWorkbook {
    std::vector<WrittenFormat> formats{};
    std::vector<WrittenSheet> sheets{};
};

// Reads what this project writes with shared strings; nothing else.
WrittenWorkbook read_written_workbook(const std::filesystem::path& file);

}  // namespace dutylist::bench
