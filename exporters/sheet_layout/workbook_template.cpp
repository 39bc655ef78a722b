#include "exporters/sheet_layout/workbook_template.h"

#include <algorithm>
#include <array>

#include "exporters/looks/looks.h"
#include "exporters/looks/number_settings.h"
#include "exporters/sheet_layout/statistics_template.h"
#include "exporters/sheet_layout/template_values.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/model/document.h"
#include "pipeline/templates/template_store.h"

namespace dutylist {

using namespace template_values;

namespace {

using spreadsheet::CellFormat;
using spreadsheet::Color;
using spreadsheet::Horizontal;

constexpr std::array<std::string_view, 14> placeholders{
    "unit",  "township", "county", "title", "period",   "list",  "sheet",
    "items", "category", "head",   "page",  "mentions", "pages", "shared"};

// What names a colour or a font in braces is no pattern; Looks reads it.
bool is_pattern(std::string_view attribute) {
    return attribute != "background" && attribute != "value" &&
           attribute.find("font") == std::string_view::npos && !attribute.starts_with("color");
}

// A misspelt placeholder would be printed as it stands.
void require_known_placeholders(const XmlElement& element) {
    for (const auto& [name, value] : element.attributes()) {
        if (!is_pattern(name)) continue;
        for (std::size_t open = value.find('{'); open != std::string_view::npos;
             open = value.find('{', open + 1)) {
            const std::size_t close = value.find('}', open);
            if (close == std::string_view::npos ||
                std::find(placeholders.begin(), placeholders.end(),
                          value.substr(open + 1, close - open - 1)) == placeholders.end()) {
                element.fail_value(name,
                                   "{unit} {township} {county} {title} {period} {list} {sheet} "
                                   "{items} {category} {head} {page} {pages}");
            }
        }
    }
    for (const XmlElement& child : element.children()) require_known_placeholders(child);
}

CellFormat read_style(const XmlElement& element, const Looks& looks) {
    element.allow_attributes(
        {"name", "font", "size", "bold", "italic", "color", "background", "align", "border"});
    CellFormat format;
    format.font = looks.font(element, "font");
    format.size = dutylist::number_within(element, "size", 6, 72);
    format.bold = element.flag("bold", false);
    format.italic = element.flag("italic", false);
    format.color = color_of(element, "color", looks);
    format.background = color_of(element, "background", looks);
    format.horizontal = align_of(element, Horizontal::left);
    format.border = element.flag("border", false);
    format.wrap = true;
    return format;
}

WorkbookStyles read_styles(const XmlElement& element, const Looks& looks) {
    element.allow_attributes({"default-font"});
    element.allow_children({"style"});
    WorkbookStyles styles;
    const std::array<std::pair<std::string_view, CellFormat*>, 10> wanted{
        {{"title", &styles.title},
         {"subtitle", &styles.subtitle},
         {"head", &styles.head},
         {"body", &styles.body},
         {"total", &styles.total},
         {"group", &styles.group},
         {"link", &styles.link},
         {"note", &styles.note},
         {"paragraph", &styles.paragraph},
         {"signature", &styles.signature}}};
    std::array<bool, 10> found{};
    for (const XmlElement& style : element.children()) {
        const std::string_view name = style.required("name");
        const auto match = std::find_if(wanted.begin(), wanted.end(),
                                        [&](const auto& entry) { return entry.first == name; });
        if (match == wanted.end()) {
            style.fail_value("name",
                             "title, subtitle, head, body, total, group, link, note, paragraph, "
                             "signature");
        }
        *match->second = read_style(style, looks);
        found[static_cast<std::size_t>(match - wanted.begin())] = true;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!found[i]) {
            throw JobError(Code::xml_missing, element.place(),
                           {"styles", "<style name=\"" + std::string(wanted[i].first) + "\">"});
        }
    }
    return styles;
}

RowRules read_rows(const XmlElement& element, RowRules rules) {
    element.allow_attributes({"line-height", "stand-in-line-height", "minimum-height", "font-floor",
                              "widen-percent", "continuation"});
    override_rows(element, rules);
    rules.continuation = std::string(element.required("continuation"));
    return rules;
}

spreadsheet::PrintSetup read_page(const XmlElement& element, const Looks& looks,
                                  spreadsheet::PrintSetup page) {
    element.allow_attributes({"margin-top", "margin-bottom", "margin-left", "margin-right",
                              "margin-header", "margin-footer", "font", "size", "header-left",
                              "header-center", "header-right", "footer-left", "footer-center",
                              "footer-right"});
    override_page(element, page);
    page.header.font = page.footer.font = looks.font(element, "font");
    page.header.left = text_of(element, "header-left");
    page.header.center = text_of(element, "header-center");
    page.header.right = text_of(element, "header-right");
    page.footer.left = text_of(element, "footer-left");
    page.footer.center = text_of(element, "footer-center");
    page.footer.right = text_of(element, "footer-right");
    return page;
}

ColumnTemplate read_column(const XmlElement& element, bool named, double least) {
    element.allow_attributes(
        {"role", "head", "min", "max", "align", "choose", "input", "always", "omit"});
    ColumnTemplate column;
    if (named) {
        const std::optional<CellRole> role = cell_role_from(element.required("role"));
        if (!role) {
            element.fail_value("role",
                               "number, category, name, departments, superior_duties, "
                               "township_duties, handover, handover_department, handover_method, "
                               "extra");
        }
        column.role = *role;
    }
    column.head = std::string(element.attribute("head", "{head}"));
    column.minimum = number_within(element, "min", least, 3, 120);
    if (element.has("max")) {
        column.maximum = number_within(element, "max", 0, column.minimum, 200);
    }
    column.align = align_of(element, Horizontal::left);
    const std::string_view choose = element.attribute("choose");
    if (choose == "category") {
        column.choose = Choice::category;
    } else if (choose == "department") {
        column.choose = Choice::department;
    } else if (!choose.empty()) {
        element.fail_value("choose", "category, department");
    }
    column.input = element.flag("input", false);
    column.always = element.flag("always", false);
    column.omit = element.flag("omit", false);
    if (column.always && (column.role != CellRole::extra || column.head == "{head}")) {
        element.fail_value("always", "role=\"extra\" head=\"…\"");
    }
    if (column.omit && column.role != CellRole::category) {
        element.fail_value("omit", "role=\"category\"");
    }
    return column;
}

ListTemplate read_list(const XmlElement& element, double least) {
    element.allow_attributes({"kind", "sheet", "department-sheet", "title", "subtitle", "name",
                              "landscape", "signature", "group-row"});
    element.allow_children({"column", "other-columns"});
    ListTemplate list;
    const std::optional<ListKind> kind = list_kind_from(element.required("kind"));
    if (!kind) element.fail_value("kind", "basic, cooperative, recalled");
    list.kind = *kind;
    list.sheet = std::string(element.required("sheet"));
    list.department_sheet = std::string(element.attribute("department-sheet", list.sheet));
    list.title = std::string(element.required("title"));
    list.subtitle = text_of(element, "subtitle");
    list.name = std::string(element.required("name"));
    list.landscape = element.flag("landscape", false);
    list.signature = element.flag("signature", true);
    list.group_row = text_of(element, "group-row");
    for (const XmlElement& column : element.children("column")) {
        list.columns.push_back(read_column(column, true, least));
        if (list.columns.back().omit && list.group_row.find("{category}") == std::string::npos) {
            column.fail_value("omit", "group-row=\"{category}\"");
        }
    }
    list.other_columns = read_column(required_child(element, "other-columns"), false, least);
    return list;
}

ContentsTemplate read_contents(const TemplateElement& contents) {
    const XmlElement& element = contents.own();
    double row_space = 0;
    read_numbers(contents, {{"row-space", &row_space, 0, 100}},
                 {"sheet", "title", "subtitle", "number-head", "sheet-head", "items-head",
                  "contents-head", "list-contents", "widths"});
    return {std::string(element.required("sheet")),
            text_of(element, "title"),
            text_of(element, "subtitle"),
            std::string(element.required("number-head")),
            std::string(element.required("sheet-head")),
            std::string(element.required("items-head")),
            std::string(element.required("contents-head")),
            text_of(element, "list-contents"),
            widths_of(contents.with("widths"), "widths", 4),
            row_space};
}

void read_properties(const XmlElement& element, WorkbookTemplate& workbook) {
    element.allow_attributes({"title", "subject", "author", "company", "keywords", "comments"});
    workbook.property_title = text_of(element, "title");
    workbook.property_subject = text_of(element, "subject");
    workbook.property_author = text_of(element, "author");
    workbook.property_company = text_of(element, "company");
    workbook.property_keywords = text_of(element, "keywords");
    workbook.property_comments = text_of(element, "comments");
}

std::vector<Color> read_category_colors(const XmlElement& element, const Looks& looks) {
    element.allow_attributes({"enabled"});
    element.allow_children({"color"});
    std::vector<Color> colors;
    for (const XmlElement& color : element.children()) {
        color.allow_attributes({"value"});
        const Color value = looks.color(color, "value");
        if (element.flag("enabled", false)) colors.push_back(value);
    }
    return colors;
}

std::vector<ListTemplate> read_lists(const XmlElement& root, double least) {
    std::vector<ListTemplate> lists;
    for (const XmlElement& element : root.children("list")) {
        lists.push_back(read_list(element, least));
    }
    for (const ListKind kind : all_list_kinds) {
        if (std::none_of(lists.begin(), lists.end(),
                         [&](const ListTemplate& list) { return list.kind == kind; })) {
            throw JobError(Code::xml_missing, root.place(),
                           {"workbook", "<list kind=\"" + std::string(to_string(kind)) + "\">"});
        }
    }
    return lists;
}

void read_signature(const TemplateElement& element, WorkbookTemplate& workbook) {
    read_numbers(element,
                 {{"above", &workbook.above_signature, 0, 200},
                  {"row-space", &workbook.signature_space, 0, 100}},
                 {}, {"field"});
    workbook.signature_fields = texts_of(element.own(), "field");
}

InstructionsTemplate read_instructions(const TemplateElement& element) {
    InstructionsTemplate instructions;
    read_numbers(
        element,
        {{"width", &instructions.width, 20, 200}, {"row-space", &instructions.row_space, 0, 100}},
        {"sheet", "title"}, {"paragraph"});
    instructions.sheet = std::string(element.own().required("sheet"));
    instructions.title = text_of(element.own(), "title");
    instructions.paragraphs = texts_of(element.own(), "paragraph");
    return instructions;
}

}  // namespace

