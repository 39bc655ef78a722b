#include "pipeline/recognition/outside_lists.h"

#include <algorithm>
#include <unordered_set>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/recognition/department_list.h"
#include "pipeline/recognition/draft_text.h"
#include "pipeline/recognition/impossible_month.h"
#include "pipeline/recognition/list_builder.h"
#include "pipeline/recognition/municipalities.h"
#include "pipeline/recognition/passed_over_table.h"
#include "pipeline/recognition/title_page.h"
#include "pipeline/recognition/unit_names.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::size_t longest_excerpt = 40;
constexpr std::size_t longest_hint_bytes = 320;
// More paragraphs outside the lists are what a page has around its content, not lost items.
constexpr std::size_t most_reported_paragraphs = 20;

SourceLocation place_of(const DraftText& text) { return text.source.locate(text.text, 0); }

}  // namespace

void OutsideLists::add_title_of_part(DraftText title, std::string_view list_title) {
    const std::string words = without_white_space(title.text);
    if (words.find(without_white_space(list_title)) == std::string::npos) {
        later_.push_back(std::move(title));
    } else {
        leave_out(settings_.account, title, LeftOut::furniture);
        titles_of_parts_.push_back(std::move(title));
    }
}

std::optional<Unit> OutsideLists::unit_of(std::string_view text) const {
    std::optional<Unit> unit = of_department_ ? parse_department(text) : parse_unit(text);
    if (unit) raise_municipality(*unit, settings_.municipalities);
    return unit;
}

void OutsideLists::take_hints(const DraftTable& table) {
    for (const DraftRow& row : table.rows) {
        for (const DraftCell& cell : row.cells) {
            const std::string& text = cell.content.text;
            if (text.empty() || text.size() > longest_hint_bytes) continue;
            if (hinted_unit_.empty()) {
                if (auto unit = unit_of(text)) hinted_unit_ = std::move(*unit);
            }
            if (hinted_department_.empty()) {
                // Without its region a name may be any office's.
                const auto unit = parse_department(text);
                if (unit && !(unit->county.empty() && unit->prefecture.empty()))
                    hinted_department_ = *unit;
            }
            if (!hinted_period_.known()) hinted_period_ = parse_period(text).value_or(Period{});
        }
    }
}

void OutsideLists::pass_over(const DraftTable& table, std::string_view title) {
    std::string name(title.empty() ? std::string_view(table.caption) : title);
    std::string raw;
    SourceLocation place;
    for (const DraftRow& row : table.rows) {
        for (const DraftCell& cell : row.cells) {
            if (cell.content.text.empty()) continue;
            if (name.empty()) name = excerpt(cell.content.text, longest_excerpt);
            if (!place.known()) place = place_of(cell.content);
            if (!cell.from_merge) leave_out(settings_.account, cell.content, LeftOut::removed);
            raw += raw.empty() || raw.ends_with('\n') ? "" : "\t";
            raw += cell.content.text;
        }
        if (!row.cells.empty()) raw += '\n';
    }
    if (!place.known() && name.empty()) return;
    PassedOverTable content = look_at(table, *settings_.synonyms);
    const bool missed =
        content.may_be_missed() && !settings_.synonyms->is_beside_lists(table.caption);
    diagnostics_.add(missed ? Code::table_of_text_passed_over : Code::table_passed_over, place,
                     {name, std::to_string(table.rows.size())}, raw);
    if (head_passed_over_.empty()) head_passed_over_ = std::move(content.head);
}

void OutsideLists::complete(Document& document) {
    report_impossible_months(front_);
    report_impossible_months(later_);
    of_department_ = is_of_department(document, *settings_.synonyms);
    TitlePage page = read_title_page(std::move(front_), of_department_);
    for (DraftText& line : page.unused) later_.push_back(std::move(line));
    document.title = std::move(page.title);
    document.title_lines = std::move(page.title_lines);
    document.contents = std::move(contents_);
    document.unit = std::move(page.unit);
    raise_municipality(document.unit, settings_.municipalities);
    document.period = std::move(page.period);
    find_unit(document);
    find_period(document);
    drop_repetitions(document);
    report();
}

