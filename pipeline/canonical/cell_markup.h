#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/model/duty_list.h"

namespace dutylist {

// What canonical XML marks in a cell: an element around a stretch of its text.
enum class MarkupKind : std::uint8_t {
    department,  // Block
    section,
    clause,
    paragraph,
    label,     // of a section or clause; flag: restored
    restored,  // a restored stretch that is no label; flag: goes on from the one before it
    mention,   // Item::departments; flag: and others
    receiver,  // Handover::department
};

struct MarkupSpan {
    MarkupKind kind = MarkupKind::paragraph;
    TextSpan span;
    bool flag = false;
    friend bool operator==(const MarkupSpan&, const MarkupSpan&) = default;
};

std::string_view element_name(MarkupKind kind);                  // "clause"
std::string_view flag_name(MarkupKind kind);                     // "restored", or ""
bool markup_kind_from(std::string_view name, MarkupKind& kind);  // false: no such element

// The markup of one cell of an analysed item, outer before inner, in the order of the text. Spans
// nest; none is empty.
std::vector<MarkupSpan> cell_markup(const Item& item, const Column& column, std::size_t cell_index);

// The restored stretches that a cell's markup tells of.
std::vector<TextSpan> restored_spans(const std::vector<MarkupSpan>& markup);

}  // namespace dutylist
