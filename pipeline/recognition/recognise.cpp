#include "pipeline/recognition/recognise.h"

#include <algorithm>
#include <memory>

#include "pipeline/analysis/analyse.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/kinds_in_table.h"
#include "pipeline/recognition/list_builder.h"
#include "pipeline/recognition/list_kind.h"
#include "pipeline/recognition/one_unit.h"
#include "pipeline/recognition/outside_lists.h"
#include "pipeline/recognition/page_furniture.h"
#include "pipeline/recognition/stated_counts.h"
#include "pipeline/recognition/table_header.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {
// Reads drafts element by element. One pass; texts are moved, never copied.
class Recogniser {
public:
    Recogniser(const RecognitionSettings& settings, Diagnostics& diagnostics)
        : settings_(settings),
          synonyms_(*settings.synonyms),
          diagnostics_(diagnostics),
          outside_(settings, diagnostics) {}

    void read(Draft draft) {
        current_ = nullptr;
        in_contents_ = false;
        for (auto& element : draft.elements) {
            if (auto* paragraph = std::get_if<DraftParagraph>(&element)) {
                read_paragraph(std::move(*paragraph));
            } else {
                for (DraftTable& part : part_by_kind(std::move(std::get<DraftTable>(element)),
                                                     synonyms_, diagnostics_, settings_.account))
                    read_table(std::move(part));
            }
        }
        give_up_title();
    }

    Document finish(const std::string& source_file) {
        if (lists_.empty()) refuse(source_file);
        Document document;
        document.source_file = source_file;
        for (const auto& builder : lists_) document.lists.push_back(builder->finish());
        lists_.clear();
        outside_.complete(document);
        report_broken_promises(document, stated_counts_, synonyms_, diagnostics_);
        return document;
    }

private:
    [[noreturn]] void refuse(const std::string& source_file) const {
        const std::string& head = outside_.head_passed_over();
        if (head.empty()) throw JobError(Code::no_list_found, {}, {source_file});
        throw JobError(Code::no_list_recognised, {}, {source_file, head});
    }

    void read_paragraph(DraftParagraph paragraph) {
        DraftText& text = paragraph.content;
        if (text.text.empty()) return;
        if (is_contents_heading(text.text)) {
            leave_out(settings_.account, text, LeftOut::furniture);
            in_contents_ = true;
            return;
        }
        if (paragraph.in_contents || !paragraph.contents_page.empty()) {
            outside_.add_contents({std::move(text.text), std::move(paragraph.contents_page)});
            return;
        }
        if (auto line = parse_contents_line(text.text)) {
            DraftText leaders;
            leaders.text = text.text.substr(
                line->title.size(), text.text.size() - line->title.size() - line->page.size());
            leave_out(settings_.account, leaders, LeftOut::furniture);
            outside_.add_contents({std::move(line->title), std::move(line->page)});
            return;
        }
        if (is_page_furniture(text.text)) {
            leave_out(settings_.account, text, LeftOut::furniture);
            return;
        }
        if (is_list_title(text.text, synonyms_)) {
            take_title(std::move(text));
            return;
        }
        if (read_count_line(text) || read_group_line(text)) return;
        set_aside(std::move(text));
    }

    void set_aside(DraftText text) {
        if (lists_.empty()) {
            outside_.add_front_line(std::move(text));
        } else {
            outside_.add_later_line(std::move(text));
        }
    }

    // 共106项 below a title, or below the rows of a list.
    bool read_count_line(const DraftText& text) {
        if ((!title_ && !current_) || !is_count_line(text.text)) return false;
        const auto kind = title_ ? synonyms_.kind_of(title_->text) : current_->kind();
        if (!kind) return false;
        stated_counts_.push_back(
            {*kind, stated_count(text.text), text.source.locate(text.text, 0)});
        leave_out(settings_.account, text, LeftOut::furniture);
        return true;
    }

    // A line that heads a group: between the rows of a list, or between its title and its table.
    bool read_group_line(DraftText& text) {
        const bool in_list = current_ && table_seen_;
        if (!in_list && !title_) return false;
        const auto group = parse_group_heading(text.text);
        if (!group || (!group->labelled && group->count == 0)) return false;
        if (in_list) {
            current_->add_group(text, group->category, group->count);
            return true;
        }
        if (group->count == 0 || pending_group_) return false;
        pending_group_ = std::move(text);
        return true;
    }

    void take_title(DraftText text) {
        const auto same = [&](std::string_view other) {
            return without_white_space(other) == without_white_space(text.text);
        };
        const auto repeated = std::find_if(lists_.begin(), lists_.end(),
                                           [&](const auto& list) { return same(list->title()); });
        if (repeated != lists_.end()) {
            // The title at the head of each page.
            leave_out(settings_.account, text, LeftOut::furniture);
            current_ = repeated->get();
            table_seen_ = false;
            return;
        }
        give_up_title();
        title_ = std::move(text);
        current_ = nullptr;
    }

    // A title that no table followed: a line of a contents page without leaders, or of the text.
    void give_up_title() {
        if (pending_group_) {
            set_aside(std::move(*pending_group_));
            pending_group_.reset();
        }
        if (!title_) return;
        if (in_contents_ && lists_.empty()) {
            outside_.add_contents({std::move(title_->text), {}});
        } else {
            set_aside(std::move(*title_));
        }
        title_.reset();
    }

