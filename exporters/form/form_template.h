#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "exporters/sheet_layout/workbook_template.h"

namespace dutylist {

// form.xml of a template: the workbook to fill in; templates/schemas/form.xsd says what each means.
// Widths in pixels.

struct FormCover {
    std::string file;  // the workbook's name where none is given, without suffix
    std::string sheet, title, unit_label, month_label, month_format;
    std::uint32_t label_pixels = 0, value_pixels = 0;
    double row_space = 0;  // points
};

struct FormColumn {
    std::string head;
    std::uint32_t pixels = 0;
    spreadsheet::Horizontal align = spreadsheet::Horizontal::left;
    Choice choose = Choice::none;
};

struct FormList {
    ListKind kind = ListKind::basic;
    std::string sheet, title;
    bool landscape = false;
    std::vector<FormColumn> columns;
};

struct FormTemplate {
    std::uint32_t rows = 0;  // empty ones of each list
    std::string error_title, error_message;
    FormCover cover;
    std::vector<FormList> lists;
    std::string choices_sheet, category_head, department_head;
    std::uint32_t category_pixels = 0, department_pixels = 0;
    std::vector<std::string> categories;
    std::string instructions_sheet, instructions_title;
    std::vector<std::string> paragraphs;
};

// The parts of a township's form or of a department's. Throws JobError at the place of a mistake.
FormTemplate read_form_template(const TemplateStore& templates, bool of_department);

}  // namespace dutylist
