#include "exporters/statistics/statistics_workbook.h"

#include "exporters/sheet_layout/workbook_settings.h"
#include "exporters/spreadsheet/workbook_check.h"
#include "exporters/statistics/statistics_sheets.h"

namespace dutylist {
namespace {

constexpr std::string_view suffix = ".statistics.xlsx";

}  // namespace

void write_statistics_workbook(const ExportInput& input, Sink& sink, Diagnostics&) {
    const WorkbookTemplate settings = read_workbook_template(input.templates);
    PlaceholderValues values = document_values(input.document);
    spreadsheet::Workbook book(
        sink, workbook_settings(input, settings, values, suffix, settings.statistics.totals.title));
    const SheetFrame frame(book, settings, std::move(values));
    const StatisticsTemplate& texts = settings.statistics;
    write_totals_sheet(book.add_sheet(texts.totals.sheet), frame, input.statistics);
    write_category_sheet(book.add_sheet(texts.categories.sheet), frame, input.statistics);
    if (input.statistics.of_department) {
        write_township_sheet(book.add_sheet(texts.townships.sheet), frame, input.statistics);
    } else {
        write_department_sheet(book.add_sheet(texts.departments.sheet), frame, input.statistics);
        write_matrix_sheet(book.add_sheet(texts.matrix.sheet), frame, input.statistics);
    }
    book.close();
}

void verify_statistics_workbook(const ExportInput& input, const WrittenBytes& bytes) {
    spreadsheet::check_workbook_parts(bytes, input.statistics.of_department ? 3 : 4);
}

}  // namespace dutylist
