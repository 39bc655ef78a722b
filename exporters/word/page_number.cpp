#include "exporters/word/page_number.h"

#include "exporters/word/style_part.h"
#include "exporters/word/text_writer.h"

namespace dutylist::word {
namespace {

using booklet::BookletTemplate;
using office_container::OpenElement;

// Room for the digits of any font that stands in.
constexpr double line_share = 1.4;

// The template's pattern with a field for {page}.
void write_number(XmlWriter& xml, std::string_view pattern) {
    constexpr std::string_view placeholder = "{page}";
    const std::size_t at = pattern.find(placeholder);
    if (at == std::string_view::npos) {
        write_run(xml, pattern);
        return;
    }
    write_run(xml, pattern.substr(0, at));
    write_field(xml, " PAGE ", "1");
    write_run(xml, pattern.substr(at + placeholder.size()));
}

void write_number_paragraph(XmlWriter& xml, const BookletTemplate& pages, bool odd) {
    const paged::PageNumberStyle& number = pages.pages.number;
    const OpenElement paragraph(xml, "w:p");
    ParagraphProperties properties;
    properties.style = style_id::footer;
    properties.spacing = Spacing{0, 0, number_leading(pages), true};
    if (number.centered) {
        properties.justification = Justification::center;
    } else {
        properties.justification = odd ? Justification::right : Justification::left;
        properties.indent = Indent{odd ? 0 : number.inset, odd ? number.inset : 0, 0};
    }
    properties.write(xml);
    write_number(xml, number.text);
}

class FooterPart {
public:
    explicit FooterPart(std::string& part)
        : xml_(part),
          root_(xml_, "w:ftr", {{"xmlns:w", word_namespace}, {"xmlns:r", relation_namespace}}) {}
    XmlWriter& xml() { return xml_; }

private:
    XmlWriter xml_;
    OpenElement root_;
};

void write_empty_paragraph(XmlWriter& xml) {
    const OpenElement paragraph(xml, "w:p");
    ParagraphProperties properties;
    properties.style = style_id::footer;
    properties.write(xml);
}

}  // namespace

double number_leading(const BookletTemplate& pages) { return pages.pages.number.size * line_share; }

void write_empty_footer(std::string& part) {
    FooterPart footer(part);
    write_empty_paragraph(footer.xml());
}

void write_footer(std::string& part, const BookletTemplate& pages, bool odd) {
    FooterPart footer(part);
    write_number_paragraph(footer.xml(), pages, odd);
}

void write_side_footer(std::string& part, const BookletTemplate& pages, bool odd) {
    FooterPart footer(part);
    XmlWriter& xml = footer.xml();
    const paged::PageGeometry& page = pages.pages.page;
    const double depth = number_leading(pages);
    {
        // A text box that is turned is either of two forms that not every program reads; a table
        // that floats is read by all.
        const OpenElement table(xml, "w:tbl");
        TableProperties properties;
        const double below_area = page.height - page.top - page.area_height;
        properties.place = {below_area - pages.pages.number.distance - depth / 2, page.binding};
        properties.width = depth;
        properties.bordered = false;
        properties.margins = CellMargins{};
        properties.write(xml);
        write_grid(xml, {depth});
        const OpenElement row(xml, "w:tr");
        RowProperties height;
        height.exact_height = page.area_width;
        height.write(xml);
        const OpenElement cell(xml, "w:tc");
        CellProperties turned;
        turned.width = depth;
        turned.turned = "tbRl";
        turned.write(xml);
        write_number_paragraph(xml, pages, odd);
    }
    write_empty_paragraph(xml);
}

}  // namespace dutylist::word
