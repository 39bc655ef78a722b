#include <algorithm>
#include <array>
#include <vector>

#include "pipeline/analysis/item_number.h"
#include "pipeline/recognition/foreign_heads.h"
#include "pipeline/recognition/list_kind.h"
#include "pipeline/recognition/page_furniture.h"
#include "pipeline/recognition/passed_over_table.h"
#include "pipeline/recognition/recogniser.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

// The tables of Recogniser.

namespace dutylist {
namespace {

bool is_row_number(std::string_view text) {
    return starts_with_digit(text) || parse_item_number(text).has_value();
}

// Whether a row, which is no header, is the first of a table: it has a head or a number, and more.
bool begins_other_table(const DraftRow& row, const ColumnSynonyms& synonyms) {
    std::size_t texts = 0;
    bool first_is_number = false;
    bool has_head = false;
    for (const DraftCell& cell : row.cells) {
        const std::string& text = cell.content.text;
        if (text.empty() || cell.from_merge) continue;
        if (texts++ == 0) first_is_number = is_row_number(text);
        has_head = has_head || (text.size() <= ColumnSynonyms::longest_head &&
                                synonyms.role_of(text).has_value());
    }
    return texts > 1 && (has_head || first_is_number);
}

// A row that adds up those above: 合计 | | 2项.
struct Total {
    const DraftText* word = nullptr;
    bool of_part = false;
    int count = 0;
};
std::optional<Total> total_of(const DraftRow& row) {
    static constexpr std::array<std::string_view, 4> words{"小计", "合计", "总计", "共计"};
    std::vector<const DraftText*> texts;
    for (const DraftCell& cell : row.cells) {
        if (!cell.content.text.empty() && !cell.from_merge) texts.push_back(&cell.content);
    }
    if (texts.size() < 2 || texts.size() > 3) return {};
    const std::string word = without_white_space(texts.front()->text);
    if (std::find(words.begin(), words.end(), word) == words.end()) return {};
    Total total{texts.front(), word == words.front(), 0};
    const std::string& last = texts.back()->text;
    if (is_count_line(last)) {
        total.count = stated_count(last);
    } else if (const auto number = parse_item_number(last)) {
        total.count = static_cast<int>(*number);
    }
    return total.count > 0 ? std::optional(total) : std::nullopt;
}

}  // namespace

void Recogniser::read_table(DraftTable table) {
    std::vector<DraftRow>& rows = table.rows;
    const auto from = [&](std::size_t row) { return std::span(rows).subspan(row); };
    std::size_t at = 0;
    const bool beside = synonyms_.is_beside_lists(table.caption);
    table_seen_ = false;
    bool any_list = false;
    std::size_t pending = 0;  // rows not understood yet: titles, or of a table that is no list
    while (at < rows.size()) {
        const bool repeats = !beside && begins_list_without_heads(rows[at]);
        if (repeats) repeat_heads(rows, at);
        if (auto header = header_at(from(at), synonyms_)) {
            read_rows_above(from(pending).first(at - pending));
            *header = header_of_list(from(at), std::move(*header), table,
                                     repeats || table.kind ? nullptr : settings_.account);
            start_list(*header, from(at).first(header->rows), table);
            if (table.numbers_run_on) current_->let_numbers_run_on();
            current_->use_fit(
                ColumnFit(from(at).first(header->rows), header->columns.size(), table.grid));
            current_->expect_rows(rows.size() - at - header->rows);
            at += header->rows;
            pending = at;
            any_list = true;
            continue;
        }
        if (!table_seen_ && !beside && continues_list(rows[at])) {
            ListBuilder* const list = current_;
            read_rows_above(from(pending).first(at - pending));
            current_ = list;
            table_seen_ = true;
        }
        if (table_seen_) {
            any_list = true;
            read_row(std::move(rows[at]));
            rows[at] = {};
            pending = at + 1;
        }
        ++at;
    }
    if (any_list) {
        read_rows_above(from(pending));
    } else {
        pass_over(table);
    }
}

// Whether a row without a header above it belongs to the list before: a table split over pages.
bool Recogniser::continues_list(const DraftRow& row) const {
    if (!current_ || title_ || !current_->fits(row)) return false;
    const auto number =
        std::find_if(current_->columns().begin(), current_->columns().end(),
                     [](const Column& column) { return column.role == CellRole::number; });
    if (number == current_->columns().end()) return false;
    const auto index = static_cast<std::size_t>(number - current_->columns().begin());
    return index < row.cells.size() && is_row_number(row.cells[index].content.text);
}

// Whether a row is the first of a list whose title stands above it, but no heads: those of the list
// before are meant.
bool Recogniser::begins_list_without_heads(const DraftRow& row) const {
    constexpr std::size_t most_repeated = 100;
    if (!title_ || !heads_.number || heads_.repeated == most_repeated) return false;
    const auto kind = kind_of_title(title_->text, synonyms_);
    if (!kind || (current_ && current_->kind() == *kind && !current_->empty())) return false;
    const std::size_t width = heads_.rows.front().cells.size();
    if (*heads_.number >= row.cells.size() || row.cells.size() > width) return false;
    const auto number = parse_item_number(row.cells[*heads_.number].content.text);
    return number && (!table_seen_ || *number == 1) && only_text(row) == nullptr;
}

// A list that had nothing but these heads was none.
void Recogniser::repeat_heads(std::vector<DraftRow>& rows, std::size_t at) {
    ++heads_.repeated;
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at), heads_.rows.begin(),
                heads_.rows.end());
    if (lists_.empty() || !lists_.back()->empty() || !lists_.back()->title().empty()) return;
    if (current_ == lists_.back().get()) current_ = nullptr;
    lists_.pop_back();
}