    void read_table(DraftTable table) {
        const std::span<DraftRow> rows = table.rows;
        std::size_t at = 0;
        const bool beside = synonyms_.is_beside_lists(table.caption);
        table_seen_ = false;
        bool any_list = false;
        std::size_t pending = 0;  // rows not understood yet: titles, or of a table that is no list
        while (at < rows.size()) {
            if (auto header = header_at(rows.subspan(at), synonyms_)) {
                read_rows_above(rows.subspan(pending, at - pending));
                start_list(*header, rows.subspan(at, header->rows), table);
                if (table.numbers_run_on) current_->let_numbers_run_on();
                current_->use_fit(
                    ColumnFit(rows.subspan(at, header->rows), header->columns.size(), table.grid));
                current_->expect_rows(rows.size() - at - header->rows);
                at += header->rows;
                pending = at;
                any_list = true;
                continue;
            }
            if (!table_seen_ && !beside && continues_list(rows[at])) {
                ListBuilder* const list = current_;
                read_rows_above(rows.subspan(pending, at - pending));
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
            read_rows_above(rows.subspan(pending));
        } else {
            pass_over(table);
        }
    }

    // Whether a row without a header above it belongs to the list before: a table split over pages.
    bool continues_list(const DraftRow& row) const {
        if (!current_ || title_ || !current_->fits(row)) return false;
        const auto number =
            std::find_if(current_->columns().begin(), current_->columns().end(),
                         [](const Column& column) { return column.role == CellRole::number; });
        if (number == current_->columns().end()) return false;
        const auto index = static_cast<std::size_t>(number - current_->columns().begin());
        return index < row.cells.size() && starts_with_digit(row.cells[index].content.text);
    }

    // Rows above a header, or in a table that turned out to hold a list: lines of text.
    void read_rows_above(std::span<DraftRow> rows) {
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

    void start_list(const TableHeader& header, std::span<const DraftRow> rows,
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
                if (column.role == CellRole::departments)
                    column.role = CellRole::handover_department;
            }
        }
        if (known == lists_.end()) {
            lists_.push_back(std::make_unique<ListBuilder>(
                kind, std::move(title), columns, synonyms_, diagnostics_, settings_.account));
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
    void leave_out_heads(const DraftRow& row, const std::vector<bool>& added) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const bool is_new = i < added.size() && added[i];
            if (!is_new && !row.cells[i].from_merge)
                leave_out(settings_.account, row.cells[i].content, LeftOut::furniture);
        }
    }

    void read_row(DraftRow row) {
        const DraftText* only = only_text(row);
        const bool empty =
            !only && std::all_of(row.cells.begin(), row.cells.end(),
                                 [](const DraftCell& cell) { return cell.content.text.empty(); });
        if (empty) return;
        const bool heads_row =
            only && (only == &row.cells[0].content ||
                     std::any_of(row.cells.begin(), row.cells.end(),
                                 [](const DraftCell& c) { return c.from_merge; }));
        // A row of one cell heads the rows below it as well, where the list has more columns.
        const bool several = row.cells.size() > 1 || current_->width() > 1;
        if (heads_row && several && !starts_with_digit(only->text)) {
            read_only_text(*only);
            return;
        }
        if (read_foot(row)) return;
        current_->add_row(std::move(row));
    }

    // The foot of a form: 单位负责人：… 填报人：… With names in it, it is reported.
    bool read_foot(DraftRow& row) {
        const auto first =
            std::find_if(row.cells.begin(), row.cells.end(),
                         [](const DraftCell& cell) { return !cell.content.text.empty(); });
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
    void read_only_text(const DraftText& only) {
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
    void pass_over(DraftTable& table) {
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

    const RecognitionSettings& settings_;
    const ColumnSynonyms& synonyms_;
    Diagnostics& diagnostics_;
    std::vector<std::unique_ptr<ListBuilder>> lists_;
    ListBuilder* current_ = nullptr;  // the list that rows without a header would continue
    bool table_seen_ = false;         // a header of the current list stands above
    bool in_contents_ = false;
    std::optional<DraftText> title_;          // of the list whose table comes next
    std::optional<DraftText> pending_group_;  // between that title and its table
    std::vector<StatedCount> stated_counts_;
    OutsideLists outside_;
};

}  // namespace

Document recognise_all(std::vector<Draft> drafts, const RecognitionSettings& settings,
                       Diagnostics& diagnostics) {
    if (settings.unit.empty()) require_one_unit(drafts, settings);
    Recogniser recogniser(settings, diagnostics);
    std::string names;
    for (Draft& draft : drafts) {
        names += (names.empty() ? "" : "、") + draft.source_file;
        recogniser.read(std::move(draft));
    }
    Document document = recogniser.finish(names);
    analyse(document, diagnostics);
    return document;
}

Document recognise(Draft draft, const RecognitionSettings& settings, Diagnostics& diagnostics) {
    std::vector<Draft> drafts;
    drafts.push_back(std::move(draft));
    return recognise_all(std::move(drafts), settings, diagnostics);
}

}  // namespace dutylist
