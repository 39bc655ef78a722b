#include "importers/open_text/open_tables.h"

#include <algorithm>

namespace dutylist {
namespace {

std::uint32_t repeats(const XmlAttributes& attributes) {
    return std::max(attributes.number("number-columns-repeated", 1), 1U);
}

}  // namespace

TextLook OpenTables::look() const { return cells_.empty() ? TextLook{} : cells_.back().look; }

bool OpenTables::start(std::string_view element, const XmlAttributes& attributes) {
    if (element == "table") {
        builder_.begin_table();
        tables_.emplace_back();
        tables_.back().look = looks_.look("table", attributes.value("style-name"));
    } else if (tables_.empty()) {
        return false;
    } else if (element == "table-column") {
        tables_.back().columns.add(attributes, looks_);
    } else if (element == "table-header-rows") {
        tables_.back().header = true;
    } else if (element == "table-row") {
        start_row(attributes);
    } else if (element == "table-cell" || element == "covered-table-cell") {
        start_cell(element != "table-cell", attributes);
    } else {
        return false;
    }
    return true;
}

void OpenTables::start_row(const XmlAttributes& attributes) {
    Table& table = tables_.back();
    table.column = 0;
    table.row_hidden = attributes.value("visibility", "visible") != "visible" ||
                       looks_.is_flat("table-row", attributes.value("style-name"));
    builder_.begin_row(table.header);
    if (table.row_hidden) concealed_.open(Concealment::hidden_rows);
}

void OpenTables::start_cell(bool covered, const XmlAttributes& attributes) {
    Table& table = tables_.back();
    Cell cell;
    cell.covered = covered;
    cell.column = table.column;
    cell.columns = attributes.number("number-columns-spanned", 1);
    cell.rows = attributes.number("number-rows-spanned", 1);
    cell.hidden = table.columns.are_hidden(table.column, cell.columns);
    // The places that a cell covers stand in the source and count themselves.
    table.column += repeats(attributes);
    cell.look =
        looks_.look("table-cell", attributes.value("style-name")).over(table.look).over(look());
    builder_.begin_cell();
    if (cell.hidden) concealed_.open(Concealment::hidden_columns);
    cells_.push_back(cell);
}

void OpenTables::end_cell() {
    if (cells_.empty()) return;
    const Cell cell = cells_.back();
    cells_.pop_back();
    concealed_.end_stretch();
    if (cell.hidden) concealed_.close();
    if (cell.covered) {
        covered_text_ = builder_.end_cell_under_merge(cell.column);
    } else {
        builder_.end_cell(cell.columns, cell.rows);
    }
}

bool OpenTables::end(std::string_view element) {
    if (tables_.empty()) return false;
    if (element == "table-cell" || element == "covered-table-cell") {
        end_cell();
    } else if (element == "table-row") {
        builder_.end_row();
        if (tables_.back().row_hidden) concealed_.close();
    } else if (element == "table-header-rows") {
        tables_.back().header = false;
    } else if (element == "table") {
        builder_.end_table();
        tables_.pop_back();
    } else {
        return false;
    }
    return true;
}

}  // namespace dutylist
