#include "pipeline/recognition/recogniser.h"

#include <algorithm>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/recognition/kinds_in_table.h"
#include "pipeline/recognition/list_kind.h"
#include "pipeline/recognition/page_furniture.h"
#include "pipeline/recognition/side_by_side.h"
#include "pipeline/text/white_space.h"

namespace dutylist {

void Recogniser::read(Draft draft) {
    current_ = nullptr;
    in_contents_ = false;
    for (auto& element : draft.elements) {
        if (auto* paragraph = std::get_if<DraftParagraph>(&element)) {
            read_paragraph(std::move(*paragraph));
        } else {
            auto& table = std::get<DraftTable>(element);
            put_columns_below_each_other(table, synonyms_, settings_.account);
            for (DraftTable& part :
                 part_by_kind(std::move(table), synonyms_, diagnostics_, settings_.account))
                read_table(std::move(part));
        }
    }
    give_up_title();
}

Document Recogniser::finish(const std::string& source_file) {
    if (lists_.empty()) refuse(source_file);
    Document document;
    document.source_file = source_file;
    for (const auto& builder : lists_) document.lists.push_back(builder->finish());
    lists_.clear();
    outside_.complete(document);
    report_broken_promises(document, stated_counts_, synonyms_, diagnostics_);
    return document;
}

void Recogniser::refuse(const std::string& source_file) const {
    const std::string& head = outside_.head_passed_over();
    if (head.empty()) throw JobError(Code::no_list_found, {}, {source_file});
    throw JobError(Code::no_list_recognised, {}, {source_file, head});
}

void Recogniser::read_paragraph(DraftParagraph paragraph) {
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
        leaders.text = text.text.substr(line->title.size(),
                                        text.text.size() - line->title.size() - line->page.size());
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

void Recogniser::set_aside(DraftText text) {
    if (lists_.empty()) {
        outside_.add_front_line(std::move(text));
    } else {
        outside_.add_later_line(std::move(text));
    }
}

// 共106项 below a title, or below the rows of a list.
bool Recogniser::read_count_line(const DraftText& text) {
    if ((!title_ && !current_) || !is_count_line(text.text)) return false;
    const auto kind = title_ ? kind_of_title(title_->text, synonyms_) : current_->kind();
    if (!kind) return false;
    stated_counts_.push_back({*kind, stated_count(text.text), text.source.locate(text.text, 0)});
    leave_out(settings_.account, text, LeftOut::furniture);
    return true;
}

// A line that heads a group: between the rows of a list, or between its title and its table.
bool Recogniser::read_group_line(DraftText& text) {
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

void Recogniser::take_title(DraftText text) {
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
void Recogniser::give_up_title() {
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

}  // namespace dutylist
