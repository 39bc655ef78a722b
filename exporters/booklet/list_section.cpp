#include "exporters/booklet/list_section.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

#include "exporters/booklet/cell_breaks.h"
#include "exporters/booklet/table_setter.h"
#include "exporters/booklet/title_lines.h"
#include "exporters/typeset/column_widths.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/decimal.h"
#include "pipeline/text/utf8.h"

namespace dutylist::booklet {

using namespace typeset;

namespace {

std::string tenths(double value) { return fixed_point(value, 1); }

std::string shortened(std::string_view text, std::uint32_t characters) {
    if (count_characters(text) <= characters) return std::string(text);
    std::size_t end = 0;
    for (std::uint32_t i = 0; i < characters; ++i) end += decode_at(text, end).bytes;
    return std::string(text.substr(0, end)) + "…";
}

void report_missing(const Cell& cell, const std::vector<MissingCharacter>& missing,
                    Diagnostics& diagnostics) {
    for (const MissingCharacter& entry : missing) {
        diagnostics.add(
            missing_glyph(entry.character, cell.source.locate(cell.text, entry.offset)));
    }
}

double sum_of_least(const std::vector<ColumnBounds>& bounds) {
    double sum = 0;
    for (const ColumnBounds& bound : bounds) sum += bound.least;
    return sum;
}

// Makes least widths smaller, in halves of an em, until they fit, but never less than what can be
// set: a list may have columns together that the template has as alternatives, or foresaw not at
// all.
void make_way(std::vector<ColumnBounds>& bounds, double available) {
    constexpr double least = 2;
    for (double sum = sum_of_least(bounds); sum > available; sum = sum_of_least(bounds)) {
        const double factor = available / sum;
        double given = 0;
        for (ColumnBounds& bound : bounds) {
            const double width = std::max(least, std::floor(bound.least * factor * 2) / 2);
            given += bound.least - width;
            bound.least = width;
        }
        if (given <= 0) return;
    }
}

// Whether the line after `line` begins a name: pages rather break there.
bool begins_name(const CellText& text, const CellLine& line) {
    return text.parts[line.part].paragraph.atoms[line.line.end - 1].type == BreakClass::closer;
}

class ListSection {
public:
    ListSection(PageBuilder& builder, const Document& document, std::size_t index, int& next_page,
                Diagnostics& diagnostics)
        : builder_(builder),
          document_(document),
          list_(document.lists[index]),
          index_(index),
          settings_(builder.settings().lists[static_cast<std::size_t>(list_.kind)]),
          next_page_(next_page),
          diagnostics_(diagnostics) {}

    ListPlace run() {
        shape();
        find_widths();
        break_lines();
        make_rows();
        draw();
        return std::move(place_);
    }

private:
    void shape();
    void find_widths();
    void break_lines();
    void draw();
    bool begins_category(std::uint32_t item) const;
    void make_rows();
    CellShape cell_shape(std::size_t column, std::uint32_t item) const;
    std::vector<RowShape> row_shapes() const;
    TableMeasures paginate();
    double title_leading() const;
    double title_height() const;
    double draw_continued();
    double draw_title(StructureIndex section);
    void open_page();
    void begin_row(std::uint32_t row, double top);
    std::string title() const;
    std::string destination() const;
    std::string item_destination(std::uint32_t row);

    const LineRules& rules() const { return builder_.settings().lines; }
    double area_width() const {
        const PageSettings& page = builder_.settings().page;
        return settings_.landscape ? page.area_height : page.area_width;
    }
    double area_height() const {
        const PageSettings& page = builder_.settings().page;
        return settings_.landscape ? page.area_width : page.area_height;
    }

