#include "exporters/sheet_layout/sheet_style.h"

#include "exporters/looks/looks.h"
#include "exporters/looks/number_settings.h"
#include "pipeline/xml/xml_rules.h"

namespace dutylist {
namespace {

void override_number(const XmlElement& element, std::string_view attribute, double& value,
                     double least, double most) {
    if (element.has(attribute)) value = number_within(element, attribute, least, most);
}

}  // namespace

void override_page(const XmlElement& element, spreadsheet::PrintSetup& page) {
    override_number(element, "margin-top", page.margin_top, 0, 100);
    override_number(element, "margin-bottom", page.margin_bottom, 0, 100);
    override_number(element, "margin-left", page.margin_left, 0, 80);
    override_number(element, "margin-right", page.margin_right, 0, 80);
    override_number(element, "margin-header", page.margin_header, 0, 100);
    override_number(element, "margin-footer", page.margin_footer, 0, 100);
    if (!element.has("size")) return;
    const auto size = static_cast<int>(number_within(element, "size", 6, 36));
    page.header.size = page.footer.size = size;
}

void override_rows(const XmlElement& element, RowRules& rows) {
    override_number(element, "line-height", rows.line_heights.own, 1, 3);
    override_number(element, "stand-in-line-height", rows.line_heights.stand_in, 1, 3);
    override_number(element, "minimum-height", rows.minimum_height, 0, 200);
    override_number(element, "font-floor", rows.font_floor, 6, 72);
    override_number(element, "widen-percent", rows.widen_percent, 0, 100);
}

SheetStyle read_sheet_style(const TemplateStore& templates, const Looks& looks) {
    const TemplateFile file(templates, "sheets.xml");
    const TemplateElement root = file.root();
    require_root(root.own(), "sheets", "urn:dutylist:template:1");
    require_content_once(root.own(), {"text", "page", "rows", "titles"});
    SheetStyle style;
    const TemplateElement text = root.child("text");
    read_numbers(text,
                 {{"chart-size", &style.chart_size, 6, 24}, {"column", &style.column, 3, 120}},
                 {"font"});
    style.font = looks.font(text.with("font"), "font");

    spreadsheet::PrintSetup& page = style.page;
    double size = 0;
    read_numbers(root.child("page"), {{"margin-top", &page.margin_top, 0, 100},
                                      {"margin-bottom", &page.margin_bottom, 0, 100},
                                      {"margin-left", &page.margin_left, 0, 80},
                                      {"margin-right", &page.margin_right, 0, 80},
                                      {"margin-header", &page.margin_header, 0, 100},
                                      {"margin-footer", &page.margin_footer, 0, 100},
                                      {"size", &size, 6, 36}});
    page.header.size = page.footer.size = static_cast<int>(size);
    RowRules& rows = style.rows;
    read_numbers(root.child("rows"), {{"line-height", &rows.line_heights.own, 1, 3},
                                      {"stand-in-line-height", &rows.line_heights.stand_in, 1, 3},
                                      {"minimum-height", &rows.minimum_height, 0, 200},
                                      {"font-floor", &rows.font_floor, 6, 72},
                                      {"widen-percent", &rows.widen_percent, 0, 100}});
    read_numbers(root.child("titles"), {{"below-title", &style.titles.below_title, 0, 100},
                                        {"below-subtitle", &style.titles.below_subtitle, 0, 100},
                                        {"below-head", &style.titles.below_head, 0, 100},
                                        {"least-share", &style.titles.least_share, 0.1, 1}});
    return style;
}

}  // namespace dutylist
