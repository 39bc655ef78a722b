#pragma once

#include <string>
#include <string_view>

#include "exporters/word/properties.h"
#include "pipeline/model/cell.h"

namespace dutylist::word {

// Runs of text, and what stands in paragraphs beside them.

// A run; '\n' is a line break within the paragraph. Nothing for an empty text.
void write_run(XmlWriter& xml, std::string_view text, const RunProperties& properties = {});

// A cell's text, character by character, in one paragraph's runs: headings of departments and
// sections have the character style `heading_style`, labels are text.
void write_cell_text(XmlWriter& xml, const Cell& cell, const char* heading_style);

// A field with the result that it shows until it is brought up to date: " PAGE ", "1".
void write_field(XmlWriter& xml, std::string_view instruction, std::string_view result);

// A place that links and fields name.
void write_bookmark(XmlWriter& xml, std::string_view name, int id);

// A name for a bookmark: letters, digits and "_", beginning with a letter or "_", which hides it
// from Word's list (40 characters at most).
std::string bookmark_name(std::string_view destination);

}  // namespace dutylist::word
