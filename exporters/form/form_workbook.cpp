#include "exporters/form/form_workbook.h"

#include <algorithm>

#include "exporters/form/form_template.h"
#include "exporters/sheet_layout/sheet_frame.h"
#include "exporters/spreadsheet/workbook_check.h"

namespace dutylist {
namespace {

using spreadsheet::CellFormat;
using spreadsheet::CellRange;
using spreadsheet::Horizontal;
using spreadsheet::Sheet;
using spreadsheet::Workbook;

constexpr std::string_view suffix = ".xlsx";
constexpr std::size_t sheets_beside_lists = 3;

// Ranges of what drop-downs offer; empty: nothing.
struct Offers {
    std::string categories;
    std::string departments;

    const std::string& of(Choice choice) const {
        static const std::string none;
        return choice == Choice::category     ? categories
               : choice == Choice::department ? departments
                                              : none;
    }
};

class FormWriter {
public:
    FormWriter(const FormTemplate& form, const SheetFrame& frame)
        : form_(form), frame_(frame), styles_(frame.settings().styles) {}

    void write_cover(Sheet& sheet) const {
        const FormCover& cover = form_.cover;
        sheet.column_width(0, 0, cover.label_pixels);
        sheet.column_width(1, 1, cover.value_pixels);
        double height = 0;
        std::uint32_t row = frame_.write_titles(sheet, cover.title, {}, 2,
                                                cover.label_pixels + cover.value_pixels, height);
        const auto field = [&](const std::string& label, const std::string& number_format) {
            CellFormat value = open(styles_.body, Horizontal::left);
            value.number_format = number_format;
            sheet.row_height(
                row, frame_.height_of(label, styles_.head, cover.label_pixels) + cover.row_space);
            sheet.text(row, 0, label, frame_.format(styles_.head));
            sheet.blank(row, 1, frame_.format(value));
            ++row;
        };
        field(cover.unit_label, "@");
        field(cover.month_label, cover.month_format);
        sheet.print(frame_.page(false));
        sheet.hide_gridlines();
        sheet.protect();
        sheet.activate();
    }

    void write_list(Sheet& sheet, const FormList& list, const Offers& offers) const {
        std::vector<std::string> heads;
        std::vector<std::uint32_t> pixels;
        std::uint32_t total = 0;
        for (const FormColumn& column : list.columns) {
            const auto index = static_cast<std::uint16_t>(heads.size());
            sheet.column_width(index, index, column.pixels);
            heads.push_back(column.head);
            pixels.push_back(column.pixels);
            total += column.pixels;
        }
        const auto last_column = static_cast<std::uint16_t>(heads.size() - 1);
        double height = 0;
        const std::uint32_t head_row = frame_.write_titles(
            sheet, list.title, {}, static_cast<std::uint16_t>(heads.size()), total, height);
        frame_.write_heads(sheet, head_row, heads, pixels);
        const std::uint32_t first = head_row + 1;
        const std::uint32_t last = head_row + form_.rows;
        for (std::uint32_t row = first; row <= last; ++row) {
            for (std::uint16_t c = 0; c <= last_column; ++c)
                sheet.blank(row, c, frame_.format(open(styles_.body, list.columns[c].align)));
        }
        for (std::uint16_t c = 0; c <= last_column; ++c) {
            const std::string& source = offers.of(list.columns[c].choose);
            if (source.empty()) continue;
            sheet.drop_down({.cells = {first, c, last, c},
                             .source = source,
                             .error_title = form_.error_title,
                             .error_message = form_.error_message});
        }
        sheet.freeze(first, 0);
        sheet.autofilter({head_row, 0, last, last_column});
        sheet.print(frame_.page(list.landscape));
        sheet.repeat_rows(head_row, head_row);
        sheet.protect({}, true);
    }

    Offers write_choices(Sheet& sheet, const std::vector<std::string>& categories,
                         const std::vector<std::string>& departments) const {
        frame_.write_heads(sheet, 0, {form_.category_head, form_.department_head},
                           {form_.category_pixels, form_.department_pixels});
        sheet.column_width(0, 0, form_.category_pixels);
        sheet.column_width(1, 1, form_.department_pixels);
        const std::size_t rows = std::max(categories.size(), departments.size());
        for (std::uint32_t i = 0; i < rows; ++i) {
            if (i < categories.size())
                sheet.text(i + 1, 0, categories[i], frame_.format(styles_.body));
            if (i < departments.size())
                sheet.text(i + 1, 1, departments[i], frame_.format(styles_.body));
        }
        sheet.print(frame_.page(false));
        sheet.protect();
        const auto range = [&](std::uint16_t column, std::size_t count) {
            if (count == 0) return std::string();
            return Workbook::reference(sheet.name(),
                                       {1, column, static_cast<std::uint32_t>(count), column});
        };
        return {range(0, categories.size()), range(1, departments.size())};
    }

    void write_instructions(Sheet& sheet) const {
        const std::uint32_t pixels = form_.cover.label_pixels + form_.cover.value_pixels;
        sheet.column_width(0, 0, pixels);
        double height = 0;
        std::uint32_t row =
            frame_.write_titles(sheet, form_.instructions_title, {}, 1, pixels, height);
        for (const std::string& paragraph : form_.paragraphs) {
            sheet.row_height(row, frame_.height_of(paragraph, styles_.paragraph, pixels) +
                                      form_.cover.row_space);
            sheet.text(row++, 0, paragraph, frame_.format(styles_.paragraph));
        }
        sheet.print(frame_.page(false));
        sheet.hide_gridlines();
        sheet.protect();
    }

private:
    static CellFormat open(CellFormat style, Horizontal align) {
        style.horizontal = align;
        style.locked = false;
        return style;
    }

    const FormTemplate& form_;
    const SheetFrame& frame_;
    const WorkbookStyles& styles_;
};

bool is_wanted(const FormInput& input, ListKind kind) {
    return std::find(input.kinds.begin(), input.kinds.end(), kind) != input.kinds.end();
}

}  // namespace

void write_form(const FormInput& input, Sink& sink, Diagnostics&) {
    const FormTemplate form = read_form_template(input.templates, input.of_department);
    const WorkbookTemplate settings = read_workbook_template(input.templates);
    Workbook book(sink, {.shown_name = input.stem + std::string(suffix),
                         .timestamp = input.timestamp,
                         .default_font = settings.default_font,
                         .title = form.cover.title});
    const SheetFrame frame(book, settings, document_values({}));
    const FormWriter writer(form, frame);
    writer.write_cover(book.add_sheet(form.cover.sheet));
    std::vector<std::pair<Sheet*, const FormList*>> lists;
    for (const FormList& list : form.lists) {
        if (is_wanted(input, list.kind)) lists.emplace_back(&book.add_sheet(list.sheet), &list);
    }
    Sheet& choices = book.add_sheet(form.choices_sheet);
    const Offers offers = writer.write_choices(
        choices, input.office.categories.empty() ? form.categories : input.office.categories,
        input.office.department_names);
    for (const auto& [sheet, list] : lists) writer.write_list(*sheet, *list, offers);
    writer.write_instructions(book.add_sheet(form.instructions_sheet));
    book.close();
}

void verify_form(const FormInput& input, const WrittenBytes& bytes) {
    spreadsheet::check_workbook_parts(bytes, input.kinds.size() + sheets_beside_lists);
}

}  // namespace dutylist
