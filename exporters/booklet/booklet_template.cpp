#include "exporters/booklet/booklet_template.h"

#include <algorithm>

#include "exporters/looks/number_settings.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_store.h"

namespace dutylist::booklet {
namespace {

using paged::not_negative;
using paged::positive;
using paged::text_size;
using typeset::Alignment;
using typeset::FontRole;

// Placeholders of the cover and of the document's properties.
const std::initializer_list<std::string_view> document_values{
    "province", "prefecture", "county", "township", "unit", "title", "period"};
const std::initializer_list<std::string_view> extract_values{
    "extract", "province", "prefecture", "county", "township", "unit", "title", "period"};

XmlElement only_child(const XmlElement& root, std::string_view name) {
    const std::vector<XmlElement> found = root.children(name);
    if (found.empty()) {
        throw JobError(Code::xml_missing, root.place(), {"booklet", std::string(name)});
    }
    if (found.size() > 1) {
        throw JobError(Code::xml_unknown_element, found[1].place(), {std::string(name)});
    }
    found.front().allow_children(name == "cover" ? std::initializer_list<std::string_view>{"line"}
                                                 : std::initializer_list<std::string_view>{});
    return found.front();
}

FontRole read_role(const XmlElement& element, std::string_view attribute) {
    const std::string_view name = element.required(attribute);
    for (FontRole role : typeset::all_font_roles) {
        if (typeset::to_string(role) == name) return role;
    }
    element.fail_value(attribute, "title, heading, body, table, number");
}

std::vector<CoverLine> read_cover(const XmlElement& element) {
    element.allow_attributes(
        {"label", "extract", "extract-role", "extract-size", "extract-leading"});
    checked_pattern(element, "extract", extract_values);
    std::vector<CoverLine> lines;
    for (const XmlElement& child : element.children("line")) {
        child.allow_attributes({"text", "role", "size", "leading", "top"});
        child.allow_children({});
        CoverLine line;
        line.text = child.required("text");
        checked_pattern(child, "text", document_values);
        line.role = read_role(child, "role");
        line.size = text_size(child, "size");
        line.leading = positive(child, "leading");
        line.top = child.has("top") ? not_negative(child, "top") : -1;
        lines.push_back(std::move(line));
    }
    return lines;
}

CoverLine read_extract_line(const TemplateElement& cover) {
    CoverLine line;
    line.text = cover.own().attribute("extract");
    line.role = read_role(cover.with("extract-role"), "extract-role");
    line.size = text_size(cover.with("extract-size"), "extract-size");
    line.leading = positive(cover.with("extract-leading"), "extract-leading");
    return line;
}

ContentsSettings read_contents(const TemplateElement& both) {
    const XmlElement& element = both.own();
    ContentsSettings contents;
    read_numbers(
        both, {{"title-line", &contents.title_line, 1, 10}},
        {"enabled", "title", "title-size", "size", "leading", "indent", "categories", "label"});
    contents.enabled = element.flag("enabled", true);
    contents.title = element.required("title");
    contents.title_size = text_size(element, "title-size");
    contents.size = text_size(element, "size");
    contents.leading = positive(element, "leading");
    contents.indent = not_negative(element, "indent");
    contents.categories = element.flag("categories", true);
    contents.label = element.required("label");
    checked_pattern(element, "label", {"number"});
    return contents;
}

ColumnSettings read_column(const XmlElement& element) {
    element.allow_attributes({"role", "least", "most", "align", "middle"});
    element.allow_children({});
    ColumnSettings column;
    const std::string_view role = element.required("role");
    if (role != "any") {
        column.role = cell_role_from(role);
        if (!column.role) element.fail_value("role", "number, category, name, …, any");
    }
    column.least = element.required_number("least");
    column.most = element.required_number("most");
    if (!(column.least >= 2)) element.fail_value("least", "≥ 2");
    if (!(column.most >= column.least)) element.fail_value("most", "≥ least");
    const std::string_view align = element.required("align");
    if (align == "left") {
        column.alignment = Alignment::left;
    } else if (align == "center") {
        column.alignment = Alignment::center;
    } else if (align != "justify") {
        element.fail_value("align", "justify, left, center");
    }
    column.middle = element.flag("middle", false);
    return column;
}

ListSettings read_list(const TemplateElement& both, const paged::TableStyle& table) {
    const XmlElement& element = both.own();
    ListSettings list;
    read_numbers(
        both, {{"title-line", &list.title_line, 1, 10}},
        {"kind", "name", "title", "orientation", "title-role", "title-size", "title-below", "size",
         "leading", "padding-side", "padding-above", "padding-least", "rule", "frame",
         "group-headings", "row-continued", "table-continued", "fill", "whole-lines"},
        {"column"});
    list.table = table;
    list.place = element.place();
    const auto kind = list_kind_from(element.required("kind"));
    if (!kind) element.fail_value("kind", "basic, cooperative, recalled");
    list.kind = *kind;
    list.name = element.required("name");
    list.title = element.required("title");
    checked_pattern(element, "title", {"title", "unit", "name"});
    const std::string_view orientation = element.required("orientation");
    list.landscape = orientation == "landscape";
    if (!list.landscape && orientation != "portrait") {
        element.fail_value("orientation", "portrait, landscape");
    }
    list.title_role = read_role(element, "title-role");
    list.title_size = text_size(element, "title-size");
    list.title_below = not_negative(element, "title-below");
    paged::override_table_style(element, list.table);
    list.group_headings = element.flag("group-headings", false);
    for (const XmlElement& column : element.children("column")) {
        list.columns.push_back(read_column(column));
    }
    const bool has_rest = std::any_of(list.columns.begin(), list.columns.end(),
                                      [](const ColumnSettings& c) { return !c.role; });
    if (!has_rest) {
        throw JobError(Code::xml_missing, element.place(), {"list", "column role=\"any\""});
    }
    return list;
}

// The official list of the same kind is behind a list.
TemplateElement with_official(const XmlElement& list, const TemplateElement& root) {
    for (const XmlElement& official : root.official().children("list")) {
        if (official.attribute("kind") == list.attribute("kind")) return {list, official};
    }
    return {list, {}};
}

IndexSettings read_index(const TemplateElement& both) {
    const XmlElement& element = both.own();
    IndexSettings index;
    read_numbers(both,
                 {{"title-line", &index.title_line, 1, 10},
                  {"most-separator", &index.most_separator, 0, 4},
                  {"continued-share", &index.continued_share, 0.1, 1}},
                 {"enabled", "title", "title-size", "size", "leading", "note", "head-name",
                  "head-pages", "separator"});
    index.enabled = element.flag("enabled", true);
    index.title = element.required("title");
    index.note = element.attribute("note");
    index.head_name = element.attribute("head-name");
    index.head_pages = element.attribute("head-pages");
    index.separator = element.attribute("separator", "、");
    index.title_size = text_size(element, "title-size");
    index.size = text_size(element, "size");
    index.leading = positive(element, "leading");
    return index;
}

}  // namespace

const ColumnSettings& ListSettings::column(CellRole wanted) const {
    const ColumnSettings* rest = nullptr;
    for (const ColumnSettings& settings : columns) {
        if (settings.role == wanted) return settings;
        if (!settings.role) rest = &settings;
    }
    return *rest;
}

BookletTemplate read_booklet_template(const TemplateStore& templates) {
    const TemplateFile file(templates, "booklet.xml");
    const TemplateElement both = file.root();
    const XmlElement& root = both.own();
    root.allow_attributes({"title", "author", "subject", "bookmark-characters"});
    root.allow_children(
        {"page", "page-number", "line-setting", "table", "cover", "contents", "list", "index"});
    BookletTemplate booklet;
    for (const char* attribute : {"title", "author", "subject"}) {
        checked_pattern(root, attribute, document_values);
    }
    booklet.title = root.required("title");
    booklet.author = root.attribute("author");
    booklet.subject = root.attribute("subject");
    booklet.bookmark_characters = static_cast<std::uint32_t>(positive(root, "bookmark-characters"));
    booklet.pages = paged::read_page_style(templates);
    paged::override_page_style(root, booklet.pages);
    const XmlElement page = only_child(root, "page");
    page.allow_attributes({"width", "height", "top", "binding", "area-width", "area-height",
                           "duplex", "lists-on-odd-pages", "blank-label"});
    booklet.lists_on_odd_pages = page.flag("lists-on-odd-pages", false);
    booklet.blank_label = page.attribute("blank-label");
    const XmlElement cover = only_child(root, "cover");
    booklet.cover = read_cover(cover);
    booklet.cover_label = cover.attribute("label");
    booklet.extract_line = read_extract_line(both.child("cover"));
    for (const char* child : {"contents", "index"}) only_child(root, child);
    booklet.contents = read_contents(both.child("contents"));
    booklet.index = read_index(both.child("index"));
    std::array<bool, 3> seen{};
    for (const XmlElement& element : root.children("list")) {
        ListSettings list = read_list(with_official(element, both), booklet.pages.table);
        const auto kind = static_cast<std::size_t>(list.kind);
        if (seen[kind]) element.fail_value("kind", Message{Code::reason_one_of_each, {}});
        seen[kind] = true;
        booklet.lists[kind] = std::move(list);
    }
    for (ListKind kind : all_list_kinds) {
        if (seen[static_cast<std::size_t>(kind)]) continue;
        throw JobError(Code::xml_missing, root.place(),
                       {"booklet", "list kind=\"" + std::string(to_string(kind)) + "\""});
    }
    return booklet;
}

}  // namespace dutylist::booklet
