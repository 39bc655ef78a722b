#include "exporters/workbook/contents_sheet.h"

#include <algorithm>

#include "exporters/spreadsheet/text_metrics.h"

namespace dutylist {

using spreadsheet::Format;
using spreadsheet::Horizontal;
using spreadsheet::Sheet;

void write_contents_sheet(Sheet& sheet, const SheetFrame& frame,
                          const std::vector<ContentsSheetLine>& lines) {
    const ContentsTemplate& texts = frame.settings().contents;
    const WorkbookStyles& styles = frame.settings().styles;
    const std::vector<std::uint32_t>& pixels = texts.widths;
    double height = 0;
    for (std::size_t c = 0; c < 4; ++c) sheet.column_width(c, c, pixels[c]);
    const std::uint32_t head_row =
        frame.write_titles(sheet, frame.text(texts.title), frame.text(texts.subtitle), 4,
                           pixels[0] + pixels[1] + pixels[2] + pixels[3], height);
    frame.write_heads(sheet, head_row,
                      {texts.number_head, texts.sheet_head, texts.contents_head, texts.items_head},
                      pixels);
    const Format center = frame.aligned(styles.body, Horizontal::center);
    const Format left = frame.aligned(styles.body, Horizontal::left);
    const Format link = frame.aligned(styles.link, Horizontal::left);
    std::uint32_t row = head_row + 1;
    for (std::size_t i = 0; i < lines.size(); ++i, ++row) {
        const double needed = std::max(frame.height_of(lines[i].sheet, styles.link, pixels[1]),
                                       frame.height_of(lines[i].contents, styles.body, pixels[2]));
        sheet.row_height(row, std::min(needed + texts.row_space, spreadsheet::maximum_row_height));
        sheet.number(row, 0, static_cast<double>(i + 1), center);
        sheet.link(row, 1, lines[i].sheet, {0, 0, 0, 0}, lines[i].sheet, link);
        sheet.text(row, 2, lines[i].contents, left);
        if (lines[i].items) {
            sheet.number(row, 3, static_cast<double>(*lines[i].items), center);
        } else {
            sheet.blank(row, 3, center);
        }
    }
    sheet.print(frame.page(false));
    sheet.print_area({0, 0, row - 1, 3});
    sheet.hide_gridlines();
    sheet.activate();
}

void write_instructions_sheet(Sheet& sheet, const SheetFrame& frame) {
    const InstructionsTemplate& texts = frame.settings().instructions;
    const auto pixels = static_cast<std::uint32_t>(texts.width * spreadsheet::pixels_per_digit);
    sheet.column_width(0, 0, pixels);
    double height = 0;
    std::uint32_t row = frame.write_titles(sheet, frame.text(texts.title), {}, 1, pixels, height);
    const Format format = frame.format(frame.settings().styles.paragraph);
    for (const std::string& paragraph : texts.paragraphs) {
        const std::string text = frame.text(paragraph);
        sheet.row_height(row,
                         std::min(frame.height_of(text, frame.settings().styles.paragraph, pixels) +
                                      texts.row_space,
                                  spreadsheet::maximum_row_height));
        sheet.text(row++, 0, text, format);
    }
    sheet.print(frame.page(false));
    sheet.print_area({0, 0, row - 1, 0});
    sheet.hide_gridlines();
}

}  // namespace dutylist
