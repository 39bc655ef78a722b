#include "pipeline/recognition/list_builder.h"

#include <algorithm>
#include <array>

#include "pipeline/analysis/item_number.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/limits.h"
#include "pipeline/recognition/draft_text.h"
#include "pipeline/recognition/list_checks.h"
#include "pipeline/recognition/list_columns.h"
#include "pipeline/recognition/list_doubts.h"
#include "pipeline/recognition/page_furniture.h"
#include "pipeline/text/encoding.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

SourceLocation place_of(const DraftText& text) { return text.source.locate(text.text, 0); }

SourceLocation place_of(const DraftRow& row) {
    for (const DraftCell& cell : row.cells) {
        if (!cell.content.text.empty()) return place_of(cell.content);
    }
    return {};
}

bool is_of_sheet(const DraftRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [](const DraftCell& cell) {
        const auto& origin = cell.content.source.origin();
        return origin && !origin->sheet.empty();
    });
}

Cell to_cell(DraftText&& text) {
    return {std::move(text.text), {}, std::move(text.restored), std::move(text.source)};
}

// Whether what follows `text` stands on a line of its own: a sentence ends here.
bool ends_sentence(std::string_view text) {
    static constexpr std::array<std::string_view, 9> marks{"。", "；", ";", "：", ":",
                                                           "！", "？", ".", "\n"};
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return text.ends_with(mark); });
}

// `at`: the row or text for whose sake there is one more item or column.
template <typename At>
void require_room(std::size_t items, std::size_t columns, const At& at) {
    const bool too_many_columns = columns > default_limits.table_columns;
    if (!too_many_columns && items * columns <= default_limits.cells) return;
    const SourceLocation place = place_of(at);
    throw JobError(
        too_many_columns ? Code::format_too_many_columns : Code::format_too_many_cells, place,
        {place.file,
         std::to_string(too_many_columns ? default_limits.table_columns : default_limits.cells)});
}

}  // namespace

void leave_out(ByteAccount* account, const DraftText& text, LeftOut as) {
    if (!account) return;
    std::string words;
    std::size_t at = 0;
    for (const TextSpan label : text.restored) {
        words.append(text.text, at, label.begin - at);
        at = label.end;
    }
    words.append(text.text, at);
    const std::uint64_t bytes = encoded_size(without_white_space(words), account->encoding);
    account->text -= bytes;
    (as == LeftOut::furniture ? account->furniture : account->removed) += bytes;
}

ListBuilder::ListBuilder(ListKind kind, std::string title, const std::vector<Column>& columns,
                         const ColumnSynonyms& synonyms, Diagnostics& diagnostics,
                         ByteAccount* account)
    : synonyms_(synonyms), diagnostics_(diagnostics), account_(account) {
    list_.kind = kind;
    list_.title = std::move(title);
    use_columns(columns);
}

// `at`: the row, item or text for whose sake they are made.
template <typename At>
void ListBuilder::take_copies(std::size_t cells, std::size_t text_bytes, const At& at) {
    const auto limit = copies_.take(cells, text_bytes);
    if (!limit) return;
    const SourceLocation place = place_of(at);
    throw JobError(Code::format_merge_too_large, place, {place.file, std::to_string(*limit)});
}

std::vector<bool> ListBuilder::use_columns(const std::vector<Column>& columns,
                                           const DraftRow& header) {
    std::vector<std::string> heads;
    for (const Column& column : columns) heads.push_back(ColumnSynonyms::comparable(column.head));
    const std::size_t known = list_.columns.size();
    targets_ = continued_columns(list_.columns, comparable_heads_, columns, heads);
    std::vector<bool> added;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        added.push_back(targets_[i] == known);
        if (columns[i].role == CellRole::category) own_categories_ = true;
        if (!added.back()) continue;
        require_room(list_.items.size(), list_.columns.size() + 1, header);
        targets_[i] = list_.columns.size();
        list_.columns.push_back(columns[i]);
        comparable_heads_.push_back(std::move(heads[i]));
    }
    const std::size_t further = list_.columns.size() - known;
    if (further > 0 && !list_.items.empty()) {
        take_copies(list_.items.size() * further, 0, header);
        for (Item& item : list_.items) item.cells.resize(list_.columns.size());
    }
    return added;
}

std::optional<std::size_t> ListBuilder::source_column(CellRole role) const {
    const auto column = list_.column(role);
    if (!column) return {};
    const auto found = std::find(targets_.begin(), targets_.end(), *column);
    if (found == targets_.end()) return {};
    return static_cast<std::size_t>(found - targets_.begin());
}

void ListBuilder::fit_columns(DraftRow& row) {
    const SourceLocation place = place_of(row);
    const ColumnFit::Result result = fit_.fit(row);
    if (!result.by_position) return;
    diagnostics_.add(Code::row_fitted, place,
                     {std::to_string(result.cells), std::to_string(result.heads)});
}