// The header without columns of other kinds that hold nothing, where it is known what kind of list
// stands below it. Remembers it whole.
TableHeader Recogniser::header_of_list(std::span<DraftRow> rows, TableHeader header,
                                       const DraftTable& table, ByteAccount* account) {
    heads_.rows.assign(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(header.rows));
    heads_.number.reset();
    for (std::size_t i = 0; i < header.columns.size(); ++i) {
        if (header.columns[i].role == CellRole::number) heads_.number = i;
    }
    std::optional<ListKind> kind = table.kind;
    if (!kind && title_) kind = kind_of_title(title_->text, synonyms_);
    if (!kind) kind = kind_of_title(table.caption, synonyms_);
    if (!kind && current_) kind = current_->kind();
    if (!kind) return header;
    return without_foreign_heads(rows, std::move(header), *kind, synonyms_, account);
}

// Rows above a header, or in a table that turned out to hold a list: lines of text, or those of a
// table that is none.
void Recogniser::read_rows_above(std::span<DraftRow> rows) {
    while (!rows.empty()) {
        const auto begin = std::find_if(rows.begin(), rows.end(), [&](const DraftRow& row) {
            return begins_other_table(row, synonyms_);
        });
        const auto end = std::find_if(
            begin, rows.end(), [](const DraftRow& row) { return only_text(row) != nullptr; });
        read_lines({rows.begin(), begin});
        DraftTable other;
        other.rows.assign(begin, end);
        if (look_at(other, synonyms_).may_be_missed()) {
            outside_.pass_over(other, title_ ? std::string_view(title_->text) : "");
        } else {
            read_lines({begin, end});
        }
        rows = {end, rows.end()};
    }
}

void Recogniser::read_lines(std::span<DraftRow> rows) {
    for (DraftRow& row : rows) {
        for (DraftCell& cell : row.cells) {
            if (cell.content.text.empty()) continue;
            if (cell.from_merge) continue;
            DraftParagraph paragraph;
            paragraph.content = std::move(cell.content);
            read_paragraph(std::move(paragraph));
        }
    }
}

void Recogniser::start_list(const TableHeader& header, std::span<const DraftRow> rows,
                            const DraftTable& table) {
    const ListKind kind =
        table.kind.value_or(kind_of_list(title_ ? std::string_view(title_->text) : "",
                                         header.columns, table.caption, current_, synonyms_));
    const auto known = std::find_if(lists_.begin(), lists_.end(),
                                    [&](const auto& list) { return list->kind() == kind; });
    std::string title;
    if (title_) {
        const bool keep = known == lists_.end() || (*known)->title().empty();
        if (keep) {
            title = std::move(title_->text);
        } else {
            outside_.add_title_of_part(std::move(*title_), (*known)->title());
        }
        title_.reset();
    }
    std::vector<Column> columns = header.columns;
    if (kind == ListKind::recalled) {
        for (Column& column : columns) {
            if (column.role == CellRole::departments) column.role = CellRole::handover_department;
        }
    }
    if (known == lists_.end()) {
        lists_.push_back(std::make_unique<ListBuilder>(kind, std::move(title), columns, synonyms_,
                                                       diagnostics_, settings_.account));
        current_ = lists_.back().get();
    } else {
        current_ = known->get();
        const std::vector<bool> added = current_->use_columns(columns, rows.front());
        if (!title.empty()) current_->set_title(std::move(title));
        for (const DraftRow& row : rows) leave_out_heads(row, added);
    }
    table_seen_ = true;
    if (pending_group_) {
        const auto group = parse_group_heading(pending_group_->text);
        current_->add_group(*pending_group_, group->category, group->count);
        pending_group_.reset();
    }
}