    PageBuilder& builder_;
    const Document& document_;
    const DutyList& list_;
    std::size_t index_;
    const ListSettings& settings_;
    int& next_page_;
    Diagnostics& diagnostics_;
    SetTable table_;
    std::vector<std::string> title_lines_;
    std::vector<TablePage> pages_;
    ListPlace place_;
    std::set<std::string> used_names_;
};

void ListSection::shape() {
    table_.cells.resize(list_.columns.size());
    std::vector<MissingCharacter> missing;
    WordBreaks words;
    for (std::size_t c = 0; c < list_.columns.size(); ++c) {
        const CellRole role = list_.columns[c].role;
        const bool flush =
            settings_.column(role).alignment != Alignment::justify && role != CellRole::number;
        table_.cells[c].reserve(list_.items.size());
        for (const Item& item : list_.items) {
            const Cell& cell = item.cells[c];
            missing.clear();
            table_.cells[c].push_back(shape_cell(builder_.shaper(), FontRole::table,
                                                 FontRole::heading, cell, rules(), &missing));
            if (!missing.empty()) report_missing(cell, missing, diagnostics_);
            if (flush) {
                prefer_cell_breaks(table_.cells[c].back(), cell, role, document_.unit, words);
            }
        }
    }
}

void ListSection::find_widths() {
    std::vector<ColumnBounds> bounds;
    for (const Column& column : list_.columns) {
        const ColumnSettings& wanted = settings_.column(column.role);
        bounds.push_back({wanted.least, wanted.most, wanted.alignment});
    }
    const auto count = static_cast<double>(list_.columns.size());
    const double padding = 2 * settings_.padding_side * count;
    const double available = (area_width() - padding) / settings_.size;
    const double least = sum_of_least(bounds);
    // A column that is too wide for the page on its own is the template's mistake.
    if (std::all_of(bounds.begin(), bounds.end(),
                    [&](const ColumnBounds& bound) { return bound.least <= available; })) {
        make_way(bounds, available);
    }
    const std::vector<double> widths = find_column_widths(table_.cells, bounds, available, rules());
    if (widths.empty()) {
        throw JobError(Code::booklet_columns_too_wide, settings_.place,
                       {tenths(least), tenths(available)});
    }
    double sum = 0;
    for (double width : widths) sum += width * settings_.size;
    // What is left, less than half an em, makes every padding a little wider.
    table_.width = area_width();
    const double spare = (table_.width - sum) / count;
    double x = 0;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        const ColumnSettings& wanted = settings_.column(list_.columns[c].role);
        SetTable::Column column;
        column.x = x;
        column.text_width = widths[c] * settings_.size;
        column.width = column.text_width + spare;
        column.text_x = x + spare / 2;
        column.alignment = wanted.alignment;
        column.middle = wanted.middle;
        const CellRole role = list_.columns[c].role;
        column.repeated = role == CellRole::number || role == CellRole::category;
        column.head = list_.columns[c].head;
        x += column.width;
        table_.columns.push_back(std::move(column));
    }
}

void ListSection::break_lines() {
    std::size_t head_lines = 1;
    for (const SetTable::Column& column : table_.columns) {
        const CellText head =
            shape_text(builder_.shaper(), FontRole::heading, column.head, rules());
        head_lines = std::max(head_lines, break_cell(head, column.text_width / settings_.size,
                                                     Alignment::center, rules())
                                              .size());
    }
    table_.head_height =
        static_cast<double>(head_lines) * settings_.leading + 2 * settings_.padding_above;
    table_.lines.resize(table_.columns.size());
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
        table_.lines[c].reserve(list_.items.size());
        for (const CellText& cell : table_.cells[c]) {
            table_.lines[c].push_back(break_cell(cell,
                                                 table_.columns[c].text_width / settings_.size,
                                                 table_.columns[c].alignment, rules()));
        }
    }
}

bool ListSection::begins_category(std::uint32_t item) const {
    if (!list_.column(CellRole::category)) return false;
    return item == 0 || list_.text(list_.items[item], CellRole::category) !=
                            list_.text(list_.items[item - 1], CellRole::category);
}