void ListBuilder::fit_width(DraftRow& row) {
    const std::size_t width = targets_.size();
    while (row.cells.size() > width && row.cells.back().content.text.empty()) row.cells.pop_back();
    const std::size_t given = row.cells.size();
    if (given == width) return;
    if (given < width) {
        const auto number = source_column(CellRole::number);
        const bool continued = number && *number < given &&
                               continued_number(row.cells[*number].content.text).has_value();
        // Sheets leave blank cells at the end of a row out, and nothing in the middle.
        if (!continued && !is_of_sheet(row)) {
            bool required = false;
            for (std::size_t i = given; i < width; ++i)
                required = required || list_.columns[targets_[i]].role != CellRole::extra;
            if (required) {
                diagnostics_.add(Code::row_too_short, place_of(row),
                                 {std::to_string(given), std::to_string(width)});
            }
            // Without its number a row begins with the category.
            const bool number_left_out = given + 1 == width && number == 0 && given > 0 &&
                                         !row.cells[0].content.text.empty() &&
                                         !parse_item_number(row.cells[0].content.text);
            if (number_left_out) row.cells.insert(row.cells.begin(), DraftCell{});
        }
        row.cells.resize(width);
        return;
    }
    diagnostics_.add(Code::row_too_long, place_of(row),
                     {std::to_string(given), std::to_string(width)});
    for (std::size_t i = width; i < given; ++i)
        append(row.cells[width - 1].content, std::move(row.cells[i].content), " ");
    row.cells.resize(width);
}

// A row with neither number nor name nor category, but other text: what a page break leaves of the
// row above.
bool ListBuilder::is_unnamed(const DraftRow& row, std::size_t number) const {
    const auto name = source_column(CellRole::name);
    if (list_.items.empty() || !name || !row.cells[number].content.text.empty() ||
        !row.cells[*name].content.text.empty())
        return false;
    const auto category = source_column(CellRole::category);
    return !category || row.cells[*category].content.text.empty();
}

ListBuilder::Continuation ListBuilder::continuation(const DraftRow& row) {
    const auto number = source_column(CellRole::number);
    if (!number) return Continuation::none;
    const DraftCell& cell = row.cells[*number];
    const std::string_view above =
        list_.items.empty() ? std::string_view() : list_.text(list_.items.back(), CellRole::number);
    if (const auto continued = continued_number(cell.content.text)) {
        if (!list_.items.empty() && *continued == trimmed(above)) return Continuation::marked;
        diagnostics_.add(Code::continuation_without_item, place_of(row), {cell.content.text});
        return Continuation::none;
    }
    const auto name = source_column(CellRole::name);
    if (is_unnamed(row, *number)) return Continuation::unnamed;
    const bool merged =
        !list_.items.empty() && cell.from_merge && !cell.content.text.empty() &&
        cell.content.text == above && name && row.cells[*name].from_merge &&
        row.cells[*name].content.text == list_.text(list_.items.back(), CellRole::name);
    return merged ? Continuation::merged : Continuation::none;
}

void ListBuilder::append_to_above(DraftRow& row, Continuation how) {
    Item& item = list_.items.back();
    diagnostics_.add(how == Continuation::unnamed ? Code::unnamed_row_joined : Code::rows_joined,
                     place_of(row), {std::string(list_.text(item, CellRole::number))});
    for (std::size_t i = 0; i < targets_.size(); ++i) {
        DraftCell& from = row.cells[i];
        Cell& to = item.cells[targets_[i]];
        const CellRole role = list_.columns[targets_[i]].role;
        const bool same = from.content.text == to.text;
        const bool repeated =
            role == CellRole::number || role == CellRole::category ||
            (same && (from.from_merge || role == CellRole::name || role == CellRole::departments));
        if (repeated) {
            leave_out(account_, from.content, LeftOut::furniture);
            continue;
        }
        // A cell that was cut inside a sentence goes on where it stopped.
        const bool own_line = how == Continuation::merged || ends_sentence(to.text);
        append(to, std::move(from.content), own_line ? "\n" : "");
    }
}

void ListBuilder::expect_rows(std::size_t count) {
    const std::size_t wanted = list_.items.size() + count;
    if (wanted > list_.items.capacity())
        list_.items.reserve(std::max(wanted, 2 * list_.items.capacity()));
}

void ListBuilder::count_cells(const DraftRow& row) {
    std::uint64_t own = 0;
    std::uint64_t text_bytes = 0;
    for (const DraftCell& cell : row.cells) {
        if (cell.content.text.empty() || cell.from_merge) continue;
        ++own;
        text_bytes += cell.content.text.size();
    }
    copies_.add_own(text_bytes);
    if (own < list_.columns.size()) take_copies(list_.columns.size() - own, 0, row);
}

