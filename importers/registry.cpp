#include "pipeline/registry.h"

#include "importers/csv/csv_importer.h"
#include "importers/excel/excel_importer.h"
#include "importers/html/html_importer.h"
#include "importers/mapped_xml/mapped_xml_importer.h"
#include "importers/markdown/markdown_importer.h"
#include "importers/open_document/open_document_importer.h"
#include "importers/open_text/open_text_importer.h"
#include "importers/text/text_importer.h"
#include "importers/unsupported/unsupported_importer.h"
#include "importers/word/word_importer.h"
#include "importers/xml/xml_importer.h"

namespace dutylist {

std::span<const Importer> importer_table() {
    static constexpr Importer table[] = {
        {"xml", "标准 XML", "canonical XML", ".xml", recognise_canonical_xml, read_canonical_xml},
        {"docx", "Word 文档", "Word document", ".docx .docm", recognise_word, read_word},
        {"xlsx", "Excel 工作簿", "Excel workbook", ".xlsx .xlsm", recognise_excel, read_excel},
        {"ods", "OpenDocument 表格", "OpenDocument spreadsheet", ".ods .fods",
         recognise_open_document, read_open_document},
        {"odt", "OpenDocument 文字文档", "OpenDocument text document", ".odt .fodt",
         recognise_open_text, read_open_text},
        {"html", "网页", "web page", ".html .htm", recognise_html, read_html},
        {"markdown", "Markdown 文档", "Markdown", ".md", recognise_markdown, read_markdown},
        {"csv", "逗号或制表符分隔的表格", "comma or tab separated values", ".csv .tsv",
         recognise_csv, read_csv},
        {"mapped-xml", "其他 XML（按对应关系文件）", "other XML, through a mapping file", ".xml",
         recognise_mapped_xml, read_mapped_xml},
        {"text", "文本", "plain text", ".txt", recognise_text, read_text},
        {"unsupported", "不能直接读取，会说明如何另存", "not read; says how to convert it",
         ".doc .wps .xls .et .pdf .ofd", recognise_unsupported, read_unsupported, false},
    };
    return table;
}

}  // namespace dutylist
