#include "importers/mapped_xml/mapping.h"

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/built_in_files.h"

namespace dutylist {
namespace {

constexpr std::string_view mapping_name_space = "urn:dutylist:mapping:1";

std::string text_of(const XmlElement& element, std::string_view attribute) {
    return std::string(element.attribute(attribute));
}

Mapping::Style read_style(const XmlElement& element) {
    element.allow_attributes(
        {"select", "name", "struck", "hidden", "points", "colour", "background", "number-format"});
    return {std::string(element.required("select")),
            std::string(element.required("name")),
            text_of(element, "struck"),
            text_of(element, "hidden"),
            text_of(element, "points"),
            text_of(element, "colour"),
            text_of(element, "background"),
            text_of(element, "number-format")};
}

void read_columns(const XmlElement& element, Mapping::Table& table) {
    const XmlElement column = element.child("column");
    if (!column) return;
    column.allow_attributes({"select", "number", "columns", "hidden"});
    table.table_column = column.required("select");
    table.table_column_number = text_of(column, "number");
    table.table_column_columns = text_of(column, "columns");
    table.table_column_hidden = text_of(column, "hidden");
}

void read_cell(const XmlElement& cell, Mapping::Table& table) {
    cell.allow_attributes({"select", "text", "column", "columns", "rows", "repeat", "covered",
                           "style", "number", "date"});
    table.cell = cell.required("select");
    table.text = cell.attribute("text", ".");
    table.column = text_of(cell, "column");
    table.columns = text_of(cell, "columns");
    table.rows = text_of(cell, "rows");
    table.cell_repeat = text_of(cell, "repeat");
    table.covered = text_of(cell, "covered");
    table.cell_style = text_of(cell, "style");
    table.number = text_of(cell, "number");
    table.date = text_of(cell, "date");
}

Mapping::Table read_table(const XmlElement& element) {
    element.allow_attributes({"select", "caption", "hidden", "style", "hidden-styles"});
    element.allow_children({"column", "row", "cell", "field"});
    Mapping::Table table;
    table.select = element.required("select");
    table.caption = text_of(element, "caption");
    table.hidden = text_of(element, "hidden");
    table.style = text_of(element, "style");
    table.hidden_styles = text_of(element, "hidden-styles");
    const XmlElement row = element.child("row");
    if (!row) throw JobError(Code::xml_missing, element.place(), {"table", "row"});
    row.allow_attributes({"select", "header", "repeat", "number", "hidden"});
    table.row = row.required("select");
    table.row_header = text_of(row, "header");
    table.row_repeat = text_of(row, "repeat");
    table.row_number = text_of(row, "number");
    table.row_hidden = text_of(row, "hidden");
    read_columns(element, table);
    for (const XmlElement& field : element.children("field")) {
        field.allow_attributes({"head", "select"});
        table.fields.push_back(
            {std::string(field.required("head")), std::string(field.required("select"))});
    }
    const XmlElement cell = element.child("cell");
    if (cell) read_cell(cell, table);
    if (static_cast<bool>(cell) != table.fields.empty()) {
        throw JobError(Code::xml_missing, element.place(), {"table", "cell | field"});
    }
    return table;
}

}  // namespace

Mapping read_mapping(const XmlDocument& xml) {
    const XmlElement root = xml.root();
    if (root.name() != "mapping" || root.name_space() != mapping_name_space) {
        throw JobError(Code::mapping_not_a_mapping, root.place(),
                       {std::string(mapping_name_space)});
    }
    root.allow_attributes({"name"});
    root.allow_children({"root", "namespace", "paragraph", "line", "space", "struck", "hidden",
                         "text", "style", "table"});
    Mapping mapping;
    mapping.name = root.required("name");
    for (const XmlElement& element : root.children()) {
        const std::string_view name = element.name();
        if (name == "root") {
            element.allow_attributes({"name", "namespace"});
            mapping.root = element.required("name");
            mapping.root_name_space = text_of(element, "namespace");
        } else if (name == "namespace") {
            element.allow_attributes({"prefix", "uri"});
            mapping.name_spaces.emplace_back(element.required("prefix"), element.required("uri"));
        } else if (name == "paragraph") {
            element.allow_attributes({"select"});
            mapping.paragraphs.emplace_back(element.required("select"));
        } else if (name == "line" || name == "space") {
            element.allow_attributes({"element"});
            (name == "line" ? mapping.line_elements : mapping.space_elements)
                .emplace_back(element.required("element"));
        } else if (name == "struck" || name == "hidden") {
            element.allow_attributes({"element"});
            (name == "struck" ? mapping.struck_elements : mapping.hidden_elements)
                .emplace_back(element.required("element"));
        } else if (name == "style") {
            mapping.styles.push_back(read_style(element));
        } else if (name == "text") {
            element.allow_attributes({"line-feed-is-break"});
            mapping.line_feed_is_break = element.flag("line-feed-is-break", false);
        } else {
            mapping.tables.push_back(read_table(element));
        }
    }
    if (mapping.tables.empty()) {
        throw JobError(Code::xml_missing, root.place(), {"mapping", "table"});
    }
    return mapping;
}

const std::vector<Mapping>& shipped_mappings() {
    static const std::vector<Mapping> mappings = [] {
        std::vector<Mapping> found;
        for (const BuiltInFile& file : built_in_files()) {
            if (!file.path.starts_with("official/mappings/")) continue;
            found.push_back(
                read_mapping(XmlDocument(std::string(file.bytes), std::string(file.path))));
        }
        return found;
    }();
    return mappings;
}

}  // namespace dutylist
