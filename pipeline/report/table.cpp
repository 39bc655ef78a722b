#include "pipeline/report/table.h"

#include <algorithm>
#include <array>

namespace dutylist {

std::string_view to_string(ColumnKind kind) {
    static constexpr std::array<std::string_view, 6> names{"text",    "count",  "change",
                                                           "percent", "points", "rank"};
    return names[static_cast<std::size_t>(kind)];
}

std::optional<std::size_t> ReportTable::column(std::string_view column_id) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].id == column_id) return i;
    }
    return {};
}

const ReportRow* ReportTable::row(std::string_view row_id) const {
    for (const ReportRow& candidate : rows) {
        if (candidate.id == row_id) return &candidate;
    }
    return nullptr;
}

const ReportRow* ReportTable::data_row(std::size_t n) const {
    for (const ReportRow& candidate : rows) {
        if (candidate.kind == RowKind::data && --n == 0) return &candidate;
    }
    return nullptr;
}

const Value* ReportTable::value(std::string_view row_id, std::string_view column_id) const {
    const ReportRow* found = row(row_id);
    const auto index = column(column_id);
    return found && index ? &found->values[*index] : nullptr;
}

std::vector<std::size_t> ReportTable::visible_columns() const {
    std::vector<std::size_t> visible;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool zero_hides = !columns[i].zero_is_shown;
        const bool nothing = std::all_of(rows.begin(), rows.end(), [&](const ReportRow& line) {
            const Value& value = line.values[i];
            const auto* text = std::get_if<std::string>(&value);
            return std::holds_alternative<std::monostate>(value) ||
                   (zero_hides && count_of(value) == 0) || (text && text->empty());
        });
        if (!columns[i].hide_when_zero || !nothing) visible.push_back(i);
    }
    return visible;
}

std::optional<std::int64_t> count_of(const Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number ? std::optional(*number) : std::nullopt;
}

}  // namespace dutylist
