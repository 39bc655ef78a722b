#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "exporters/typeset/font_roles.h"

namespace dutylist {
class TemplateStore;
}

namespace dutylist::word {

// templates/<name>/word.xml as values: what a Word document asks beside what booklet.xml and
// pages.xml say. Lengths in pt. docs/word.md says what each setting means.

struct FontName {
    std::string name;         // as the document has it
    std::string alternative;  // where it is missing (w:altName)
};

enum class Grid : std::uint8_t { none, lines, characters };

// What has a style of its own that is not one of Word's.
enum class StyleUse : std::uint8_t { cell, cell_heading, head, table, cover, note, index };
inline constexpr std::size_t style_uses = 7;

struct WordTemplate {
    std::string language;
    std::array<FontName, typeset::all_font_roles.size()> fonts;  // by role
    Grid grid = Grid::none;
    double grid_lines = 0;       // on a portrait page
    double grid_characters = 0;  // on a line of it
    double cell_above = 0, cell_below = 0;
    bool exact_lines = false;  // of cells; else they grow with the font
    bool side_number = false;  // of landscape pages
    std::array<std::string, style_uses> styles;

    const FontName& font(typeset::FontRole role) const {
        return fonts[static_cast<std::size_t>(role)];
    }
    const std::string& style(StyleUse use) const { return styles[static_cast<std::size_t>(use)]; }
};

// Throws JobError with file and line for anything wrong in it. What the file leaves out is as in
// the official template.
WordTemplate read_word_template(const TemplateStore& templates);

}  // namespace dutylist::word
