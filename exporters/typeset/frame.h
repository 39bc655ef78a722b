#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dutylist::typeset {

class FontFace;  // exporters/typeset/font_face.h: one face of a font file, immutable, shared

// What layout makes and an exporter serialises: pages of positioned elements, with the structure of
// the document beside them. Lengths in pt (1/72 inch); the origin is the top left corner, y grows
// downwards. Value types; once made, only read.

struct Point {
    double x = 0;
    double y = 0;
};

struct Rectangle {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    friend bool operator==(const Color&, const Color&) = default;
};

constexpr Color color_from(std::uint32_t rgb) {  // 0xRRGGBB
    return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8),
            static_cast<std::uint8_t>(rgb)};
}

// Index into PagedDocument::structure; `none` marks an artifact: page furniture, rules, repeated
// heads, everything that is not the document's text (ISO 32000-1 14.8.2.2).
using StructureIndex = std::uint32_t;
inline constexpr StructureIndex no_structure = 0xFFFFFFFF;

// One glyph as placed. `advance` is final: justification, squeezed punctuation and gaps are in it.
struct Glyph {
    std::uint16_t id = 0;
    float advance = 0;             // pt
    float offset = 0;              // pt, of the outline from the pen, along the line
    std::uint32_t text_begin = 0;  // the characters it stands for: bytes of GlyphRun::text;
    std::uint32_t text_end = 0;    // equal for a further glyph of one cluster
};

// Glyphs of one font and size on one baseline, left to right.
struct GlyphRun {
    std::uint16_t font = 0;  // index into PagedDocument::fonts
    float size = 0;          // pt
    Point origin;            // where the baseline begins
    Color color;
    StructureIndex structure = no_structure;
    std::string text;  // what it says, exactly
    std::vector<Glyph> glyphs;
};

// A filled rectangle: table rules, bars of charts, shading.
struct Fill {
    Rectangle area;
    Color color;
    StructureIndex structure = no_structure;
};

// A stroked or filled path, for charts and crop marks.
struct Path {
    std::vector<Point> points;
    bool closed = false;
    double line_width = 0;  // 0: not stroked
    Color stroke;
    std::optional<Color> fill;
    StructureIndex structure = no_structure;
};

struct Link {
    Rectangle area;
    std::string destination;  // name of a Destination
    StructureIndex structure = no_structure;
};

struct Destination {
    std::string name;
    std::uint32_t page = 0;  // index into PagedDocument::pages
    Point at;                // in the coordinates of that page's main layer
};

// Elements that share one coordinate system. The transform maps the layer's coordinates to those
// of the page (both y downwards): x' = a x + c y + e, y' = b x + d y + f. Landscape tables are laid
// out upright in a layer that is turned on its portrait page.
struct Layer {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
    std::vector<Fill> fills;  // drawn first
    std::vector<Path> paths;
    std::vector<GlyphRun> runs;  // in the order of reading
    std::vector<Link> links;
};

struct Page {
    double width = 0;
    double height = 0;
    int rotate = 0;             // degrees clockwise for display: 0 or 90
    std::string label;          // "1", "封面"; shown by viewers (page labels)
    std::vector<Layer> layers;  // layers[0] is the main one
};

enum class StructureRole : std::uint8_t {
    document,
    part,
    section,
    title,
    heading1,
    heading2,
    heading3,
    paragraph,
    contents,
    contents_item,
    reference,
    table,
    table_head,
    table_body,
    row,
    header_cell,
    data_cell,
    list,
    list_item,
    label,
    list_body,
    span,
    link,
    figure,
    index,
};

// A node of the tag tree. Nodes stand in the order of reading, parents before children.
struct StructureNode {
    StructureRole role = StructureRole::paragraph;
    StructureIndex parent = no_structure;
    enum class Scope : std::uint8_t { none, column, row } scope = Scope::none;
    std::uint16_t column_span = 1;
    std::uint16_t row_span = 1;
    std::string title;        // of a heading, for /T; may be empty
    std::string alternative;  // of a figure: what it shows
};

struct Bookmark {
    std::string title;
    std::string destination;
    int level = 0;  // 0 outermost; a child follows its parent
    bool open = false;
};

// Everything a page format needs.
struct PagedDocument {
    std::string title;
    std::string author;
    std::string subject;
    std::string language = "zh-CN";
    std::int64_t timestamp = 0;  // seconds since 1970, UTC
    std::vector<std::shared_ptr<const FontFace>> fonts;
    std::vector<Page> pages;
    std::vector<StructureNode> structure;
    std::vector<Destination> destinations;
    std::vector<Bookmark> bookmarks;
};

}  // namespace dutylist::typeset