// The heads of a list that is known already; those of columns that came new are its own.
void Recogniser::leave_out_heads(const DraftRow& row, const std::vector<bool>& added) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const bool is_new = i < added.size() && added[i];
        if (!is_new && !row.cells[i].from_merge)
            leave_out(settings_.account, row.cells[i].content, LeftOut::furniture);
    }
}

void Recogniser::read_row(DraftRow row) {
    const DraftText* only = only_text(row);
    const bool empty =
        !only && std::all_of(row.cells.begin(), row.cells.end(),
                             [](const DraftCell& cell) { return cell.content.text.empty(); });
    if (empty) return;
    const bool heads_row = only && (only == &row.cells[0].content ||
                                    std::any_of(row.cells.begin(), row.cells.end(),
                                                [](const DraftCell& c) { return c.from_merge; }));
    // A row of one cell heads the rows below it as well, where the list has more columns.
    const bool several = row.cells.size() > 1 || current_->width() > 1;
    if (heads_row && several && !starts_with_digit(only->text)) {
        read_only_text(*only);
        return;
    }
    if (read_foot(row) || read_total(row)) return;
    current_->add_row(std::move(row));
}

// 合计 | | 2项 below the rows of a list, 小计 | | 1项 below those of a category.
bool Recogniser::read_total(const DraftRow& row) {
    const auto total = total_of(row);
    if (!total) return false;
    if (total->of_part) {
        current_->check_part(total->count, *total->word);
    } else {
        stated_counts_.push_back(
            {current_->kind(), total->count, total->word->source.locate(total->word->text, 0)});
    }
    for (const DraftCell& cell : row.cells) {
        if (!cell.from_merge) leave_out(settings_.account, cell.content, LeftOut::furniture);
    }
    return true;
}

// The foot of a form: 单位负责人：… 填报人：… With names in it, it is reported.
bool Recogniser::read_foot(DraftRow& row) {
    const auto first = std::find_if(row.cells.begin(), row.cells.end(), [](const DraftCell& cell) {
        return !cell.content.text.empty();
    });
    if (starts_with_digit(first->content.text) || !synonyms_.is_foot(first->content.text))
        return false;
    for (DraftCell& cell : row.cells) {
        if (cell.content.text.empty() || cell.from_merge) continue;
        const bool blank = synonyms_.is_blank_foot(cell.content.text);
        if (blank) {
            leave_out(settings_.account, cell.content, LeftOut::furniture);
        } else {
            outside_.add_later_line(std::move(cell.content));
        }
    }
    return true;
}

// A row that says one thing: a group, a page's furniture, the next list's title, a note.
void Recogniser::read_only_text(const DraftText& only) {
    if (is_page_furniture(only.text) || synonyms_.is_blank_foot(only.text)) {
        leave_out(settings_.account, only, LeftOut::furniture);
        return;
    }
    if (is_list_title(only.text, synonyms_)) {
        DraftText text = only;
        ListBuilder* const list = current_;
        take_title(std::move(text));
        // Rows that follow without a header of their own still are this list's.
        if (!current_) current_ = list;
        return;
    }
    if (read_count_line(only)) return;
    const auto group = parse_group_heading(only.text);
    const bool says_so = group && (group->labelled || group->count > 0);
    if (says_so || (group && current_->wants_categories())) {
        current_->add_group(only, group->category, group->count);
    } else {
        outside_.add_later_line(only);
    }
}

// A table that is no list. A cover or a box around a line may be laid out as one: rows of one
// text are read as lines; a sheet beside the lists stays whole.
void Recogniser::pass_over(DraftTable& table) {
    outside_.take_hints(table);
    const std::string title = title_ ? title_->text : std::string();
    const bool lines = lists_.empty() || table.caption.empty();
    for (DraftRow& row : table.rows) {
        const DraftText* only = lines ? only_text(row) : nullptr;
        if (!only) continue;
        DraftParagraph paragraph{*only, 0, false, {}};
        row.cells.clear();
        if (count_characters(paragraph.content.text) > longest_title_characters) {
            outside_.add_later_line(std::move(paragraph.content));
        } else {
            read_paragraph(std::move(paragraph));
        }
    }
    // The next sheet's list is not this one's.
    if (lists_.empty()) give_up_title();
    outside_.pass_over(table, title);
}

}  // namespace dutylist
