#include "exporters/report/report_sheet_style.h"

#include "exporters/looks/looks.h"
#include "exporters/looks/number_settings.h"
#include "exporters/sheet_layout/template_values.h"
#include "pipeline/xml/xml_rules.h"

namespace dutylist {
namespace {

constexpr std::size_t summary_columns = 4;

void read_table(const TemplateElement& element, const Looks& looks, ReportSheetStyle& style) {
    read_numbers(element,
                 {{"title-size", &style.title_size, 6, 72},
                  {"title-height", &style.title_height, 0, 400},
                  {"number-width", &style.number_width, 14, 2000},
                  {"text-width", &style.text_width, 1, 2000},
                  {"text-margin", &style.text_margin, 0, 200},
                  {"landscape-from", &style.landscape_from},
                  {"shrink-from", &style.shrink_from}},
                 {"title-font", "head-background", "subtotal-background", "total-background"});
    style.heading_font = looks.font(element.with("title-font"), "title-font");
    const auto color = [&](std::string_view name) { return looks.color(element.with(name), name); };
    style.head_background = color("head-background");
    style.subtotal_background = color("subtotal-background");
    style.total_background = color("total-background");
}

void read_summary(const TemplateElement& element, ReportSheetStyle::Summary& summary) {
    read_numbers(element,
                 {{"title-size", &summary.title_size, 6, 72},
                  {"title-height", &summary.title_height, 0, 400},
                  {"field-height", &summary.field_height, 0, 400},
                  {"unit-height", &summary.unit_height, 0, 400},
                  {"paragraph-size", &summary.paragraph_size, 6, 72},
                  {"paragraph-height", &summary.paragraph_height, 0, 400},
                  {"legend-size", &summary.legend_size, 6, 72},
                  {"legend-height", &summary.legend_height, 0, 400},
                  {"line-height", &summary.line_height, 0, 400},
                  {"foot-height", &summary.foot_height, 0, 400},
                  {"source-height", &summary.source_height, 0, 400}},
                 {"widths"});
    summary.widths = template_values::widths_of(element.with("widths"), "widths", summary_columns);
}

}  // namespace

ReportSheetStyle read_report_sheet_style(const TemplateStore& templates) {
    const Looks looks(templates);
    const TemplateFile file(templates, "report_sheets.xml");
    const TemplateElement root = file.root();
    require_root(root.own(), "report-sheets", "urn:dutylist:template:1");
    require_content_once(root.own(), {"text", "changes", "table", "summary", "charts"});
    ReportSheetStyle style;
    style.sheets = read_sheet_style(templates, looks);
    style.charts = read_chart_looks(templates, looks);
    const TemplateElement text = root.child("text");
    read_numbers(text, {{"size", &style.text_size, 6, 72}}, {"link-color"});
    style.link_color = looks.color(text.with("link-color"), "link-color");
    style.changes = read_change_colors(root.child("changes"), looks);
    read_table(root.child("table"), looks, style);
    read_summary(root.child("summary"), style.summary);
    read_numbers(root.child("charts"), {{"width", &style.chart_width, 100, 5000},
                                        {"height", &style.chart_height, 50, 5000},
                                        {"bars-base", &style.bars_base, 0, 2000},
                                        {"bar", &style.bar, 4, 200},
                                        {"rows-per-page", &style.rows_per_page, 1, 1000},
                                        {"most-single", &style.most_single, 0, 1000}});
    return style;
}

}  // namespace dutylist
