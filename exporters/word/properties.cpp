#include "exporters/word/properties.h"

#include <array>
#include <cmath>

namespace dutylist::word {
namespace {

using office_container::OpenElement;

std::string number(double pt) { return std::to_string(twips(pt)); }

// w:val, where an element has nothing else.
void value(XmlWriter& xml, std::string_view name, std::string_view text) {
    xml.empty(name, {{"w:val", text}});
}

constexpr std::array<std::string_view, 5> justifications{"", "left", "center", "right", "both"};

void write_width(XmlWriter& xml, std::string_view name, double pt) {
    xml.empty(name, {{"w:w", number(pt)}, {"w:type", "dxa"}});
}

}  // namespace

std::int64_t twips(double pt) { return std::llround(pt * 20); }

void RunProperties::write_content(XmlWriter& xml) const {
    if (!style.empty()) value(xml, "w:rStyle", style);
    if (!font.empty()) {
        xml.empty("w:rFonts", {{"w:ascii", font},
                               {"w:hAnsi", font},
                               {"w:eastAsia", font},
                               {"w:cs", font},
                               {"w:hint", "eastAsia"}});
    }
    if (size > 0) {
        const std::string halves = std::to_string(std::llround(size * 2));
        value(xml, "w:sz", halves);
        value(xml, "w:szCs", halves);
    }
    if (!language.empty()) {
        xml.empty("w:lang", {{"w:val", "en-US"}, {"w:eastAsia", language}, {"w:bidi", "ar-SA"}});
    }
}

void RunProperties::write(XmlWriter& xml) const {
    if (empty()) return;
    const OpenElement properties(xml, "w:rPr");
    write_content(xml);
}

void ParagraphProperties::write(XmlWriter& xml) const {
    const bool plain = style.empty() && !keep_with_next && tabs.empty() && !snap_to_grid &&
                       !spacing && !indent && justification == Justification::none && !outline &&
                       mark.empty() && !section;
    if (plain) return;
    const OpenElement properties(xml, "w:pPr");
    if (!style.empty()) value(xml, "w:pStyle", style);
    if (keep_with_next) xml.empty("w:keepNext");
    if (!tabs.empty()) {
        const OpenElement all(xml, "w:tabs");
        for (const Tab& tab : tabs) {
            xml.empty("w:tab",
                      {{"w:val", tab.kind}, {"w:leader", tab.leader}, {"w:pos", number(tab.at)}});
        }
    }
    if (snap_to_grid) value(xml, "w:snapToGrid", *snap_to_grid ? "1" : "0");
    if (spacing) {
        xml.open("w:spacing",
                 {{"w:before", number(spacing->before)}, {"w:after", number(spacing->after)}});
        if (spacing->line > 0) {
            xml.attribute("w:line", number(spacing->line));
            xml.attribute("w:lineRule", spacing->exact ? "exact" : "atLeast");
        }
        xml.close("w:spacing");
    }
    if (indent) {
        xml.empty("w:ind", {{"w:left", number(indent->left)},
                            {"w:right", number(indent->right)},
                            {"w:firstLine", number(indent->first_line)}});
    }
    if (justification != Justification::none) {
        value(xml, "w:jc", justifications[static_cast<std::size_t>(justification)]);
    }
    if (outline) value(xml, "w:outlineLvl", std::to_string(*outline));
    mark.write(xml);
    if (section) section->write(xml);
}

void SectionProperties::write(XmlWriter& xml) const {
    const OpenElement properties(xml, "w:sectPr");
    if (!even_footer.empty()) {
        xml.empty("w:footerReference", {{"w:type", "even"}, {"r:id", even_footer}});
    }
    if (!odd_footer.empty()) {
        xml.empty("w:footerReference", {{"w:type", "default"}, {"r:id", odd_footer}});
    }
    value(xml, "w:type", continues ? "continuous" : "nextPage");
    xml.open("w:pgSz", {{"w:w", number(width)}, {"w:h", number(height)}});
    if (landscape) xml.attribute("w:orient", "landscape");
    xml.close("w:pgSz");
    xml.empty("w:pgMar", {{"w:top", number(top)},
                          {"w:right", number(right)},
                          {"w:bottom", number(bottom)},
                          {"w:left", number(left)},
                          {"w:header", number(header)},
                          {"w:footer", number(footer)},
                          {"w:gutter", "0"}});
    if (first_page) xml.empty("w:pgNumType", {{"w:start", std::to_string(*first_page)}});
    xml.empty("w:cols", {{"w:space", "720"}});
    if (grid.empty()) return;
    xml.open("w:docGrid", {{"w:type", grid}, {"w:linePitch", number(grid_line)}});
    if (grid_character != 0) {
        // In 4096ths of a point (ECMA-376 part 1, 17.6.5).
        xml.attribute("w:charSpace", std::to_string(std::llround(grid_character * 4096)));
    }
    xml.close("w:docGrid");
}

void TableProperties::write(XmlWriter& xml) const {
    const OpenElement properties(xml, "w:tblPr");
    if (!style.empty()) value(xml, "w:tblStyle", style);
    if (place) {
        xml.empty("w:tblpPr", {{"w:vertAnchor", "page"},
                               {"w:horzAnchor", "page"},
                               {"w:tblpX", number(place->x)},
                               {"w:tblpY", number(place->y)}});
    }
    write_width(xml, "w:tblW", width);
    if (!bordered) {
        const OpenElement borders(xml, "w:tblBorders");
        for (const std::string_view edge :
             {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
            value(xml, edge, "nil");
        }
    }
    xml.empty("w:tblLayout", {{"w:type", "fixed"}});
    if (margins) {
        const OpenElement all(xml, "w:tblCellMar");
        write_width(xml, "w:top", margins->top);
        write_width(xml, "w:left", margins->left);
        write_width(xml, "w:bottom", margins->bottom);
        write_width(xml, "w:right", margins->right);
    }
    // The head row looks as such; nothing else of the style depends on the place.
    xml.empty("w:tblLook", {{"w:val", "0020"},
                            {"w:firstRow", "1"},
                            {"w:lastRow", "0"},
                            {"w:firstColumn", "0"},
                            {"w:lastColumn", "0"},
                            {"w:noHBand", "0"},
                            {"w:noVBand", "0"}});
    if (!caption.empty()) value(xml, "w:tblCaption", caption);
}

void write_grid(XmlWriter& xml, const std::vector<double>& widths) {
    const OpenElement grid(xml, "w:tblGrid");
    for (const double width : widths) xml.empty("w:gridCol", {{"w:w", number(width)}});
}

void RowProperties::write(XmlWriter& xml) const {
    if (!head && !undivided && exact_height == 0) return;
    const OpenElement properties(xml, "w:trPr");
    if (undivided) xml.empty("w:cantSplit");
    if (exact_height > 0) {
        xml.empty("w:trHeight", {{"w:val", number(exact_height)}, {"w:hRule", "exact"}});
    }
    if (head) xml.empty("w:tblHeader");
}

void CellProperties::write(XmlWriter& xml) const {
    const OpenElement properties(xml, "w:tcPr");
    write_width(xml, "w:tcW", width);
    if (!turned.empty()) value(xml, "w:textDirection", turned);
    if (middle) value(xml, "w:vAlign", "center");
}

}  // namespace dutylist::word
