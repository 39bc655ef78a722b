#include "exporters/form/form_template.h"

#include <algorithm>
#include <array>

#include "exporters/looks/number_settings.h"
#include "exporters/sheet_layout/template_values.h"
#include "exporters/spreadsheet/text_metrics.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

using template_values::align_of;
using template_values::required_child;
using template_values::texts_of;

std::string filled_text(const XmlElement& element, std::string_view attribute) {
    std::string text(element.required(attribute));
    if (trimmed(text).empty()) element.fail_value(attribute, Message{Code::reason_some_text, {}});
    return text;
}

std::uint32_t pixels_of(const XmlElement& element, std::string_view attribute) {
    const double characters = number_within(element, attribute, 3, 200);
    return static_cast<std::uint32_t>(characters * spreadsheet::pixels_per_digit);
}

// Whether the element is of a department's form.
bool is_of_department(const XmlElement& element) {
    const std::string_view kind = element.required("kind");
    if (kind != "township" && kind != "department")
        element.fail_value("kind", "township, department");
    return kind == "department";
}

FormCover read_cover(const XmlElement& element) {
    element.allow_attributes({"kind", "file", "sheet", "title", "label-width", "value-width",
                              "row-space", "unit-label", "month-label", "month-format"});
    element.allow_children({});
    return {filled_text(element, "file"),
            filled_text(element, "sheet"),
            filled_text(element, "title"),
            filled_text(element, "unit-label"),
            filled_text(element, "month-label"),
            filled_text(element, "month-format"),
            pixels_of(element, "label-width"),
            pixels_of(element, "value-width"),
            number_within(element, "row-space", 0, 100)};
}

FormColumn read_column(const XmlElement& element) {
    element.allow_attributes({"head", "width", "align", "choose"});
    element.allow_children({});
    FormColumn column{filled_text(element, "head"), pixels_of(element, "width"),
                      align_of(element, spreadsheet::Horizontal::left), Choice::none};
    const std::string_view choose = element.attribute("choose");
    if (choose == "category") {
        column.choose = Choice::category;
    } else if (choose == "department") {
        column.choose = Choice::department;
    } else if (element.has("choose")) {
        element.fail_value("choose", "category, department");
    }
    return column;
}

FormList read_list(const XmlElement& element) {
    element.allow_attributes({"kind", "of", "sheet", "title", "landscape"});
    element.allow_children({"column"});
    FormList list;
    const auto kind = list_kind_from(element.required("of"));
    if (!kind) element.fail_value("of", "basic, cooperative, recalled");
    list.kind = *kind;
    list.sheet = filled_text(element, "sheet");
    list.title = filled_text(element, "title");
    list.landscape = element.flag("landscape", false);
    constexpr std::size_t most_columns = 50;
    for (const XmlElement& column : element.children()) list.columns.push_back(read_column(column));
    if (list.columns.empty() || list.columns.size() > most_columns)
        throw JobError(Code::xml_missing, element.place(), {"list", "<column> (1–50)"});
    return list;
}

void require_parts(const XmlElement& root, const FormTemplate& form, bool of_department) {
    const std::string kind = of_department ? "department" : "township";
    const auto missing = [&](const std::string& what) {
        return JobError(Code::xml_missing, root.place(), {"form", what});
    };
    if (form.cover.sheet.empty()) throw missing("<cover kind=\"" + kind + "\">");
    for (const ListKind wanted : all_list_kinds) {
        if (of_department && wanted == ListKind::basic) continue;
        const auto count = std::count_if(form.lists.begin(), form.lists.end(),
                                         [&](const FormList& list) { return list.kind == wanted; });
        if (count != 1) {
            throw missing("<list kind=\"" + kind + "\" of=\"" + std::string(to_string(wanted)) +
                          "\"> (1)");
        }
    }
}

}  // namespace

FormTemplate read_form_template(const TemplateStore& templates, bool of_department) {
    const XmlDocument document = templates.xml("form.xml");
    const XmlElement root = document.root();
    if (root.name() != "form")
        throw JobError(Code::xml_unknown_element, root.place(), {std::string(root.name())});
    root.allow_attributes({"rows", "error-title", "error-message"});
    root.allow_children({"cover", "list", "choices", "category", "instructions"});
    FormTemplate form;
    constexpr double most_rows = 5'000;
    form.rows = static_cast<std::uint32_t>(number_within(root, "rows", 1, most_rows));
    form.error_title = filled_text(root, "error-title");
    form.error_message = filled_text(root, "error-message");
    for (const XmlElement& element : root.children("cover")) {
        FormCover cover = read_cover(element);
        if (is_of_department(element) == of_department) form.cover = std::move(cover);
    }
    for (const XmlElement& element : root.children("list")) {
        FormList list = read_list(element);
        if (is_of_department(element) == of_department) form.lists.push_back(std::move(list));
    }
    require_parts(root, form, of_department);
    const XmlElement choices = required_child(root, "choices");
    choices.allow_attributes(
        {"sheet", "category-head", "department-head", "category-width", "department-width"});
    form.choices_sheet = filled_text(choices, "sheet");
    form.category_head = filled_text(choices, "category-head");
    form.department_head = filled_text(choices, "department-head");
    form.category_pixels = pixels_of(choices, "category-width");
    form.department_pixels = pixels_of(choices, "department-width");
    for (const XmlElement& element : root.children("category")) {
        element.allow_attributes({});
        form.categories.emplace_back(trimmed(element.text()));
        if (form.categories.back().empty()) {
            throw JobError(Code::xml_missing, element.place(),
                           {"category", Message{Code::reason_text_content, {}}});
        }
    }
    const XmlElement instructions = required_child(root, "instructions");
    instructions.allow_attributes({"sheet", "title"});
    form.instructions_sheet = filled_text(instructions, "sheet");
    form.instructions_title = filled_text(instructions, "title");
    form.paragraphs = texts_of(instructions, "paragraph");
    return form;
}

}  // namespace dutylist
