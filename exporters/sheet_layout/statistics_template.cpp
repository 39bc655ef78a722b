#include "exporters/sheet_layout/statistics_template.h"

#include <algorithm>
#include <array>

#include "exporters/sheet_layout/template_values.h"

namespace dutylist {

using namespace template_values;

namespace {

CategoryStatisticsTemplate read_categories(const XmlElement& element) {
    element.allow_attributes({"sheet", "name", "title", "subtitle", "category-head",
                              "stacked-chart", "share-chart", "items-axis"});
    return {std::string(element.required("sheet")),
            std::string(element.required("name")),
            text_of(element, "title"),
            text_of(element, "subtitle"),
            text_of(element, "category-head"),
            text_of(element, "stacked-chart"),
            text_of(element, "share-chart"),
            text_of(element, "items-axis")};
}

DepartmentStatisticsTemplate read_departments(const XmlElement& element) {
    element.allow_attributes({"sheet", "name", "title", "subtitle", "rank-head", "department-head",
                              "cooperative-head", "sole-head", "joint-head", "recalled-head",
                              "points-head", "top", "top-chart", "items-axis", "note"});
    DepartmentStatisticsTemplate departments{std::string(element.required("sheet")),
                                             std::string(element.required("name")),
                                             text_of(element, "title"),
                                             text_of(element, "subtitle"),
                                             text_of(element, "rank-head"),
                                             text_of(element, "department-head"),
                                             text_of(element, "cooperative-head"),
                                             text_of(element, "sole-head"),
                                             text_of(element, "joint-head"),
                                             text_of(element, "recalled-head"),
                                             text_of(element, "points-head"),
                                             text_of(element, "top-chart"),
                                             text_of(element, "items-axis"),
                                             text_of(element, "note")};
    departments.top = static_cast<std::uint32_t>(number_within(element, "top", 15, 1, 200));
    return departments;
}

TotalsTemplate read_totals(const XmlElement& element) {
    element.allow_attributes(
        {"sheet", "title", "subtitle", "item-head", "unit-head", "value-head"});
    element.allow_children({"total"});
    TotalsTemplate totals{std::string(element.required("sheet")),
                          text_of(element, "title"),
                          text_of(element, "subtitle"),
                          text_of(element, "item-head"),
                          text_of(element, "unit-head"),
                          text_of(element, "value-head"),
                          {}};
    constexpr std::array<std::string_view, 10> names{
        "items",           "basic",        "cooperative",         "recalled",
        "categories",      "departments",  "department_mentions", "handovers",
        "superior_points", "shared_points"};
    for (const XmlElement& total : element.children("total")) {
        total.allow_attributes({"of", "text", "unit", "indent"});
        const auto found = std::find(names.begin(), names.end(), total.required("of"));
        if (found == names.end()) {
            total.fail_value("of",
                             "items, basic, cooperative, recalled, categories, departments, "
                             "department_mentions, handovers, superior_points, shared_points");
        }
        totals.totals.push_back({static_cast<TotalOf>(found - names.begin()),
                                 std::string(total.required("text")), text_of(total, "unit"),
                                 static_cast<int>(number_within(total, "indent", 0, 0, 9))});
    }
    return totals;
}

}  // namespace

StatisticsTemplate read_statistics_template(const XmlElement& element) {
    element.allow_attributes({"total-head", "absent", "share-head", "font", "chart-size",
                              "row-height", "list-basic", "list-cooperative", "list-recalled",
                              "color-basic", "color-cooperative", "color-recalled"});
    element.allow_children({"categories", "departments", "matrix", "totals"});
    StatisticsTemplate statistics;
    statistics.total_head = std::string(element.required("total-head"));
    statistics.absent = std::string(element.attribute("absent", "—"));
    statistics.share_head = std::string(element.required("share-head"));
    statistics.font = std::string(element.required("font"));
    statistics.chart_size = number_within(element, "chart-size", statistics.chart_size, 6, 24);
    statistics.row_height = number_within(element, "row-height", statistics.row_height, 0, 200);
    for (const ListKind kind : all_list_kinds) {
        const auto index = static_cast<std::size_t>(kind);
        const std::string name(to_string(kind));
        statistics.list_heads[index] = std::string(element.required("list-" + name));
        statistics.list_colors[index] = color_of(element, "color-" + name);
    }
    statistics.categories = read_categories(required_child(element, "categories"));
    statistics.departments = read_departments(required_child(element, "departments"));
    const XmlElement matrix = required_child(element, "matrix");
    matrix.allow_attributes({"sheet", "title", "subtitle", "corner-head"});
    statistics.matrix = {std::string(matrix.required("sheet")), text_of(matrix, "title"),
                         text_of(matrix, "subtitle"), text_of(matrix, "corner-head")};
    statistics.totals = read_totals(required_child(element, "totals"));
    return statistics;
}

}  // namespace dutylist
