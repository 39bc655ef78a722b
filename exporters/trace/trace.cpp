#include "exporters/trace/trace.h"

#include "exporters/typeset/font_face.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/decimal.h"

namespace dutylist::trace {
namespace {

using namespace typeset;

std::string number(double value) {
    std::string text = fixed_point(value, 1);
    return text == "-0.0" ? "0.0" : text;
}

std::string place(double x, double y) { return number(x) + "," + number(y); }

std::string_view name_of(StructureRole role) {
    constexpr std::string_view names[] = {
        "document",  "part",      "section",   "title", "h1",    "h2",     "h3",   "p",  "contents",
        "entry",     "reference", "table",     "thead", "tbody", "row",    "th",   "td", "list",
        "list-item", "label",     "list-body", "span",  "link",  "figure", "index"};
    return names[static_cast<std::size_t>(role)];
}

std::string tag_of(const PagedDocument& document, StructureIndex index) {
    if (index == no_structure) return "-";
    return std::string(name_of(document.structure[index].role)) + "#" + std::to_string(index);
}

double width_of(const GlyphRun& run) {
    double width = 0;
    for (const Glyph& glyph : run.glyphs) width += glyph.advance;
    return width;
}

void add_run(const PagedDocument& document, const GlyphRun& run, std::string& text) {
    text += "  " + place(run.origin.x, run.origin.y) + " w" + number(width_of(run)) + " f" +
            std::to_string(run.font) + "/" + number(run.size) + " " +
            tag_of(document, run.structure) + " " + run.text + "\n";
}

void add_layer(const PagedDocument& document, const Layer& layer, std::string& text) {
    if (layer.b != 0) {
        text += " turned " + number(layer.a) + " " + number(layer.b) + " " + number(layer.c) + " " +
                number(layer.d) + " " + place(layer.e, layer.f) + "\n";
    }
    for (const Fill& fill : layer.fills) {
        text += "  rule " + place(fill.area.x, fill.area.y) + " " + number(fill.area.width) + "x" +
                number(fill.area.height) + "\n";
    }
    for (const GlyphRun& run : layer.runs) add_run(document, run, text);
    for (const Link& link : layer.links) {
        text += "  link " + place(link.area.x, link.area.y) + " " + number(link.area.width) + "x" +
                number(link.area.height) + " -> " + link.destination + "\n";
    }
}

}  // namespace

std::string to_trace(const PagedDocument& document) {
    std::string text = "title " + document.title + "\n";
    for (std::size_t i = 0; i < document.fonts.size(); ++i) {
        text += "font f" + std::to_string(i) + " " + document.fonts[i]->postscript_name() + "\n";
    }
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        const Page& page = document.pages[i];
        text += "page " + std::to_string(i + 1) + " \"" + page.label + "\" " + number(page.width) +
                "x" + number(page.height) + (page.rotate ? " rotated" : "") + "\n";
        for (const Layer& layer : page.layers) add_layer(document, layer, text);
    }
    for (const Destination& target : document.destinations) {
        text += "destination " + target.name + " page " + std::to_string(target.page + 1) + " " +
                place(target.at.x, target.at.y) + "\n";
    }
    for (const Bookmark& bookmark : document.bookmarks) {
        text += "bookmark " + std::string(static_cast<std::size_t>(bookmark.level) * 2, ' ') +
                bookmark.title + " -> " + bookmark.destination + "\n";
    }
    return text;
}

typeset::PageWriter page_writer(const TemplateStore&) { return to_trace; }

void require_text(const WrittenBytes& bytes) {
    if (bytes.size() == 0) bytes.refuse(Message{Code::reason_other_size, {}});
}

}  // namespace dutylist::trace
