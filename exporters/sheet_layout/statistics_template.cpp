#include "exporters/sheet_layout/statistics_template.h"

#include <algorithm>
#include <array>

#include "exporters/looks/looks.h"
#include "exporters/looks/number_settings.h"
#include "exporters/sheet_layout/template_values.h"

namespace dutylist {

using namespace template_values;

namespace {

// Widths in characters, as columns have them.
NumberSetting width(std::string_view attribute, double& value) {
    return {attribute, &value, 2, 250};
}

CategoryStatisticsTemplate read_categories(const TemplateElement& both) {
    const XmlElement& element = both.own();
    CategoryStatisticsTemplate categories;
    read_numbers(
        both,
        {width("name-width", categories.name_width), width("count-width", categories.count_width),
         width("charts-width", categories.charts_width)},
        {"sheet", "name", "title", "subtitle", "category-head", "stacked-chart", "share-chart",
         "items-axis"});
    categories.sheet = std::string(element.required("sheet"));
    categories.name = std::string(element.required("name"));
    categories.title = text_of(element, "title");
    categories.subtitle = text_of(element, "subtitle");
    categories.category_head = text_of(element, "category-head");
    categories.stacked_chart = text_of(element, "stacked-chart");
    categories.share_chart = text_of(element, "share-chart");
    categories.items_axis = text_of(element, "items-axis");
    return categories;
}

DepartmentStatisticsTemplate read_departments(const TemplateElement& both) {
    const XmlElement& element = both.own();
    DepartmentStatisticsTemplate departments;
    read_numbers(
        both,
        {width("rank-width", departments.rank_width), width("name-width", departments.name_width),
         width("count-width", departments.count_width),
         width("charts-width", departments.charts_width)},
        {"sheet", "name", "title", "subtitle", "rank-head", "department-head", "cooperative-head",
         "sole-head", "joint-head", "recalled-head", "points-head", "top", "top-chart",
         "items-axis", "note"});
    departments.sheet = std::string(element.required("sheet"));
    departments.name = std::string(element.required("name"));
    departments.title = text_of(element, "title");
    departments.subtitle = text_of(element, "subtitle");
    departments.rank_head = text_of(element, "rank-head");
    departments.department_head = text_of(element, "department-head");
    departments.cooperative_head = text_of(element, "cooperative-head");
    departments.sole_head = text_of(element, "sole-head");
    departments.joint_head = text_of(element, "joint-head");
    departments.recalled_head = text_of(element, "recalled-head");
    departments.points_head = text_of(element, "points-head");
    departments.top_chart = text_of(element, "top-chart");
    departments.items_axis = text_of(element, "items-axis");
    departments.note = text_of(element, "note");
    departments.top =
        static_cast<std::uint32_t>(number_within(element, "top", departments.top, 1, 200));
    return departments;
}

TownshipStatisticsTemplate read_townships(const TemplateElement& both) {
    const XmlElement& element = both.own();
    TownshipStatisticsTemplate townships;
    read_numbers(
        both,
        {width("name-width", townships.name_width), width("count-width", townships.count_width)},
        {"sheet", "title", "subtitle", "township-head", "cooperative-head", "recalled-head",
         "note"});
    townships.sheet = std::string(element.required("sheet"));
    townships.title = text_of(element, "title");
    townships.subtitle = text_of(element, "subtitle");
    townships.township_head = text_of(element, "township-head");
    townships.cooperative_head = text_of(element, "cooperative-head");
    townships.recalled_head = text_of(element, "recalled-head");
    townships.note = text_of(element, "note");
    return townships;
}

MatrixTemplate read_matrix(const TemplateElement& both) {
    const XmlElement& element = both.own();
    MatrixTemplate matrix;
    read_numbers(both,
                 {width("name-width", matrix.name_width), width("count-width", matrix.count_width)},
                 {"sheet", "title", "subtitle", "corner-head"});
    matrix.sheet = std::string(element.required("sheet"));
    matrix.title = text_of(element, "title");
    matrix.subtitle = text_of(element, "subtitle");
    matrix.corner_head = text_of(element, "corner-head");
    return matrix;
}

StatisticsChartsTemplate read_charts(const TemplateElement& element) {
    StatisticsChartsTemplate charts;
    read_numbers(element, {{"gap", &charts.gap, 14, 500},
                           {"offset", &charts.offset, 0, 500},
                           {"least-space", &charts.least_space, 50, 409},
                           {"below", &charts.below, 0, 40},
                           {"between", &charts.between, 0, 40},
                           {"bars-base", &charts.bars_base, 0, 1000},
                           {"bar", &charts.bar, 1, 200},
                           {"least-bars", &charts.least_bars, 0.05, 0.95},
                           {"most-bars", &charts.most_bars, 0.05, 0.95},
                           {"label-line", &charts.label_line, 1, 5},
                           {"least-label", &charts.least_label, 4, 72},
                           {"label-room", &charts.label_room, 0, 1000},
                           {"top-base", &charts.top_base, 0, 1000},
                           {"top-bar", &charts.top_bar, 1, 200},
                           {"least-top", &charts.least_top, 0.05, 1}});
    if (charts.most_bars < charts.least_bars) {
        element.with("most-bars").fail_value("most-bars", "≥ least-bars");
    }
    return charts;
}

TotalsTemplate read_totals(const TemplateElement& both) {
    const XmlElement& element = both.own();
    TotalsTemplate totals;
    read_numbers(both,
                 {width("item-width", totals.item_width), width("unit-width", totals.unit_width),
                  width("value-width", totals.value_width)},
                 {"sheet", "title", "subtitle", "item-head", "unit-head", "value-head"}, {"total"});
    totals.sheet = std::string(element.required("sheet"));
    totals.title = text_of(element, "title");
    totals.subtitle = text_of(element, "subtitle");
    totals.item_head = text_of(element, "item-head");
    totals.unit_head = text_of(element, "unit-head");
    totals.value_head = text_of(element, "value-head");
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

StatisticsTemplate read_statistics_template(const TemplateElement& both, const Looks& looks) {
    const XmlElement& element = both.own();
    StatisticsTemplate statistics;
    read_numbers(both,
                 {{"chart-size", &statistics.chart_size, 6, 24},
                  {"row-height", &statistics.row_height, 0, 200}},
                 {"total-head", "absent", "share-head", "font", "list-basic", "list-cooperative",
                  "list-recalled", "color-basic", "color-cooperative", "color-recalled"},
                 {"categories", "departments", "townships", "matrix", "totals", "charts"});
    statistics.total_head = std::string(element.required("total-head"));
    statistics.absent = std::string(element.attribute("absent", "—"));
    statistics.share_head = std::string(element.required("share-head"));
    statistics.font = looks.font(element, "font");
    for (const ListKind kind : all_list_kinds) {
        const auto index = static_cast<std::size_t>(kind);
        const std::string name(to_string(kind));
        statistics.list_heads[index] = std::string(element.required("list-" + name));
        statistics.list_colors[index] = color_of(element, "color-" + name, looks);
    }
    for (const char* child : {"categories", "departments", "matrix", "totals"}) {
        required_child(element, child);
    }
    statistics.categories = read_categories(both.child("categories"));
    statistics.departments = read_departments(both.child("departments"));
    statistics.townships = read_townships(both.child("townships"));
    statistics.matrix = read_matrix(both.child("matrix"));
    statistics.totals = read_totals(both.child("totals"));
    statistics.charts = read_charts(both.child("charts"));
    return statistics;
}

}  // namespace dutylist