void ListBuilder::add_row(DraftRow row) {
    fit_columns(row);
    fit_width(row);
    if (const Continuation how = continuation(row); how != Continuation::none) {
        append_to_above(row, how);
        return;
    }
    require_room(list_.items.size() + 1, list_.columns.size(), row);
    count_cells(row);
    Item& item = list_.items.emplace_back();
    item.cells.resize(list_.columns.size());
    for (std::size_t i = 0; i < targets_.size(); ++i)
        item.cells[targets_[i]] = to_cell(std::move(row.cells[i].content));
    if (group_) {
        Cell& category = item.cells[*list_.column(CellRole::category)];
        if (category.text.empty()) {
            category.text = group_->category;
            category.source = group_->source;
        }
    }
}

void ListBuilder::add_group(const DraftText& row, std::string_view category, int count) {
    // A heading that is repeated at the top of a page goes on with its group.
    if (group_ && group_->printed == row.text) {
        leave_out(account_, row, LeftOut::furniture);
        return;
    }
    close_group();
    list_.groups.push_back({row.text, static_cast<std::uint32_t>(std::max(count, 0)),
                            static_cast<std::uint32_t>(list_.items.size()), row.source});
    if (!list_.column(CellRole::category)) {
        const auto number = list_.column(CellRole::number);
        const std::size_t at = number ? *number + 1 : 0;
        const auto offset = static_cast<std::ptrdiff_t>(at);
        require_room(list_.items.size(), list_.columns.size() + 1, row);
        const Column category_column{CellRole::category,
                                     std::string(synonyms_.usual_head(CellRole::category))};
        list_.columns.insert(list_.columns.begin() + offset, category_column);
        comparable_heads_.insert(comparable_heads_.begin() + offset,
                                 ColumnSynonyms::comparable(category_column.head));
        for (Item& item : list_.items) item.cells.emplace(item.cells.begin() + offset);
        for (std::size_t& target : targets_) target += target >= at;
        diagnostics_.add(Code::category_from_group_rows, place_of(row), {name_in_messages(list_)});
    }
    const auto begin = static_cast<std::uint32_t>(category.data() - row.text.data());
    Group group{std::string(category),          row.text, place_of(row),
                SourceMap(row.source.origin()), count,    list_.items.size()};
    if (const SourceLocation at = row.source.locate(row.text, begin); at.line != 0)
        group.source.add({0, at.line, at.column});
    group_ = std::move(group);
    part_begins_ = list_.items.size();
    leave_out(account_, row, LeftOut::furniture);
}

void ListBuilder::check_part(int count, const DraftText& row) {
    const std::size_t found = list_.items.size() - part_begins_;
    if (found != static_cast<std::size_t>(count)) {
        diagnostics_.add(Code::group_count_differs, place_of(row),
                         {row.text, std::to_string(count), std::to_string(found)}, row.text);
    }
    part_begins_ = list_.items.size();
}

void ListBuilder::close_group() {
    if (!group_ || group_->count == 0) return;
    const std::size_t found = list_.items.size() - group_->first_item;
    if (found != static_cast<std::size_t>(group_->count)) {
        diagnostics_.add(Code::group_count_differs, group_->place,
                         {group_->category, std::to_string(group_->count), std::to_string(found)},
                         group_->printed);
    }
}

// A category that stands only in the first row of its items (cells that were merged before a
// format without merging) holds for the rows below. Where any category is repeated, an empty cell
// is a defect and stays empty.
void ListBuilder::fill_categories() {
    const auto column = list_.column(CellRole::category);
    if (!column) return;
    std::string_view last;
    std::size_t empty = 0;
    for (const Item& item : list_.items) {
        const std::string_view text = item.cells[*column].text;
        if (text.empty()) {
            ++empty;
            if (last.empty()) return;
        } else {
            if (text == last) return;
            last = text;
        }
    }
    if (empty == 0) return;
    const Cell* above = nullptr;
    for (Item& item : list_.items) {
        Cell& cell = item.cells[*column];
        if (cell.text.empty()) {
            take_copies(0, above->text.size(), item);
            cell = *above;
        }
        above = &cell;
    }
    diagnostics_.add(Code::category_filled_down, place_of(list_.items.front()),
                     {name_in_messages(list_), std::to_string(empty)});
}

DutyList ListBuilder::finish() {
    close_group();
    for (Column& column : drop_unused_columns(list_))
        leave_out(account_, {std::move(column.head), {}, {}}, LeftOut::furniture);
    fill_categories();
    check_numbers(list_, numbers_run_on_, diagnostics_);
    check_names(list_, diagnostics_);
    report_doubtful_columns(list_, diagnostics_);
    for (const Column& column : list_.columns) {
        if (column.role == CellRole::extra && !column.head.empty() &&
            !synonyms_.role_of(column.head)) {
            diagnostics_.add(Code::column_unknown,
                             list_.items.empty() ? SourceLocation{} : place_of(list_.items.front()),
                             {column.head}, column.head);
        }
    }
    report_missing_columns(list_, synonyms_, diagnostics_);
    return std::move(list_);
}

}  // namespace dutylist
