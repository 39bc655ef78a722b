#include "exporters/booklet/list_section.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "exporters/booklet/cell_breaks.h"
#include "exporters/booklet/list_names.h"
#include "exporters/paged/missing_glyph.h"
#include "exporters/paged/table_section.h"
#include "exporters/paged/title_lines.h"
#include "exporters/typeset/column_widths.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/decimal.h"
#include "pipeline/text/utf8.h"

namespace dutylist::booklet {

using namespace paged;
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
        // A place is worth finding only where it is told.
        SourceLocation place;
        if (diagnostics.found(Code::font_glyph_missing) <= Diagnostics::most_alike)
            place = cell.source.locate(cell.text, entry.offset);
        diagnostics.add(missing_glyph(entry.character, std::move(place)));
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

class ListSection {
public:
    ListSection(BookletPages& builder, const Document& document, std::size_t index,
                std::string destination, int& next_page, Diagnostics& diagnostics)
        : builder_(builder),
          document_(document),
          list_(document.lists[index]),
          destination_(std::move(destination)),
          settings_(builder.settings().lists[static_cast<std::size_t>(list_.kind)]),
          next_page_(next_page),
          diagnostics_(diagnostics) {}

    ListPlace run() {
        shape();
        find_widths();
        break_cells(table_, settings_.table, builder_);
        make_rows();
        draw();
        return std::move(place_);
    }

private:
    void shape();
    void find_widths();
    void draw();
    bool begins_category(std::uint32_t item) const;
    void make_rows();
    TableMeasures paginate();
    double title_leading() const;
    double title_height() const;
    double draw_title(StructureIndex section);
    void open_page();
    void begin_row(std::uint32_t row, double top);
    std::string title() const;
    std::string item_destination(std::uint32_t row);

    const LineRules& rules() const { return builder_.style().lines; }
    double area_width() const { return builder_.style().page.line_width(settings_.landscape); }
    double area_height() const { return builder_.style().page.depth(settings_.landscape); }

    BookletPages& builder_;
    const Document& document_;
    const DutyList& list_;
    std::string destination_;
    const ListSettings& settings_;
    int& next_page_;
    Diagnostics& diagnostics_;
    SetTable table_;
    std::vector<std::string> title_lines_;
    std::vector<TablePage> pages_;
    std::vector<std::uint32_t> item_lines_;
    ListPlace place_;
    std::map<std::uint32_t, std::uint32_t> items_of_number_;
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
    const double padding = 2 * settings_.table.padding_side * count;
    const double available = (area_width() - padding) / settings_.table.size;
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
    for (const Column& own : list_.columns) {
        const ColumnSettings& wanted = settings_.column(own.role);
        SetTable::Column& column = table_.columns.emplace_back();
        column.alignment = wanted.alignment;
        column.middle = wanted.middle;
        column.names =
            own.role == CellRole::departments || own.role == CellRole::handover_department;
        column.repeated = own.role == CellRole::number || own.role == CellRole::category;
        column.head = own.head;
    }
    place_columns(table_, widths, settings_.table, area_width());
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

std::string ListSection::title() const {
    const std::string own =
        list_.title.empty() ? document_.unit.full_name() + settings_.name : list_.title;
    return fill_placeholders(
        settings_.title,
        {{"title", own}, {"unit", document_.unit.full_name()}, {"name", settings_.name}});
}

double ListSection::title_leading() const { return settings_.title_size * settings_.title_line; }

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

std::string ListSection::item_destination(std::uint32_t row) {
    const Item& item = list_.items[row];
    if (!item.number) return destination_ + "-row" + std::to_string(row + 1);
    const std::uint32_t same = ++items_of_number_[*item.number];
    std::string name = destination_ + "-" + std::to_string(*item.number);
    if (same > 1) name += "-" + std::to_string(same);
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
            destination_ + "-category" + std::to_string(place_.categories.size() + 1);
        entry.page = page;
        builder_.add_destination(entry.destination, x, top);
        builder_.add_bookmark(entry.name, entry.destination, 1, false);
        place_.categories.push_back(std::move(entry));
    }
    ItemPlace entry{item_destination(row), page, item_lines_[row]};
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
    const std::vector<RowShape> rows = row_shapes(table_);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (!table_.rows[row].heading) item_lines_.push_back(rows[row].tallest());
    }
    const TableMeasures measures =
        table_measures(table_, settings_.table, area_height(), title_height());
    pages_ = split_table(rows, measures);
    constexpr double step = 0.25;
    TableMeasures closer = measures;
    while (closer.padding - step >= 2 * settings_.table.padding_least - 1e-6) {
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
                               area_width(), unit_name_bytes(title(), document_.unit.own_name()));
    const TableMeasures measures = paginate();
    table_.padding_above = measures.padding / 2;
    const StructureIndex section = builder_.add_node(StructureRole::section, PageBuilder::root);
    open_page();
    place_.name = list_name(list_, document_.unit, settings_.name);
    place_.title = title();
    if (title_lines_.size() > 1) {
        for (const std::string& line : title_lines_) {
            place_.title_width =
                std::max(place_.title_width,
                         builder_.measure_word(settings_.title_role, line, settings_.title_size));
        }
    }
    for (const SetTable::Column& column : table_.columns) {
        place_.column_widths.push_back(column.width);
    }
    place_.destination = destination_;
    place_.page = next_page_ - 1;
    builder_.add_destination(place_.destination, builder_.area().x, builder_.area().y);
    builder_.add_bookmark(place_.name, place_.destination, 0, true);
    const double top = builder_.area().y + draw_title(section);
    draw_table(
        builder_, table_, settings_.table, pages_, measures, top, section,
        {[this] { open_page(); }, [this](std::uint32_t row, double at) { begin_row(row, at); }});
}

}  // namespace

ListPlace set_list(BookletPages& builder, const Document& document, std::size_t index,
                   const std::string& destination, int& next_page, Diagnostics& diagnostics) {
    return ListSection(builder, document, index, destination, next_page, diagnostics).run();
}

}  // namespace dutylist::booklet
