#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/office_container/xml_writer.h"

namespace dutylist::word {

// Properties of WordprocessingML as values (ECMA-376 part 1, 17.3 to 17.6). Each is written with
// its elements in the order of the schema, whatever order they were set in: programs refuse others.
// Lengths in pt; they are written in twentieths (twips) and text sizes in halves.

using office_container::XmlWriter;

// Twentieths of a point, to the nearest.
std::int64_t twips(double pt);

struct RunProperties {
    std::string style;     // id of a character style
    std::string font;      // all four slots (ascii, hAnsi, eastAsia, cs); empty: the style's
    double size = 0;       // 0: the style's
    std::string language;  // of East Asian text; empty: the style's

    bool empty() const { return style.empty() && font.empty() && size == 0 && language.empty(); }
    // <w:rPr>, or nothing where all is the style's.
    void write(XmlWriter& xml) const;
    // What is in it, for <w:rPrDefault> and styles.
    void write_content(XmlWriter& xml) const;
};

enum class Justification : std::uint8_t { none, left, center, right, both };

struct Spacing {
    double before = 0, after = 0;
    double line = 0;     // 0: as the font has it
    bool exact = false;  // else at least
};

struct Indent {
    double left = 0, right = 0, first_line = 0;
};

struct Tab {
    double at = 0;
    std::string_view kind;    // "left", "right"
    std::string_view leader;  // "none", "dot"
};

struct SectionProperties;

struct ParagraphProperties {
    std::string style;  // id
    bool keep_with_next = false;
    std::vector<Tab> tabs;
    std::optional<bool> snap_to_grid;
    std::optional<Spacing> spacing;
    std::optional<Indent> indent;
    Justification justification = Justification::none;
    std::optional<int> outline;                  // level, from 0
    RunProperties mark;                          // of the paragraph mark
    const SectionProperties* section = nullptr;  // that ends with the paragraph

    // <w:pPr>, or nothing where all is the style's.
    void write(XmlWriter& xml) const;
};

// Footers stand by the relations' ids; an empty one is the one of the section before.
struct SectionProperties {
    std::string odd_footer, even_footer;  // ids of relations
    bool landscape = false;
    double width = 0, height = 0;  // as the page is read
    double top = 0, bottom = 0, left = 0, right = 0;
    double header = 0, footer = 0;
    std::optional<int> first_page;
    bool continues = false;     // no new page
    std::string_view grid;      // w:docGrid type; empty: none
    double grid_line = 0;       // pt
    double grid_character = 0;  // pt beyond the text's size; for linesAndChars

    void write(XmlWriter& xml) const;
};

struct CellMargins {
    double top = 0, left = 0, bottom = 0, right = 0;
};

struct TableProperties {
    std::string style;  // id
    double width = 0;
    std::string caption;  // for those who cannot see it

    // Where it floats, from the page's corner; else it stands in the text.
    struct Place {
        double x = 0, y = 0;
    };
    std::optional<Place> place;
    bool bordered = true;
    std::optional<CellMargins> margins;

    void write(XmlWriter& xml) const;
};

// <w:tblGrid>, of columns.
void write_grid(XmlWriter& xml, const std::vector<double>& widths);

struct RowProperties {
    bool head = false;        // comes again on every page
    bool undivided = false;   // over pages
    double exact_height = 0;  // 0: as its cells need
    void write(XmlWriter& xml) const;
};

struct CellProperties {
    double width = 0;
    std::string_view turned;  // w:textDirection; empty: not
    bool middle = false;
    void write(XmlWriter& xml) const;
};

}  // namespace dutylist::word