void OutsideLists::find_unit(Document& document) {
    const bool decided = !settings_.unit.empty();
    const auto consider = [&](const std::string& title, const SourceLocation& place) {
        const auto unit =
            unit_of(of_department_ ? department_part_of_title(title) : unit_part_of_title(title));
        if (!unit || complete_unit(document.unit, *unit) || decided) return;
        diagnostics_.add(Code::unit_differs, place, {title, document.unit.full_name()}, title);
    };
    for (const DutyList& list : document.lists) consider(list.title, {});
    for (const DraftText& title : titles_of_parts_) consider(title.text, place_of(title));
    if (document.unit.empty()) document.unit = of_department_ ? hinted_department_ : hinted_unit_;
    if (decided) {
        Unit said = of_department_ ? department_from_setting(settings_.unit)
                                   : unit_from_setting(settings_.unit);
        raise_municipality(said, settings_.municipalities);
        Unit both = said;
        if (!complete_unit(both, document.unit)) {
            diagnostics_.add(Code::unit_overridden, {document.source_file, {}, 0, 0},
                             {document.unit.full_name(), said.full_name()});
        }
        document.unit = std::move(said);
        return;
    }
    if (document.unit.empty())
        diagnostics_.add(Code::unit_unknown, {document.source_file, {}, 0, 0});
}

void OutsideLists::find_period(Document& document) {
    for (const DutyList& list : document.lists) {
        if (!document.period.known()) document.period = dutylist::find_period(list.title);
    }
    for (const DraftText& text : later_) {
        if (!document.period.known()) document.period = dutylist::find_period(text.text);
    }
    if (!document.period.known()) document.period = hinted_period_;
    if (!settings_.period.empty()) {
        const auto said = parse_period(settings_.period);
        if (!said) throw JobError(Code::period_not_understood, {}, {settings_.period});
        if (document.period.known() && document.period.iso() != said->iso()) {
            diagnostics_.add(Code::period_overridden, {document.source_file, {}, 0, 0},
                             {document.period.printed, said->printed});
        }
        document.period = *said;
        return;
    }
    if (document.period.known()) return;
    if (!months_found_wrong_) {
        diagnostics_.add(Code::period_unknown, {document.source_file, {}, 0, 0});
    }
}

void OutsideLists::report_impossible_months(const std::vector<DraftText>& lines) {
    for (const DraftText& line : lines) {
        const std::string_view month = find_impossible_month(line.text);
        if (month.empty()) continue;
        months_found_wrong_ = true;
        diagnostics_.add(Code::period_impossible, place_of(line), {std::string(month)}, line.text);
    }
}

// Lines that say again what is known, such as the unit and month above each list.
void OutsideLists::drop_repetitions(const Document& document) {
    const std::unordered_set<std::string_view> title_lines(document.title_lines.begin(),
                                                           document.title_lines.end());
    const auto repeats = [&](const DraftText& text) {
        if (const auto period = parse_period(text.text)) {
            if (document.period.iso() == period->iso()) return true;
            diagnostics_.add(Code::period_differs, place_of(text),
                             {text.text, document.period.printed}, text.text);
            return false;
        }
        const std::string_view words =
            of_department_ ? department_words_of_line(text.text) : unit_words_of_line(text.text);
        if (const auto unit = unit_of(words)) {
            Unit whole = document.unit;
            return complete_unit(whole, *unit) && whole == document.unit;
        }
        return title_lines.contains(text.text);
    };
    const auto kept = std::stable_partition(later_.begin(), later_.end(),
                                            [&](const DraftText& text) { return !repeats(text); });
    for (auto text = kept; text != later_.end(); ++text)
        leave_out(settings_.account, *text, LeftOut::furniture);
    later_.erase(kept, later_.end());
}

void OutsideLists::report() {
    if (later_.empty()) return;
    for (const DraftText& text : later_) leave_out(settings_.account, text, LeftOut::removed);
    if (later_.size() <= most_reported_paragraphs) {
        for (const DraftText& text : later_) {
            diagnostics_.add(Code::text_passed_over, place_of(text),
                             {excerpt(text.text, longest_excerpt)}, text.text);
        }
        return;
    }
    std::string raw;
    for (const DraftText& text : later_) raw += text.text + '\n';
    diagnostics_.add(Code::page_text_passed_over, place_of(later_.front()),
                     {std::to_string(later_.size()), excerpt(later_.front().text, longest_excerpt)},
                     raw);
}

}  // namespace dutylist
