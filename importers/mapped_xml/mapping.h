#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/xml/xml_document.h"

namespace dutylist {

// How to find the tables of an XML format: XPath 1.0 expressions, those of a row relative to its
// table and those of a cell relative to its row or cell. See templates/schemas/mapping.xsd and
// docs/formats.md.
struct Mapping {
    std::string name;
    std::string root;             // local name of the root element this mapping is for
    std::string root_name_space;  // "" for any
    std::vector<std::pair<std::string, std::string>> name_spaces;  // prefix, URI
    std::vector<std::string> paragraphs;      // what stands outside of tables: title, unit, period
    std::vector<std::string> line_elements;   // qualified names: each begins and ends a line
    std::vector<std::string> space_elements;  // stand for white space
    bool line_feed_is_break = false;          // a line feed in a text is no mere white space

    struct Field {
        std::string head;
        std::string select;
    };
    struct Table {
        std::string select;
        std::string caption;  // "" for none
        std::string hidden;   // true for a table that its program does not show
        // So is a table whose style is among these, which are selected once, from the root.
        std::string style;
        std::string hidden_styles;
        std::string row;
        std::string row_header;  // true for a header row
        std::string row_repeat;  // a number
        // Either fields, whose heads make the header row…
        std::vector<Field> fields;
        // …or cells, whatever they hold.
        std::string cell;
        std::string text;         // relative to the cell
        std::string column;       // number of its column from 1, where it says so
        std::string columns;      // that it spans
        std::string rows;         // that it spans
        std::string cell_repeat;  // a number
        std::string covered;      // true for a place that another cell spans
    };
    std::vector<Table> tables;
};

// Throws JobError with file and line for anything that a mapping must not have.
Mapping read_mapping(const XmlDocument& xml);

// The mappings that ship with the program.
const std::vector<Mapping>& shipped_mappings();

}  // namespace dutylist