const ListTemplate& WorkbookTemplate::list(ListKind kind) const {
    return *std::find_if(lists.begin(), lists.end(),
                         [&](const ListTemplate& entry) { return entry.kind == kind; });
}

WorkbookTemplate read_workbook_template(const TemplateStore& templates) {
    const Looks looks(templates);
    const SheetStyle sheets = read_sheet_style(templates, looks);
    const TemplateFile file(templates, "workbook.xml");
    const TemplateElement both = file.root();
    const XmlElement& root = both.own();
    if (root.name() != "workbook") {
        throw JobError(Code::xml_unknown_element, root.place(), {std::string(root.name())});
    }
    require_known_placeholders(root);
    root.allow_attributes({});
    root.allow_children({"properties", "rows", "styles", "page", "protection", "category-colors",
                         "contents", "list", "signature", "statistics", "instructions"});
    WorkbookTemplate workbook;
    workbook.titles = sheets.titles;
    workbook.charts = read_chart_looks(templates, looks);
    if (const XmlElement element = root.child("properties")) read_properties(element, workbook);
    workbook.rows = read_rows(required_child(root, "rows"), sheets.rows);
    const XmlElement styles = required_child(root, "styles");
    workbook.styles = read_styles(styles, looks);
    workbook.default_font =
        styles.has("default-font") ? looks.font(styles, "default-font") : sheets.font;
    workbook.page = read_page(required_child(root, "page"), looks, sheets.page);
    if (const XmlElement element = root.child("protection")) {
        element.allow_attributes({"enabled", "password"});
        workbook.protect = element.flag("enabled", false);
        workbook.password = text_of(element, "password");
    }
    if (const XmlElement element = root.child("category-colors")) {
        workbook.category_colors = read_category_colors(element, looks);
    }
    required_child(root, "contents");
    workbook.contents = read_contents(both.child("contents"));
    workbook.lists = read_lists(root, sheets.column);
    if (root.child("signature")) read_signature(both.child("signature"), workbook);
    required_child(root, "statistics");
    workbook.statistics = read_statistics_template(both.child("statistics"), looks);
    if (root.child("instructions")) {
        workbook.instructions = read_instructions(both.child("instructions"));
    }
    return workbook;
}

PlaceholderValues document_values(const Document& document) {
    return {{"unit", document.unit.full_name()},
            {"township", document.unit.own_name()},
            {"county", document.unit.county},
            {"title", document.title},
            {"period", document.period.chinese()}};
}

std::string filled(std::string_view pattern, const PlaceholderValues& values) {
    return fill_placeholders(pattern, values);
}

spreadsheet::PrintSetup filled(spreadsheet::PrintSetup page, const PlaceholderValues& values) {
    for (spreadsheet::HeaderFooter* part : {&page.header, &page.footer}) {
        for (std::string* text : {&part->left, &part->center, &part->right}) {
            *text = filled(*text, values);
        }
    }
    return page;
}

}  // namespace dutylist
