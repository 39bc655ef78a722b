#include "pipeline/registry.h"

#include <array>

#include "importers/csv/csv_importer.h"
#include "importers/excel/excel_importer.h"
#include "importers/word/word_importer.h"

namespace dutylist {

std::span<const Importer> importer_table() {
    static constexpr std::array<Importer, 3> table{{
        {"docx", "Word 文档", "Word document", ".docx .docm", recognise_word, read_word},
        {"xlsx", "Excel 工作簿", "Excel workbook", ".xlsx .xlsm", recognise_excel, read_excel},
        {"csv", "逗号或制表符分隔的表格", "comma or tab separated values", ".csv .tsv",
         recognise_csv, read_csv},
    }};
    return table;
}

}  // namespace dutylist
