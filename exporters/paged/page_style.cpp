#include "exporters/paged/page_style.h"

#include "exporters/looks/number_settings.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_file.h"
#include "pipeline/templates/template_store.h"

namespace dutylist::paged {
namespace {

using Check = double (*)(const XmlElement&, std::string_view);

void override_number(const XmlElement& element, std::string_view attribute, Check check,
                     double& value, double unit = 1) {
    if (element.has(attribute)) value = check(element, attribute) * unit;
}

XmlElement one_child(const XmlElement& root, std::string_view name) {
    const std::vector<XmlElement> found = root.children(name);
    if (found.size() > 1) {
        throw JobError(Code::xml_unknown_element, found[1].place(), {std::string(name)});
    }
    if (found.empty()) return {};
    found.front().allow_children({});
    return found.front();
}

void override_geometry(const XmlElement& element, PageGeometry& page) {
    override_number(element, "width", positive, page.width, pt_of_mm);
    override_number(element, "height", positive, page.height, pt_of_mm);
    override_number(element, "top", not_negative, page.top, pt_of_mm);
    override_number(element, "binding", not_negative, page.binding, pt_of_mm);
    override_number(element, "area-width", positive, page.area_width, pt_of_mm);
    override_number(element, "area-height", positive, page.area_height, pt_of_mm);
    page.duplex = element.flag("duplex", page.duplex);
    if (page.binding + page.area_width > page.width + 0.01) {
        element.fail_value("area-width", Message{Code::reason_within_page_width, {}});
    }
    if (page.top + page.area_height > page.height + 0.01) {
        element.fail_value("area-height", Message{Code::reason_within_page_height, {}});
    }
}

void override_page_number(const XmlElement& element, PageNumberStyle& number) {
    element.allow_attributes({"size", "distance", "inset", "text"});
    override_number(element, "size", text_size, number.size);
    override_number(element, "distance", not_negative, number.distance, pt_of_mm);
    override_number(element, "inset", not_negative, number.inset);
    if (!element.has("text")) return;
    number.text = element.required("text");
    checked_pattern(element, "text", {"page"});
}

void override_lines(const XmlElement& element, typeset::LineRules& rules) {
    element.allow_attributes({"gap", "widest-gap", "loosest", "hanging-limit"});
    override_number(element, "gap", not_negative, rules.gap);
    override_number(element, "widest-gap", not_negative, rules.widest_gap);
    if (rules.widest_gap < rules.gap) element.fail_value("widest-gap", "≥ gap");
    override_number(element, "loosest", positive, rules.loosest);
    override_number(element, "hanging-limit", not_negative, rules.hanging_limit);
}

// Of what every page needs, nothing has a value that is not in a template.
void require(const XmlElement& root, std::string_view child,
             std::initializer_list<std::string_view> attributes) {
    const XmlElement element = one_child(root, child);
    if (!element) throw JobError(Code::xml_missing, root.place(), {"pages", std::string(child)});
    for (const std::string_view attribute : attributes) (void)element.required(attribute);
}

}  // namespace

double positive(const XmlElement& element, std::string_view attribute) {
    const double value = element.required_number(attribute);
    if (!(value > 0)) element.fail_value(attribute, Message{Code::reason_positive_number, {}});
    return value;
}

double not_negative(const XmlElement& element, std::string_view attribute) {
    const double value = element.required_number(attribute);
    if (!(value >= 0)) element.fail_value(attribute, Message{Code::reason_number_not_negative, {}});
    return value;
}

double text_size(const XmlElement& element, std::string_view attribute) {
    const double value = element.required_number(attribute);
    if (!(value >= 4 && value <= 200)) element.fail_value(attribute, "4–200");
    return value;
}

void override_table_style(const XmlElement& element, TableStyle& style) {
    override_number(element, "size", text_size, style.size);
    override_number(element, "leading", positive, style.leading);
    if (style.leading < style.size) element.fail_value("leading", "≥ size");
    override_number(element, "padding-side", not_negative, style.padding_side);
    override_number(element, "padding-above", not_negative, style.padding_above);
    override_number(element, "padding-least", not_negative, style.padding_least);
    if (style.padding_least > style.padding_above) {
        element.fail_value("padding-least", "≤ padding-above");
    }
    override_number(element, "rule", not_negative, style.rule);
    override_number(element, "frame", not_negative, style.frame);
    override_number(element, "fill", not_negative, style.fill);
    style.row_continued = element.attribute("row-continued", style.row_continued);
    style.table_continued = element.attribute("table-continued", style.table_continued);
    const double whole = element.number("whole-lines", style.whole_lines);
    if (!(whole >= 0 && whole <= 100)) element.fail_value("whole-lines", "0–100");
    style.whole_lines = static_cast<std::uint32_t>(whole);
}

void override_page_style(const XmlElement& root, PageStyle& style) {
    if (const XmlElement page = one_child(root, "page")) override_geometry(page, style.page);
    if (const XmlElement number = one_child(root, "page-number")) {
        override_page_number(number, style.number);
    }
    if (const XmlElement lines = one_child(root, "line-setting")) {
        override_lines(lines, style.lines);
    }
    if (const XmlElement table = one_child(root, "table")) {
        table.allow_attributes({"size", "leading", "padding-side", "padding-above", "padding-least",
                                "rule", "frame", "whole-lines", "fill", "row-continued",
                                "table-continued"});
        override_table_style(table, style.table);
    }
}

PageStyle read_page_style(const TemplateStore& templates) {
    const TemplateFile file(templates, "pages.xml");
    const TemplateElement both = file.root();
    const XmlElement& root = both.own();
    root.allow_attributes({});
    root.allow_children(
        {"page", "page-number", "line-setting", "table", "highlight", "leader", "many-columns"});
    require(root, "page", {"width", "height", "top", "binding", "area-width", "area-height"});
    require(root, "page-number", {"size", "distance", "inset", "text"});
    require(root, "line-setting", {"gap", "widest-gap", "loosest", "hanging-limit"});
    require(root, "table",
            {"size", "leading", "padding-side", "padding-above", "padding-least", "rule", "frame",
             "whole-lines", "fill"});
    root.child("page").allow_attributes(
        {"width", "height", "top", "binding", "area-width", "area-height"});
    root.child("table").allow_attributes({"size", "leading", "padding-side", "padding-above",
                                          "padding-least", "rule", "frame", "whole-lines", "fill",
                                          "row-continued", "table-continued"});
    PageStyle style;
    override_page_style(root, style);
    for (const char* child : {"highlight", "leader", "many-columns"}) one_child(root, child);
    read_numbers(both.child("highlight"), {{"free", &style.highlight.free, 0, 0.4},
                                           {"narrowest", &style.highlight.narrowest, 0, 100}});
    read_numbers(both.child("leader"), {{"step", &style.leader.step, 0.25, 4},
                                        {"least-room", &style.leader.least_room, 0, 20}});
    ManyColumnsStyle& many = style.many_columns;
    read_numbers(both.child("many-columns"), {{"short-text", &many.short_text, 1, 100},
                                              {"halved-text", &many.halved_text, 1, 100},
                                              {"least-long-text", &many.least_long_text, 1, 100},
                                              {"least-number", &many.least_number, 1, 100},
                                              {"alike-numbers", &many.most_alike, 0, 100}});
    return style;
}

}  // namespace dutylist::paged
