#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/spreadsheet/part_reader.h"
#include "exporters/spreadsheet/workbook_content.h"

namespace dutylist::spreadsheet {

// xl/sharedStrings.xml: the texts that cells refer to by their place in it.
class SharedStringReader : public PartReader {
public:
    // Of each text.
    const std::vector<std::uint32_t>& checksums() const { return checksums_; }
    // How many cells have one of them, as the part says.
    std::uint64_t uses() const { return uses_; }

    void text(std::string_view markup) override;
    void end(std::string_view name) override;

private:
    void element(std::string_view name, Attributes attributes) override;

    std::vector<std::uint32_t> checksums_;
    std::uint64_t uses_ = 0;
    std::string text_;
    bool in_text_ = false;
};

// xl/worksheets/sheetN.xml.
class SheetPartReader : public PartReader {
public:
    // The strings must outlive the reader.
    explicit SheetPartReader(const std::vector<std::uint32_t>& strings) : strings_(strings) {}

    const SheetContent& content() const { return content_; }
    std::uint64_t highest_style() const { return highest_style_; }  // of its cells

    void text(std::string_view markup) override;
    void end(std::string_view name) override;

private:
    void element(std::string_view name, Attributes attributes) override;
    void count(std::string_view name);
    void begin_cell(Attributes attributes);
    void end_cell();
    void read_place(std::string_view reference);

    enum class Part : std::uint8_t { none, value, formula, text };

    const std::vector<std::uint32_t>& strings_;
    SheetContent content_;
    std::uint64_t highest_style_ = 0;
    std::uint64_t row_number_ = 0;  // of the row that is open
    // The cell that is open.
    std::uint32_t row_ = 0;
    std::uint16_t column_ = 0;
    std::string type_, value_, formula_, text_;
    Part part_ = Part::none;
};

}  // namespace dutylist::spreadsheet
