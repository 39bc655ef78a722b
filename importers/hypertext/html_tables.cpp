#include <algorithm>

#include "importers/hypertext/element_kinds.h"
#include "importers/hypertext/html_reader.h"
#include "pipeline/io/limits.h"

// The tables of HtmlReader.

namespace dutylist {

// False if the element is none of a table, or stands outside of all.
bool HtmlReader::start_table_tag(const HtmlToken& token, const Declarations& style) {
    const std::string& name = token.name;
    if (name == "table") {
        end_paragraph();
        builder_.begin_table();
        tables_.emplace_back();
        TableLevel& table = tables_.back();
        table.lists = lists_.count();
        table.outside = elements_.open_floor();
        elements_.open(name, look_of(token, style));
        table.section = table.row = elements_.count();
    } else if (tables_.empty()) {
        return false;
    } else if (name == "tr") {
        close_row();
        builder_.begin_row(tables_.back().in_head);
        tables_.back().row = elements_.count();
        elements_.open(name, look_of(token, style), Concealment::hidden_rows);
    } else if (name == "td" || name == "th") {
        start_cell(token, style);
    } else if (name == "thead" || name == "tbody" || name == "tfoot") {
        close_row();
        TableLevel& table = tables_.back();
        elements_.cut(table.section);
        elements_.open(name, look_of(token, style));
        table.row = elements_.count();
        table.in_head = name == "thead";
    } else if (name == "col" || name == "colgroup") {
        hide_columns(token, style);
    } else {
        return false;
    }
    return true;
}

void HtmlReader::start_cell(const HtmlToken& token, const Declarations& style) {
    close_cell();
    builder_.begin_cell();
    TableLevel& table = tables_.back();
    table.in_cell = true;
    const std::uint32_t rows = token.number("rowspan", 1);
    table.cell = {token.number("colspan", 1), rows == 0 ? 65'535 : rows, token.name == "th"};
    TextLook look = look_of(token, style);
    const bool column = is_in_hidden_columns(table.cell.columns);
    if (column) look.hidden = true;
    table.outside_cell = elements_.open_floor();
    elements_.open(token.name, look,
                   column ? Concealment::hidden_columns : Concealment::hidden_part);
}

void HtmlReader::hide_columns(const HtmlToken& token, const Declarations& style) {
    const TextLook look = look_of(token, style);
    const auto width = style.find("width");
    const bool narrow = token.value("width") == "0" ||
                        (width != style.end() && (width->second == "0" || width->second == "0px" ||
                                                  width->second == "0pt"));
    const bool hidden = look.hidden.value_or(false) || look.transparent.value_or(false) || narrow;
    std::vector<bool>& columns = tables_.back().hidden_columns;
    // The columns of a group are those of its <col>, which follow.
    if (token.name == "colgroup" && !token.attribute("span") && !hidden) return;
    const std::size_t room = default_limits.table_columns -
                             std::min<std::size_t>(default_limits.table_columns, columns.size());
    columns.resize(columns.size() + std::min<std::size_t>(token.number("span", 1), room), hidden);
}

bool HtmlReader::is_in_hidden_columns(std::uint32_t columns) const {
    const std::vector<bool>& hidden = tables_.back().hidden_columns;
    if (hidden.empty()) return false;
    const std::uint32_t first = builder_.next_column();
    for (std::uint32_t column = first; column < first + std::max(columns, 1U); ++column) {
        if (column >= hidden.size() || !hidden[column]) return false;
    }
    return true;
}

void HtmlReader::close_cell() {
    TableLevel& table = tables_.back();
    if (!table.in_cell) return;
    table.in_cell = false;
    concealed_.end_stretch();
    elements_.cut(table.outside_cell);
    lists_.cut(table.lists);
    heading_ = 0;
    (table.cell.header ? table.row_has_header : table.row_has_data) = true;
    builder_.end_cell(table.cell.columns, table.cell.rows);
    text_outside_links_ = false;
}

void HtmlReader::close_row() {
    close_cell();
    TableLevel& table = tables_.back();
    if (table.row_has_header && !table.row_has_data) builder_.set_row_header();
    table.row_has_header = table.row_has_data = false;
    elements_.cut(table.row);
    builder_.end_row();
}

void HtmlReader::close_table() {
    close_row();
    builder_.end_table();
    elements_.cut(tables_.back().outside);
    tables_.pop_back();
}

}  // namespace dutylist
