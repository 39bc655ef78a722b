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
    std::vector<std::string> paragraphs;       // what stands outside of tables: title, unit, period
    std::vector<std::string> line_elements;    // qualified names: each begins and ends a line
    std::vector<std::string> space_elements;   // stand for white space
    std::vector<std::string> struck_elements;  // qualified names: what is in them is struck out
    std::vector<std::string> hidden_elements;  // … is not shown
    bool line_feed_is_break = false;           // a line feed in a text is no mere white space

    // How cells of a style are seen (docs/formats.md, hidden and struck-out text). All but `select`
    // are relative to the style; "" where it says nothing.
    struct Style {
        std::string select;
        std::string name;
        std::string struck;
        std::string hidden;
        std::string points;  // the size of its letters
        std::string colour;
        std::string background;
        std::string number_format;  // its code, as in Excel, or its name in Excel 2003 XML
    };
    std::vector<Style> styles;

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
        // The row's number from 1, where it says so. Where a mapping has it, the table is a sheet:
        // places are its rows and columns, and rows leave blank cells at their end out.
        std::string row_number;
        std::string row_hidden;
        // What the table says of its columns, one by one.
        std::string table_column;
        std::string table_column_number;   // from 1, where it says so
        std::string table_column_columns;  // how many columns it stands for
        std::string table_column_hidden;
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
        std::string cell_style;   // the name of its style
        std::string number;       // true for a cell that holds a number, shown by its style
        std::string date;         // true for one that holds a day (2025-07-01T00:00:00)
    };
    std::vector<Table> tables;
};

// Throws JobError with file and line for anything that a mapping must not have.
Mapping read_mapping(const XmlDocument& xml);

// The mappings that ship with the program.
const std::vector<Mapping>& shipped_mappings();

}  // namespace dutylist
