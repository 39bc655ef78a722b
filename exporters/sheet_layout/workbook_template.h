#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exporters/looks/chart_looks.h"
#include "exporters/sheet_layout/sheet_style.h"
#include "exporters/spreadsheet/cell_format.h"
#include "exporters/spreadsheet/sheet.h"
#include "pipeline/diagnostics/source_location.h"
#include "pipeline/model/duty_list.h"
#include "pipeline/statistics/statistics.h"

namespace dutylist {

class TemplateStore;
struct Document;

// templates/<name>/workbook.xml as values; templates/schemas/workbook.xsd and docs/workbook.md say
// what each means. Texts still hold their placeholders.

// Values for {unit}, {period} …
using PlaceholderValues = std::vector<std::pair<std::string_view, std::string>>;

struct WorkbookStyles {
    spreadsheet::CellFormat title, subtitle, head, body, total, group, link, note, paragraph,
        signature;
};

enum class Choice : std::uint8_t { none, category, department };

struct ColumnTemplate {
    CellRole role = CellRole::extra;
    std::string head{};
    double minimum = 0;             // characters of the default font
    std::optional<double> maximum;  // none: takes a share of what is left
    spreadsheet::Horizontal align = spreadsheet::Horizontal::left;
    Choice choose = Choice::none;
    bool input = false;   // stays open when the sheet is protected
    bool always = false;  // an extra column that is there even if the source has none
    bool omit = false;    // a category column that group rows stand for
};

struct ListTemplate {
    ListKind kind = ListKind::basic;
    std::string sheet{}, title{}, subtitle{}, name{};
    std::string department_sheet{};  // the sheet's name of a department's list
    bool landscape = false;
    bool signature = true;
    std::string group_row{};  // text of the row above each category's items; empty: none
    std::vector<ColumnTemplate> columns;
    ColumnTemplate other_columns;
};

struct ContentsTemplate {
    std::string sheet{}, title{}, subtitle{}, number_head{}, sheet_head{}, items_head{},
        contents_head{}, list_contents{};
    std::vector<std::uint32_t> widths{};  // pixels, of the four columns
    double row_space = 0;                 // points, that a row is higher than its texts
};

struct CategoryStatisticsTemplate {
    std::string sheet{}, name{}, title{}, subtitle{}, category_head{}, stacked_chart{},
        share_chart{}, items_axis{};
    double name_width = 0, count_width = 0, charts_width = 0;  // characters
};

struct DepartmentStatisticsTemplate {
    std::string sheet{}, name{}, title{}, subtitle{}, rank_head{}, department_head{},
        cooperative_head{}, sole_head{}, joint_head{}, recalled_head{}, points_head{}, top_chart{},
        items_axis{}, note{};
    std::uint32_t top = 15;
    double rank_width = 0, name_width = 0, count_width = 0, charts_width = 0;  // characters
};

struct TownshipStatisticsTemplate {
    std::string sheet{}, title{}, subtitle{}, township_head{}, cooperative_head{}, recalled_head{},
        note{};
    double name_width = 0, count_width = 0;  // characters
};

struct MatrixTemplate {
    std::string sheet{}, title{}, subtitle{}, corner_head{};
    double name_width = 0, count_width = 0;  // characters
};

enum class TotalOf : std::uint8_t {
    items,
    basic,
    cooperative,
    recalled,
    categories,
    departments,
    department_mentions,
    handovers,
    superior_points,
    shared_points
};

struct TotalTemplate {
    TotalOf of = TotalOf::items;
    std::string text{}, unit{};
    int indent = 0;  // in Excel's steps of about one character
};

struct TotalsTemplate {
    // Without a head of units there is no such column.
    std::string sheet{}, title{}, subtitle{}, item_head{}, unit_head{}, value_head{};
    std::vector<TotalTemplate> totals;
    double item_width = 0, unit_width = 0, value_width = 0;  // characters
};

// Where the charts of statistics stand beside their table. Points, where it does not say otherwise.
struct StatisticsChartsTemplate {
    double gap = 0, offset = 0;  // pixels: beside the table, below its heads
    double least_space = 0;      // beside a shorter table
    double below = 0;            // that stays free
    double between = 0;
    // Categories: bars take bars_base and bar for each, within these shares of the space.
    double bars_base = 0, bar = 0, least_bars = 0, most_bars = 0;
    // A label takes label_line of its size, which shrinks to least_label; the rest of a chart takes
    // label_room.
    double label_line = 0, least_label = 0, label_room = 0;
    // Departments: the same; the share is the least.
    double top_base = 0, top_bar = 0, least_top = 0;
};

struct StatisticsTemplate {
    std::string total_head{}, share_head{}, font{};
    std::string absent{};                     // for what a list without its column cannot say
    double chart_size = 0;                    // points
    double row_height = 0;                    // points, at least
    std::array<std::string, 3> list_heads{};  // by ListKind
    std::array<spreadsheet::Color, 3> list_colors{};
    CategoryStatisticsTemplate categories;
    DepartmentStatisticsTemplate departments;
    TownshipStatisticsTemplate townships;  // in place of it of a department's list
    MatrixTemplate matrix;
    TotalsTemplate totals;
    StatisticsChartsTemplate charts;
};

struct InstructionsTemplate {
    std::string sheet{}, title{};
    double width = 0;      // characters of the default font
    double row_space = 0;  // points, that a row is higher than its text
    std::vector<std::string> paragraphs;
};

struct WorkbookTemplate {
    std::string default_font;
    std::string property_title{}, property_subject{}, property_author{}, property_company{},
        property_keywords{}, property_comments{};
    RowRules rows;
    TitleRules titles;
    ChartLooks charts;
    WorkbookStyles styles;
    spreadsheet::PrintSetup page;  // landscape is each list's own
    bool protect = false;
    std::string password{};
    std::vector<spreadsheet::Color> category_colors;  // empty: not coloured
    ContentsTemplate contents;
    std::vector<ListTemplate> lists;
    std::vector<std::string> signature_fields;
    double above_signature = 0, signature_space = 0;  // points: above it, and that it is higher
    StatisticsTemplate statistics;
    InstructionsTemplate instructions;

    // The template of lists of this kind; every kind has one.
    const ListTemplate& list(ListKind kind) const;
};

// Throws JobError (xml_*, template_file_missing) at the place of a mistake.
WorkbookTemplate read_workbook_template(const TemplateStore& templates);

// {unit}, {township} (or the department), {county}, {title} and {period} of a document.
PlaceholderValues document_values(const Document& document);
std::string filled(std::string_view pattern, const PlaceholderValues& values);
spreadsheet::PrintSetup filled(spreadsheet::PrintSetup page, const PlaceholderValues& values);

}  // namespace dutylist