// One row an item, and a heading row before each group of a category where the template wants it.
void ListSection::make_rows() {
    for (std::uint32_t item = 0; item < list_.items.size(); ++item) {
        if (settings_.group_headings && begins_category(item)) {
            const std::string_view name = list_.text(list_.items[item], CellRole::category);
            table_.rows.push_back({item, true, std::string(name)});
        }
        table_.rows.push_back({item, false, {}});
    }
}

CellShape ListSection::cell_shape(std::size_t column, std::uint32_t item) const {
    const CellLines& lines = table_.lines[column][item];
    const CellText& text = table_.cells[column][item];
    const CellRole role = list_.columns[column].role;
    const bool names = role == CellRole::departments || role == CellRole::handover_department;
    CellShape cell;
    cell.lines = static_cast<std::uint32_t>(lines.size());
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
        if (i != 0 && (lines[i].begins_block || (names && begins_name(text, lines[i - 1])))) {
            cell.block_starts.push_back(i);
        }
        if (text.parts[lines[i].part].heading && i + 1 < lines.size()) cell.headings.push_back(i);
    }
    return cell;
}

std::vector<RowShape> ListSection::row_shapes() const {
    std::vector<RowShape> shapes;
    shapes.reserve(table_.rows.size());
    for (const SetTable::Row& row : table_.rows) {
        RowShape& shape = shapes.emplace_back();
        shape.heading = row.heading;
        if (row.heading) {
            shape.cells.push_back({1, {}, {}});
            continue;
        }
        for (std::size_t c = 0; c < table_.lines.size(); ++c) {
            shape.cells.push_back(cell_shape(c, row.item));
        }
    }
    return shapes;
}

std::string ListSection::title() const {
    const std::string own =
        list_.title.empty() ? document_.unit.full_name() + settings_.name : list_.title;
    return fill_placeholders(
        settings_.title,
        {{"title", own}, {"unit", document_.unit.full_name()}, {"name", settings_.name}});
}

double ListSection::title_leading() const { return settings_.title_size * 1.5; }

double ListSection::title_height() const {
    return static_cast<double>(title_lines_.size()) * title_leading() + settings_.title_below;
}

double ListSection::draw_title(StructureIndex section) {
    const StructureIndex heading = builder_.add_node(StructureRole::heading1, section);
    builder_.node(heading).title = title();
    const Rectangle& area = builder_.area();
    double height = 0;
    for (const std::string& line : title_lines_) {
        height += builder_.set_text(settings_.title_role, line, area.x, area.y + height, area.width,
                                    title_leading(), Alignment::center,
                                    {settings_.title_size, {}, heading});
    }
    return height + settings_.title_below;
}

// 续表 at the right, above the repeated head.
double ListSection::draw_continued() {
    if (settings_.table_continued.empty()) return 0;
    const Rectangle& area = builder_.area();
    const double width =
        builder_.measure_word(FontRole::table, settings_.table_continued, settings_.size);
    builder_.set_word(FontRole::table, settings_.table_continued, area.x + area.width - width,
                      area.y + PageBuilder::baseline(settings_.leading, settings_.size),
                      {settings_.size, {}, no_structure});
    return settings_.leading;
}

std::string ListSection::destination() const {
    std::string name(to_string(list_.kind));
    // A further list of the same kind gets a number.
    std::size_t same = 0;
    for (std::size_t i = 0; i < index_; ++i) same += document_.lists[i].kind == list_.kind;
    if (same != 0) name += std::to_string(same + 1);
    return name;
}

std::string ListSection::item_destination(std::uint32_t row) {
    const Item& item = list_.items[row];
    std::string name =
        destination() + "-" +
        (item.number ? std::to_string(*item.number) : "row" + std::to_string(row + 1));
    while (!used_names_.insert(name).second) name += "x";
    return name;
}

void ListSection::open_page() {
    PageKind kind;
    kind.landscape = settings_.landscape;
    kind.number = next_page_++;
    kind.label = std::to_string(*kind.number);
    builder_.add_page(kind);
}

