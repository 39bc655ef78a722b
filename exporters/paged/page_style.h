#pragma once

#include <cstdint>
#include <string>

#include "exporters/typeset/paragraph.h"

namespace dutylist {
class TemplateStore;
class XmlElement;
}  // namespace dutylist

namespace dutylist::paged {

// How pages look, as values: pages.xml of a template says it for every paged output, and each
// subject's own template may say otherwise for itself. Lengths in pt. docs/typesetting.md says what
// each setting means and where its built-in value comes from.

struct PageGeometry {
    double width = 0, height = 0;
    double top = 0;      // above the type area
    double binding = 0;  // beside it, on the left of odd pages and the right of even ones
    double area_width = 0, area_height = 0;
    bool duplex = true;  // mirrored margins

    // Of the type area as a page of that orientation is read.
    double line_width(bool landscape) const { return landscape ? area_height : area_width; }
    double depth(bool landscape) const { return landscape ? area_width : area_height; }
};

struct PageNumberStyle {
    double size = 0;
    double distance = 0;    // from the type area to the dashes
    double inset = 0;       // from its side edge
    bool centered = false;  // else at the outer edge
    std::string text;       // with {page}
};

struct TableStyle {
    double size = 0;
    double leading = 0;
    double padding_side = 0;
    double padding_above = 0;  // and below
    double padding_least = 0;  // down to which it may shrink where that saves a page
    double rule = 0;
    double frame = 0;
    std::uint32_t whole_lines = 0;  // rows up to so high are not split over pages
    std::string row_continued;      // （续）
    std::string table_continued;    // 续表, or empty
    double fill = 0;  // up to so many pt left on a full page are shared out among its rows
};

// Behind marked text.
struct HighlightStyle {
    double free = 0;       // of the leading, above and below
    double narrowest = 0;  // a space at a line's end has no width
};

// Dots between a text and the number at the right.
struct LeaderStyle {
    double step = 0;        // em
    double least_room = 0;  // em, for dots and the gap beside them
};

// Widths of columns in tables of many columns. em.
struct ManyColumnsStyle {
    double short_text = 0;       // up to here a text stays on one line
    double halved_text = 0;      // up to here on two
    double least_long_text = 0;  // of columns of longer texts
    double least_number = 0;
    double most_alike = 0;  // columns of numbers up to here are as wide as the widest of them
};

struct PageStyle {
    PageGeometry page;
    PageNumberStyle number;
    typeset::LineRules lines;
    TableStyle table;
    HighlightStyle highlight;
    LeaderStyle leader;
    ManyColumnsStyle many_columns;
};

inline constexpr double pt_of_mm = 72 / 25.4;
// Above the baseline, in em: where the dashes of a page number lie.
inline constexpr double dash_height = 0.35;

// pages.xml of the template. Throws JobError with file and line for anything wrong in it.
PageStyle read_page_style(const TemplateStore& templates);

// What <page>, <page-number>, <line-setting> and <table> below `root` say otherwise, each at most
// once; an attribute that is not there leaves the value as it is. Other children are not looked at.
void override_page_style(const XmlElement& root, PageStyle& style);

// The same of one element's attributes. Names that are not the table's are not looked at.
void override_table_style(const XmlElement& element, TableStyle& style);

// A number more than zero, or at least zero, or a size that text can have: 4 to 200 pt. Throw
// JobError with the element's place.
double positive(const XmlElement& element, std::string_view attribute);
double not_negative(const XmlElement& element, std::string_view attribute);
double text_size(const XmlElement& element, std::string_view attribute);

}  // namespace dutylist::paged
