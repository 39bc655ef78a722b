#include "exporters/report/report_pages_style.h"

#include "exporters/looks/looks.h"
#include "exporters/looks/number_settings.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_store.h"

namespace dutylist {
namespace {

using paged::not_negative;
using paged::positive;
using paged::text_size;

XmlElement required_child(const XmlElement& root, std::string_view name) {
    const XmlElement element = root.child(name);
    if (!element) {
        throw JobError(Code::xml_missing, root.place(), {"report-pages", std::string(name)});
    }
    element.allow_children({});
    return element;
}

ReportPagesStyle::Text read_text(const XmlElement& element) {
    return {text_size(element, "size"), positive(element, "leading")};
}

std::size_t read_count(const XmlElement& element, std::string_view attribute, double least) {
    const double value = element.required_number(attribute);
    if (!(value >= least && value <= 1000)) {
        element.fail_value(attribute, std::to_string(static_cast<int>(least)) + "–1000");
    }
    return static_cast<std::size_t>(value);
}

void read_texts(const XmlElement& root, ReportPagesStyle& style) {
    const XmlElement title = required_child(root, "title");
    title.allow_attributes({"size", "leading", "above", "below"});
    style.title = read_text(title);
    style.above_title = not_negative(title, "above");
    style.below_title = not_negative(title, "below");
    const XmlElement body = required_child(root, "body");
    body.allow_attributes({"size", "leading"});
    style.body = read_text(body);
    const XmlElement legend = required_child(root, "legend");
    legend.allow_attributes({"size", "leading", "title-size", "title-leading"});
    style.legend = read_text(legend);
    style.legend_title = {text_size(legend, "title-size"), positive(legend, "title-leading")};
}

void read_fields(const XmlElement& root, const TemplateElement& both, ReportPagesStyle& style) {
    const XmlElement fields = required_child(root, "fields");
    read_numbers(both,
                 {{"rule", &style.field_rule, 0, 20}, {"rule-drop", &style.field_drop, 0, 50}},
                 {"size", "leading", "head-width", "head-line", "unit-line", "unit-gap",
                  "unit-below", "foot-line", "foot-gap", "foot-above"});
    style.small = read_text(fields);
    style.head_width = positive(fields, "head-width");
    style.head = {not_negative(fields, "head-line"), 0};
    style.unit = {not_negative(fields, "unit-line"), not_negative(fields, "unit-gap")};
    style.below_unit = not_negative(fields, "unit-below");
    style.foot = {not_negative(fields, "foot-line"), not_negative(fields, "foot-gap")};
    style.above_foot = not_negative(fields, "foot-above");
}

void read_tables(const XmlElement& root, ReportPagesStyle& style) {
    const XmlElement wide = required_child(root, "wide-table");
    wide.allow_attributes({"more-columns-than", "size", "leading", "padding-side"});
    style.wide_table = style.pages.table;
    paged::override_table_style(wide, style.wide_table);
    style.many_columns = read_count(wide, "more-columns-than", 1);
    const XmlElement tables = required_child(root, "tables");
    tables.allow_attributes({"title-size", "title-leading", "note-size", "note-leading", "note-gap",
                             "between", "least-beginning", "most-columns", "least-justified"});
    style.table_title = {text_size(tables, "title-size"), positive(tables, "title-leading")};
    style.note = {text_size(tables, "note-size"), positive(tables, "note-leading")};
    style.note_gap = not_negative(tables, "note-gap");
    style.between_tables = not_negative(tables, "between");
    style.least_beginning = not_negative(tables, "least-beginning");
    style.most_columns = read_count(tables, "most-columns", 2);
    style.least_justified = not_negative(tables, "least-justified");
}

void read_charts(const XmlElement& root, const TemplateElement& both, const Looks& looks,
                 ReportPagesStyle& style) {
    const XmlElement charts = required_child(root, "charts");
    read_numbers(both, {{"text-size", &style.chart_text, 4, 200}},
                 {"plot-height", "above", "between", "title-size", "line-width", "rule-width",
                  "rule-color"});
    style.plot_height = positive(charts, "plot-height");
    style.above_charts = not_negative(charts, "above");
    style.between_charts = not_negative(charts, "between");
    style.chart_title = text_size(charts, "title-size");
    style.chart_line = positive(charts, "line-width");
    style.chart_rule = positive(charts, "rule-width");
    style.chart_rule_color = looks.color(charts, "rule-color");
}

}  // namespace

ReportPagesStyle read_report_pages_style(const TemplateStore& templates) {
    ReportPagesStyle style;
    style.pages = paged::read_page_style(templates);
    const Looks looks(templates);
    style.charts = read_chart_looks(templates, looks);
    const TemplateFile file(templates, "report_pages.xml");
    const TemplateElement both = file.root();
    const XmlElement& root = both.own();
    root.allow_attributes({});
    root.allow_children({"page", "page-number", "line-setting", "title", "body", "fields", "table",
                         "wide-table", "tables", "charts", "legend", "changes"});
    if (const XmlElement page = root.child("page")) {
        page.allow_attributes(
            {"width", "height", "top", "binding", "area-width", "area-height", "duplex"});
    }
    paged::override_page_style(root, style.pages);
    read_texts(root, style);
    read_fields(root, both.child("fields"), style);
    read_tables(root, style);
    read_charts(root, both.child("charts"), looks, style);
    style.changes = read_change_colors(both.child("changes"), looks);
    return style;
}

}  // namespace dutylist
