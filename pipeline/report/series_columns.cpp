#include "pipeline/report/series_columns.h"

#include <algorithm>

#include "pipeline/report/ratios.h"

namespace dutylist {
namespace {

template <ListKind list>
Value of_list(const SeriesLine& line) {
    return line.stock.lists[static_cast<std::size_t>(list)];
}

template <ChangeKind kind>
Value of_kind(const SeriesLine& line) {
    if (!line.flows) return {};
    return line.flows->kinds[static_cast<std::size_t>(kind)];
}

template <std::int64_t SeriesMonth::*flow>
Value of_units(const SeriesLine& line) {
    if (!line.flows) return {};
    return line.flows->*flow;
}

std::int64_t increase(const SeriesLine& line) { return line.stock.closing() - line.opening; }

// The stock at the beginning of a year is that of December before, or where the archive lacks it
// that of January, which is then not compared with itself.
Value since_january(const SeriesLine& line) {
    if (line.summary) return {};
    const std::string& month = line.stock.month;
    const std::string year = month.substr(0, 4);
    const SeriesMonth* begin = find_month(line.all, std::to_string(std::stoi(year) - 1) + "-12");
    if (!begin && !month.ends_with("-01")) begin = find_month(line.all, year + "-01");
    return begin ? Value(line.stock.closing() - begin->closing()) : Value{};
}

}  // namespace

const SeriesMonth* find_month(const SeriesMonths& months, std::string_view month) {
    const auto found = std::find_if(months.begin(), months.end(),
                                    [&](const SeriesMonth& one) { return one.month == month; });
    return found == months.end() ? nullptr : &*found;
}

const ColumnsOf<SeriesLine>& series_columns() {
    using enum ColumnKind;
    static const ColumnsOf<SeriesLine> columns(
        "series",
        {{{.id = "month"}, [](const SeriesLine& line) -> Value { return line.month; }},
         {{.id = "month-name"}, [](const SeriesLine& line) -> Value { return line.name; }},
         {{.id = "units", .kind = count, .summed = false},
          [](const SeriesLine& line) -> Value { return line.stock.units; }},
         {{.id = "basic", .kind = count, .summed = false}, of_list<ListKind::basic>},
         {{.id = "cooperative", .kind = count, .summed = false}, of_list<ListKind::cooperative>},
         {{.id = "recalled", .kind = count, .summed = false}, of_list<ListKind::recalled>},
         {{.id = "opening", .kind = count, .needs_base = true, .summed = false},
          [](const SeriesLine& line) -> Value { return line.opening; }},
         {{.id = "added", .kind = count, .needs_base = true}, of_kind<ChangeKind::added>},
         {{.id = "removed", .kind = count, .needs_base = true}, of_kind<ChangeKind::removed>},
         {{.id = "entered", .kind = count, .needs_base = true}, of_units<&SeriesMonth::entered>},
         {{.id = "left", .kind = count, .needs_base = true}, of_units<&SeriesMonth::left>},
         {{.id = "closing",
           .kind = count,
           .summed = false,
           .is = {{{{"opening", 1}, {"added", 1}, {"removed", -1}, {"entered", 1}, {"left", -1}}},
                  {{{"opening", 1}, {"increase", 1}}},
                  {{{"basic", 1}, {"cooperative", 1}, {"recalled", 1}}}}},
          [](const SeriesLine& line) -> Value { return line.stock.closing(); }},
         {{.id = "increase", .kind = change, .needs_base = true, .summed = false},
          [](const SeriesLine& line) -> Value { return increase(line); }},
         {{.id = "growth", .kind = percent, .needs_base = true},
          [](const SeriesLine& line) { return ratio(increase(line), line.opening); }},
         {{.id = "since-january", .kind = change, .summed = false, .zero_is_shown = true},
          since_january},
         {{.id = "moved", .kind = count, .needs_base = true}, of_kind<ChangeKind::moved>},
         {{.id = "renamed", .kind = count, .needs_base = true}, of_kind<ChangeKind::renamed>},
         {{.id = "category", .kind = count, .needs_base = true}, of_kind<ChangeKind::category>},
         {{.id = "departments", .kind = count, .needs_base = true},
          of_kind<ChangeKind::departments>},
         {{.id = "modified", .kind = count, .needs_base = true}, of_kind<ChangeKind::modified>}});
    return columns;
}

}  // namespace dutylist
