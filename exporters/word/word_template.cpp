#include "exporters/word/word_template.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "exporters/looks/looks.h"
#include "exporters/looks/number_settings.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_file.h"
#include "pipeline/xml/xml_rules.h"

namespace dutylist::word {
namespace {

using typeset::all_font_roles;

constexpr std::array<std::string_view, style_uses> use_names{
    "cell", "cell-heading", "head", "table", "cover", "note", "index"};
constexpr std::array<std::string_view, 3> grid_names{"none", "lines", "characters"};
constexpr std::array<std::string_view, 2> line_names{"at-least", "exact"};

template <std::size_t size>
std::size_t word_index(const XmlElement& element, std::string_view attribute,
                       const std::array<std::string_view, size>& allowed) {
    const std::string_view word = required_word(element, attribute, allowed);
    return static_cast<std::size_t>(std::find(allowed.begin(), allowed.end(), word) -
                                    allowed.begin());
}

constexpr auto role_names = [] {
    std::array<std::string_view, all_font_roles.size()> names{"title", "heading", "body", "table",
                                                              "number"};
    return names;
}();

// Official's elements first, so that the file's own replace them.
std::vector<XmlElement> both(const TemplateElement& root, std::string_view name) {
    std::vector<XmlElement> elements = root.official().children(name);
    for (const XmlElement& own : root.own().children(name)) elements.push_back(own);
    return elements;
}

void read_grid(const TemplateElement& element, WordTemplate& word) {
    read_numbers(
        element,
        {{"lines", &word.grid_lines, 1, 100}, {"characters", &word.grid_characters, 1, 100}},
        {"type"});
    word.grid = static_cast<Grid>(word_index(element.with("type"), "type", grid_names));
}

void read_cells(const TemplateElement& element, WordTemplate& word) {
    read_numbers(element, {{"above", &word.cell_above, 0, 20}, {"below", &word.cell_below, 0, 20}},
                 {"line"});
    word.exact_lines = word_index(element.with("line"), "line", line_names) == 1;
}

}  // namespace

WordTemplate read_word_template(const TemplateStore& templates) {
    const TemplateFile file(templates, "word.xml");
    const TemplateElement root = file.root();
    require_root(root.own(), "word", "urn:dutylist:template:1");
    root.own().allow_attributes({"language"});
    root.own().allow_children({"font", "grid", "cells", "side-number", "style"});
    const Looks looks(templates);
    WordTemplate word;
    word.language = root.with("language").required("language");
    for (const XmlElement& font : both(root, "font")) {
        font.allow_attributes({"role", "name", "alternative"});
        font.allow_children({});
        word.fonts[word_index(font, "role", role_names)] = {looks.font(font, "name"),
                                                            looks.font(font, "alternative")};
    }
    read_grid(root.child("grid"), word);
    read_cells(root.child("cells"), word);
    const TemplateElement side = root.child("side-number");
    side.own().allow_attributes({"enabled"});
    word.side_number = side.with("enabled").flag("enabled", true);
    for (const XmlElement& style : both(root, "style")) {
        style.allow_attributes({"for", "name"});
        style.allow_children({});
        word.styles[word_index(style, "for", use_names)] = style.required("name");
    }
    return word;
}

}  // namespace dutylist::word
