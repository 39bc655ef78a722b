#include "exporters/report/report_web_style.h"

#include "exporters/looks/looks.h"
#include "exporters/looks/number_settings.h"
#include "pipeline/xml/xml_rules.h"

namespace dutylist {

ReportWebStyle read_report_web_style(const TemplateStore& templates) {
    const Looks looks(templates);
    const TemplateFile file(templates, "report_web.xml");
    const TemplateElement root = file.root();
    require_root(root.own(), "report-web", "urn:dutylist:template:1");
    require_content(root.own(), {"charts", "columns", "style"});
    ReportWebStyle style;
    style.charts = read_chart_looks(templates, looks);
    const TemplateElement charts = root.child("charts");
    read_numbers(charts,
                 {{"width", &style.chart_width, 100}, {"line-width", &style.chart_line, 0.25, 20}},
                 {"rule-color"});
    style.chart_rule_color = looks.color(charts.with("rule-color"), "rule-color");
    read_numbers(root.child("columns"), {{"narrow", &style.narrow_column},
                                         {"wide", &style.wide_column},
                                         {"widest", &style.widest_column}});
    for (const XmlElement& sheet : root.children("style")) {
        sheet.allow_attributes({});
        sheet.allow_children({});
        style.sheets.push_back(looks.style_sheet(sheet));
    }
    return style;
}

}  // namespace dutylist
