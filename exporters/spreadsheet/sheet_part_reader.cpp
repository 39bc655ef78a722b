#include "exporters/spreadsheet/sheet_part_reader.h"

#include <array>
#include <charconv>
#include <utility>

#include "pipeline/io/checksum.h"

namespace dutylist::spreadsheet {
namespace {

template <typename Number>
bool read_number(std::string_view text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

// Elements of which there are as many as settings of the sheet.
constexpr std::array<std::pair<std::string_view, std::uint64_t SheetContent::*>, 8> counted{{
    {"row", &SheetContent::rows},
    {"mergeCell", &SheetContent::merged},
    {"hyperlink", &SheetContent::links},
    {"dataValidation", &SheetContent::drop_downs},
    {"cfRule", &SheetContent::coloured},
    {"brk", &SheetContent::page_breaks},
    {"autoFilter", &SheetContent::filters},
    {"sheetProtection", &SheetContent::protections},
}};

}  // namespace

void SharedStringReader::element(std::string_view name, Attributes attributes) {
    if (name == "si") text_.clear();
    if (name == "t") in_text_ = true;
    if (name == "sst") uses_ = number(attributes, "count");
}

void SharedStringReader::text(std::string_view markup) {
    if (in_text_) require(append_unescaped(text_, markup));
}

void SharedStringReader::end(std::string_view name) {
    if (name == "t") in_text_ = false;
    if (name == "si") checksums_.push_back(checksum(0, text_));
}

void SheetPartReader::element(std::string_view name, Attributes attributes) {
    if (name == "c") {
        begin_cell(attributes);
    } else if (name == "v") {
        part_ = Part::value;
    } else if (name == "f") {
        part_ = Part::formula;
    } else if (name == "t") {
        part_ = Part::text;
    } else {
        if (name == "row") {
            const std::uint64_t before = std::exchange(row_number_, number(attributes, "r"));
            require(row_number_ > before);
        }
        for (const auto& [element, member] : counted)
            if (name == element) ++(content_.*member);
    }
}

void SheetPartReader::text(std::string_view markup) {
    if (part_ == Part::value) value_ += markup;
    if (part_ == Part::formula) require(append_unescaped(formula_, markup));
    if (part_ == Part::text) require(append_unescaped(text_, markup));
}

void SheetPartReader::end(std::string_view name) {
    if (name == "c") end_cell();
    part_ = Part::none;
}

// "B12".
void SheetPartReader::read_place(std::string_view reference) {
    std::uint32_t column = 0;
    std::size_t at = 0;
    for (; at < reference.size() && at < 3 && reference[at] >= 'A' && reference[at] <= 'Z'; ++at)
        column = column * 26 + static_cast<std::uint32_t>(reference[at] - 'A') + 1;
    std::uint32_t row = 0;
    require(column > 0 && read_number(reference.substr(at), row) && row == row_number_);
    row_ = row - 1;
    column_ = static_cast<std::uint16_t>(column - 1);
}

void SheetPartReader::begin_cell(Attributes attributes) {
    type_.clear();
    value_.clear();
    formula_.clear();
    text_.clear();
    for (const auto& [name, value] : attributes) {
        if (name == "r") read_place(value);
        if (name == "t") type_ = value;
        if (name == "s") {
            std::uint64_t style = 0;
            require(read_number(value, style));
            highest_style_ = std::max(highest_style_, style);
        }
    }
}

void SheetPartReader::end_cell() {
    double value = 0;
    if (type_ == "s") {
        std::size_t index = 0;
        const bool known = read_number(value_, index) && index < strings_.size();
        require(known);
        if (known) content_.cells.text(row_, column_, strings_[index]);
    } else if (type_ == "inlineStr") {
        content_.cells.text(row_, column_, text_);
    } else if (!type_.empty()) {
        require(false);
    } else if (value_.empty() && formula_.empty()) {
        content_.cells.blank(row_, column_);
    } else {
        require(read_number(value_, value));
        if (formula_.empty()) {
            content_.cells.number(row_, column_, value);
        } else {
            content_.cells.formula(row_, column_, formula_, value);
        }
    }
}

}  // namespace dutylist::spreadsheet