void ListSection::begin_row(std::uint32_t row, double top) {
    const Item& item = list_.items[row];
    const int page = next_page_ - 1;
    const double x = builder_.area().x;
    const bool has_category = list_.column(CellRole::category).has_value();
    if (begins_category(row)) {
        CategoryPlace entry;
        entry.name = list_.text(item, CellRole::category);
        entry.destination =
            destination() + "-category" + std::to_string(place_.categories.size() + 1);
        entry.page = page;
        builder_.add_destination(entry.destination, x, top);
        builder_.add_bookmark(entry.name, entry.destination, 1, false);
        place_.categories.push_back(std::move(entry));
    }
    ItemPlace entry{item_destination(row), page};
    builder_.add_destination(entry.destination, x, top);
    std::string name(list_.text(item, CellRole::number));
    if (!name.empty()) name += " ";
    name += list_.text(item, CellRole::name);
    builder_.add_bookmark(shortened(name, builder_.settings().bookmark_characters),
                          entry.destination, has_category ? 2 : 1, false);
    place_.items.push_back(std::move(entry));
}

// Fills the pages. Rows stand a little closer, down to the template's least padding, where that
// saves a page.
TableMeasures ListSection::paginate() {
    const std::vector<RowShape> rows = row_shapes();
    TableMeasures measures;
    measures.leading = settings_.leading;
    measures.padding = 2 * settings_.padding_above;
    measures.whole_lines = settings_.whole_lines;
    measures.first_page = area_height() - title_height() - table_.head_height;
    measures.other_pages = area_height() - table_.head_height;
    if (!settings_.table_continued.empty()) measures.other_pages -= settings_.leading;
    pages_ = split_table(rows, measures);
    constexpr double step = 0.25;
    TableMeasures closer = measures;
    while (closer.padding - step >= 2 * settings_.padding_least - 1e-6) {
        closer.padding -= step;
        std::vector<TablePage> fewer = split_table(rows, closer);
        if (fewer.size() >= pages_.size()) continue;
        pages_ = std::move(fewer);
        return closer;
    }
    return measures;
}

void ListSection::draw() {
    title_lines_ = title_lines(builder_, settings_.title_role, title(), settings_.title_size,
                               area_width(), unit_name_bytes(title(), document_.unit.township));
    const TableMeasures measures = paginate();
    table_.padding_above = measures.padding / 2;
    const StructureIndex section = builder_.add_node(StructureRole::section, PageBuilder::root);
    open_page();
    place_.name = list_name(list_, document_.unit, settings_.name);
    place_.destination = destination();
    place_.page = next_page_ - 1;
    builder_.add_destination(place_.destination, builder_.area().x, builder_.area().y);
    builder_.add_bookmark(place_.name, place_.destination, 0, true);
    double top = builder_.area().y + draw_title(section);
    TableDrawing drawing(builder_, table_, settings_, section);
    for (std::size_t p = 0; p < pages_.size(); ++p) {
        if (p != 0) {
            open_page();
            top = builder_.area().y + draw_continued();
        }
        const double room = p == 0 ? measures.first_page : measures.other_pages;
        const double left = room - pages_[p].used;
        const bool full = p + 1 < pages_.size() && left <= settings_.fill;
        double y = top + drawing.draw_head(top);
        y += drawing.draw_rows(pages_[p], y, full ? left : 0,
                               [this](std::uint32_t row, double at) { begin_row(row, at); });
        drawing.close_box(top, y);
    }
}

}  // namespace

ListPlace set_list(PageBuilder& builder, const Document& document, std::size_t index,
                   int& next_page, Diagnostics& diagnostics) {
    return ListSection(builder, document, index, next_page, diagnostics).run();
}

Diagnostic missing_glyph(char32_t character, SourceLocation place) {
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(character));
    const std::string text = to_utf8(character);
    return make_diagnostic(Code::font_glyph_missing, std::move(place), {text, code}, text);
}

}  // namespace dutylist::booklet
