#include "importers/excel/excel_importer.h"

#include <unordered_map>

#include "importers/excel/sheet_reader.h"
#include "importers/office_container/office_package.h"
#include "importers/office_container/part_name.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist {

Confidence recognise_excel(const SourceBytes& source) {
    return kind_of_package(source) == PackageKind::excel ? Confidence::certain : Confidence::no;
}

Imported read_excel(SourceBytes source, const ImportSettings&, Diagnostics& diagnostics) {
    OfficeContainer container(source);
    const WorkbookParts parts = read_workbook_parts(container);
    SharedStrings strings;
    if (!parts.shared_strings.empty()) {
        TextBuilder builder(std::make_shared<const SourceOrigin>(SourceOrigin{source.name, {}}),
                            TextBuilder::Placing::whole, diagnostics);
        strings.read(container, parts.shared_strings, builder);
    }
    CellBudget budget(source.name);
    std::vector<DraftTable> tables;
    tables.reserve(parts.sheets.size());
    WorkbookReading reading{container, parts, strings, budget, diagnostics, tables};
    std::unordered_map<std::string, std::string_view> read_parts;  // with the sheet's name
    for (const SheetPart& sheet : parts.sheets) {
        const SourceLocation place{source.name, sheet.name, 0, 0};
        const auto [first, is_new] =
            read_parts.try_emplace(comparable_part_name(sheet.part), sheet.name);
        if (!is_new && !sheet.part.empty()) {
            diagnostics.add(Code::excel_same_part, place, {sheet.name, first->second});
        } else if (!sheet.worksheet) {
            diagnostics.add(Code::excel_not_a_worksheet, place, {sheet.name});
        } else if (sheet.hidden) {
            if (sheet_has_content(sheet, container)) {
                diagnostics.add(Code::excel_hidden_sheet, place, {sheet.name});
            }
        } else {
            if (sheet.comments) diagnostics.add(Code::excel_comments, place, {sheet.name});
            read_sheet(sheet, reading);
        }
    }
    Draft draft;
    draft.source_file = source.name;
    for (DraftTable& table : tables) {
        if (!table.rows.empty()) draft.elements.emplace_back(std::move(table));
    }
    return draft;
}

}  // namespace dutylist
