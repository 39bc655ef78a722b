#include "exporters/word/list_table.h"

#include "exporters/word/style_part.h"

namespace dutylist::word {
namespace {

using booklet::ColumnSettings;
using office_container::OpenElement;

Justification justification_of(const ColumnSettings& column) {
    switch (column.alignment) {
        case typeset::Alignment::left:
            return Justification::left;
        case typeset::Alignment::center:
            return Justification::center;
        default:
            return Justification::none;  // the style's
    }
}

void write_head(XmlWriter& xml, const DutyList& list, const std::vector<double>& widths) {
    const OpenElement row(xml, "w:tr");
    RowProperties properties;
    properties.head = true;
    properties.undivided = true;
    properties.write(xml);
    for (std::size_t i = 0; i < list.columns.size(); ++i) {
        const OpenElement cell(xml, "w:tc");
        CellProperties of_cell{widths[i], {}, true};
        of_cell.write(xml);
        const OpenElement paragraph(xml, "w:p");
        ParagraphProperties of_paragraph;
        of_paragraph.style = style_id::head;
        of_paragraph.write(xml);
        write_run(xml, list.columns[i].head);
    }
}

}  // namespace

void write_list_table(XmlWriter& xml, const DutyList& list, const booklet::ListPlace& place,
                      const booklet::ListSettings& settings, const WordTemplate& word,
                      const std::function<void(std::size_t item)>& bookmark) {
    const OpenElement table(xml, "w:tbl");
    TableProperties properties;
    properties.style = style_id::table;
    for (const double width : place.column_widths) properties.width += width;
    const paged::TableStyle& look = settings.table;
    properties.margins =
        CellMargins{word.cell_above, look.padding_side, word.cell_below, look.padding_side};
    properties.caption = place.title;
    properties.write(xml);
    write_grid(xml, place.column_widths);
    write_head(xml, list, place.column_widths);
    for (std::size_t item = 0; item < list.items.size(); ++item) {
        const OpenElement row(xml, "w:tr");
        RowProperties of_row;
        of_row.undivided = place.items[item].lines <= look.whole_lines;
        of_row.write(xml);
        for (std::size_t i = 0; i < list.columns.size(); ++i) {
            const ColumnSettings& column = settings.column(list.columns[i].role);
            const OpenElement cell(xml, "w:tc");
            CellProperties{place.column_widths[i], {}, column.middle}.write(xml);
            const OpenElement paragraph(xml, "w:p");
            ParagraphProperties of_paragraph;
            of_paragraph.style = style_id::cell;
            of_paragraph.justification = justification_of(column);
            of_paragraph.write(xml);
            if (i == 0) bookmark(item);
            write_cell_text(xml, list.items[item].cells[i], style_id::cell_heading);
        }
    }
}

}  // namespace dutylist::word
