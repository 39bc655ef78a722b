#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/compare/character_difference.h"

namespace dutylist {

// A computed value. `std::monostate` is "cannot be computed" (no base, or a base of zero) and is
// printed with the template's symbol. Segments are a text with what was removed and added in it.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, std::vector<Segment>>;

enum class ColumnKind : std::uint8_t {
    text,
    count,    // a number of items, mentions, points
    change,   // a difference of counts (增加): with its sign
    percent,  // a ratio (增长, 比重): 0.125 is 12.5 %
    points,   // a difference of ratios in percentage points (百分点): 1.5 is 1.5 points
    rank,     // 位次: equal values share a rank
};
std::string_view to_string(ColumnKind kind);

struct ReportColumn {
    std::string id;
    std::string title;
    ColumnKind kind = ColumnKind::text;
    double width = 1;  // relative
    // Left out of print where all its values are zero, empty or nothing.
    bool hide_when_zero = false;
    bool summed = true;          // counts in column_sums
    bool zero_is_shown = false;  // a zero is no reason to leave it out
};

enum class RowKind : std::uint8_t { data, subtotal, total };

struct ReportRow {
    std::string id;  // unique in its table
    RowKind kind = RowKind::data;
    std::vector<Value> values;
};

// In every row: the sum of the terms is the result. Rows in which one of them is nothing are
// passed over.
struct RowIdentity {
    std::string result;                              // column
    std::vector<std::pair<std::string, int>> terms;  // column and its sign
    std::string except_row{};                        // where it need not hold
};

// In every column of kind count or change that is summed: the row `total` is the sum of `parts`.
struct ColumnSum {
    std::string total;
    std::vector<std::string> parts;
};

struct ReportTable {
    std::string id;
    std::string title;
    std::string note;
    std::vector<ReportColumn> columns;
    std::vector<ReportRow> rows;
    std::vector<RowIdentity> row_identities;
    std::vector<ColumnSum> column_sums;

    std::optional<std::size_t> column(std::string_view column_id) const;
    const ReportRow* row(std::string_view row_id) const;
    // Of the n-th row of kind data, from 1.
    const ReportRow* data_row(std::size_t n) const;
    const Value* value(std::string_view row_id, std::string_view column_id) const;
    // Indices of the columns to print.
    std::vector<std::size_t> visible_columns() const;
};

// The value as a count; nothing for a text, a ratio or no value.
std::optional<std::int64_t> count_of(const Value& value);

}  // namespace dutylist
