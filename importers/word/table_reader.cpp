#include "importers/word/table_reader.h"

#include "importers/word/run_look.h"

namespace dutylist {
namespace {

// A row that is exactly this high, in twentieths of a point, shows no text.
constexpr std::uint32_t lowest_row = 40;

}  // namespace

const TextLook& TableReader::look() const {
    static const TextLook none;
    return cells_.empty() ? none : cells_.back().look;
}

TableReader::Met TableReader::start(std::string_view element, const XmlAttributes& attributes) {
    if (element == "tbl") {
        builder_.begin_table();
        tables_.emplace_back();
    } else if (tables_.empty()) {
        return Met::nothing;
    } else if (element == "tblPr") {
        in_table_properties_ = true;
    } else if (element == "tblStyle") {
        tables_.back().style = &styles_.named(std::string(attributes.value("val")));
    } else if (element == "shd" && in_table_properties_) {
        add_shading(tables_.back().look, attributes);
    } else if (element == "gridCol") {
        builder_.add_grid_column(attributes.number("w", 0));
    } else if (element == "tr") {
        ++tables_.back().rows;
        row_deleted_ = row_header_ = row_hidden_ = false;
        row_skips_ = row_indent_ = 0;
    } else if (element == "trPr") {
        tables_.back().in_row_properties = true;
    } else if (element == "tc" && row_deleted_) {
        return Met::skip;
    } else if (tables_.back().in_row_properties && row_property(element, attributes)) {
        return Met::read;
    } else if (!start_cell_element(element, attributes)) {
        return Met::nothing;
    }
    return Met::read;
}

bool TableReader::row_property(std::string_view element, const XmlAttributes& attributes) {
    if (element == "tblHeader") {
        row_header_ = attributes.flag("val", true);
    } else if (element == "gridBefore") {
        row_skips_ = attributes.number("val", 0);
    } else if (element == "wBefore") {
        if (attributes.value("type") == "dxa") row_indent_ = attributes.number("w", 0);
    } else if (element == "hidden") {
        row_hidden_ = row_hidden_ || attributes.flag("val", true);
    } else if (element == "trHeight") {
        const bool low = attributes.value("hRule") == "exact" &&
                         attributes.number("val", lowest_row + 1) <= lowest_row;
        row_hidden_ = row_hidden_ || low;
    } else if (element == "del") {
        row_deleted_ = true;
        ++tracked_changes_;
    } else if (element == "ins") {
        ++tracked_changes_;
    } else {
        return false;
    }
    return true;
}

bool TableReader::start_cell_element(std::string_view element, const XmlAttributes& attributes) {
    if (element == "tc") {
        builder_.begin_cell();
        Cell cell;
        const Table& table = tables_.back();
        cell.look = table.look.over(look());
        const bool shaded =
            table.style != nullptr &&
            (table.style->shades_cells || (table.rows <= 1 && table.style->shades_first_row));
        if (shaded && !table.look.background) cell.look.on_unknown = true;
        cells_.push_back(cell);
        return true;
    }
    if (cells_.empty()) return false;
    Cell& cell = cells_.back();
    if (element == "tcPr") {
        cell.in_properties = true;
    } else if (!cell.in_properties) {
        return false;
    } else if (element == "gridSpan") {
        cell.columns = attributes.number("val", 1);
    } else if (element == "vMerge") {
        cell.continued = attributes.value("val", "continue") == "continue";
    } else if (element == "hMerge") {
        cell.covered = attributes.value("val", "continue") == "continue";
    } else if (element == "cellDel") {
        cell.deleted = true;
    } else if (element == "shd") {
        TextLook own;
        add_shading(own, attributes);
        if (own.background) cell.look.on_unknown = false;
        cell.look = own.over(cell.look);
    } else {
        return false;
    }
    return true;
}

bool TableReader::end(std::string_view element) {
    if (tables_.empty()) return false;
    if (element == "tblPr") {
        in_table_properties_ = false;
    } else if (element == "trPr") {
        end_row_properties();
    } else if (element == "tcPr") {
        if (!cells_.empty()) cells_.back().in_properties = false;
    } else if (element == "tc") {
        end_cell();
    } else if (element == "tr") {
        builder_.end_row();
        row_deleted_ = false;
        if (tables_.back().row_hidden) concealed_.close();
        tables_.back().row_hidden = false;
    } else if (element == "tbl") {
        builder_.end_table();
        tables_.pop_back();
    } else {
        return false;
    }
    return true;
}

void TableReader::end_row_properties() {
    Table& table = tables_.back();
    table.in_row_properties = false;
    if (row_deleted_) return;
    builder_.begin_row(row_header_);
    if (row_skips_ > 0) {
        builder_.leave_out_columns(row_skips_);
    } else {
        builder_.skip_width(row_indent_);
    }
    if (!row_hidden_) return;
    table.row_hidden = true;
    concealed_.open(Concealment::hidden_rows);
}

void TableReader::end_cell() {
    if (cells_.empty()) return;
    concealed_.end_stretch();
    const Cell cell = cells_.back();
    cells_.pop_back();
    if (cell.deleted) builder_.text().clear();
    if (cell.covered) {
        builder_.end_covered_cell(cell.columns);
    } else if (cell.continued) {
        builder_.end_continued_cell(cell.columns);
    } else {
        builder_.end_cell(cell.columns);
    }
}

}  // namespace dutylist
