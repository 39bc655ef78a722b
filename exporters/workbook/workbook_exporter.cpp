#include "exporters/workbook/workbook_exporter.h"

#include <algorithm>

#include "exporters/sheet_layout/workbook_settings.h"
#include "exporters/spreadsheet/workbook_check.h"
#include "exporters/statistics/statistics_sheets.h"
#include "exporters/workbook/contents_sheet.h"
#include "exporters/workbook/list_sheet.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

using spreadsheet::Sheet;
using spreadsheet::Workbook;

constexpr std::string_view suffix = ".xlsx";

// From here on only one row is kept in memory. Below it the texts are stored once each in a table
// of the file, which other programs read faster.
constexpr std::size_t items_in_memory = 10'000;

Sheet& add_sheet(Workbook& book, const std::string& wanted, Diagnostics& diagnostics) {
    Sheet& sheet = book.add_sheet(wanted);
    if (sheet.name() != wanted) {
        diagnostics.add(Code::workbook_sheet_renamed, {book.shown_name(), {}},
                        {wanted, sheet.name()});
    }
    return sheet;
}

// Lists of one kind, such as those of several townships in one document, have names of their own.
std::string unique_name(const std::string& wanted, std::vector<std::string>& taken) {
    std::string name = wanted;
    for (int n = 2; std::find(taken.begin(), taken.end(), name) != taken.end(); ++n) {
        name = wanted + "_" + std::to_string(n);
    }
    taken.push_back(name);
    return name;
}

// Before hours are spent on rows that no sheet can hold.
void require_that_it_fits(const DutyList& list, const ListTemplate& settings,
                          const std::string& shown_name) {
    // Titles, heads and the signature line; columns that the template adds.
    constexpr std::size_t other_rows = 5;
    if (list.items.size() + other_rows > spreadsheet::maximum_rows) {
        throw JobError(Code::workbook_too_many_rows, {},
                       {shown_name, settings.sheet, std::to_string(spreadsheet::maximum_rows)});
    }
    const std::size_t columns = list.columns.size() + settings.columns.size();
    if (columns > spreadsheet::maximum_columns) {
        throw JobError(Code::workbook_too_many_columns, {},
                       {shown_name, settings.sheet, std::to_string(list.columns.size()),
                        std::to_string(spreadsheet::maximum_columns)});
    }
}

}  // namespace

void write_workbook(const ExportInput& input, Sink& sink, Diagnostics& diagnostics) {
    const Document& document = input.document;
    const WorkbookTemplate settings = read_workbook_template(input.templates);
    PlaceholderValues values = document_values(document);
    spreadsheet::WorkbookSettings book_settings =
        workbook_settings(input, settings, values, suffix);
    for (const DutyList& list : document.lists) {
        require_that_it_fits(list, settings.list(list.kind), book_settings.shown_name);
    }
    book_settings.constant_memory = document.item_count() > items_in_memory;
    Workbook book(sink, std::move(book_settings));
    const SheetFrame frame(book, settings, std::move(values));

    Sheet& contents = add_sheet(book, settings.contents.sheet, diagnostics);
    std::vector<Sheet*> list_sheets;
    for (const DutyList& list : document.lists) {
        const ListTemplate& names = settings.list(list.kind);
        const bool of_department = list.column(CellRole::townships).has_value();
        list_sheets.push_back(
            &add_sheet(book, of_department ? names.department_sheet : names.sheet, diagnostics));
    }
    const StatisticsTemplate& texts = settings.statistics;
    Sheet& categories = add_sheet(book, texts.categories.sheet, diagnostics);
    const bool of_department = input.statistics.of_department;
    Sheet& departments = add_sheet(
        book, of_department ? texts.townships.sheet : texts.departments.sheet, diagnostics);

    ListChoices choices;
    choices.categories = write_category_sheet(categories, frame, input.statistics);
    if (of_department) {
        write_township_sheet(departments, frame, input.statistics);
    } else {
        choices.departments = write_department_sheet(departments, frame, input.statistics);
    }
    for (const CategoryCount& category : input.statistics.categories) {
        choices.category_names.push_back(category.name);
    }

    std::vector<ContentsSheetLine> lines;
    std::vector<std::string> names{texts.categories.name, texts.departments.name};
    for (std::size_t i = 0; i < document.lists.size(); ++i) {
        const DutyList& list = document.lists[i];
        const ListTemplate& list_settings = settings.list(list.kind);
        write_list_sheet(*list_sheets[i], frame, list, list_settings, document, choices,
                         unique_name(list_settings.name, names), diagnostics);
        lines.push_back({list_sheets[i]->name(),
                         frame.text(settings.contents.list_contents,
                                    {{"list", title_of(list, list_settings, document)}}),
                         list.items.size()});
    }
    lines.push_back({categories.name(), frame.text(texts.categories.title)});
    lines.push_back({departments.name(),
                     frame.text(of_department ? texts.townships.title : texts.departments.title)});
    if (!settings.instructions.paragraphs.empty()) {
        Sheet& instructions = add_sheet(book, settings.instructions.sheet, diagnostics);
        write_instructions_sheet(instructions, frame);
        lines.push_back({instructions.name(), frame.text(settings.instructions.title)});
    }
    write_contents_sheet(contents, frame, lines);
    book.close();
}

void verify_workbook(const ExportInput& input, const WrittenBytes& bytes) {
    // Rows and cells were counted when the writer closed the file.
    spreadsheet::check_workbook_parts(bytes, input.document.lists.size() + 3);
}

}  // namespace dutylist
