#include "pipeline/check/clause_outline.h"

#include <algorithm>
#include <array>

#include "pipeline/analysis/department_names.h"
#include "pipeline/check/marks.h"
#include "pipeline/text/character_class.h"

namespace dutylist::check {
namespace {

using Kind = OutlineEntry::Kind;
constexpr std::size_t longest_heading = 40;  // characters
constexpr std::size_t shortest_name = 3;     // 统计局

bool is_space(char32_t c) { return c == ' ' || c == '\n'; }

// Where an ordinal may begin: at the start, after white space, after a mark that ends a clause.
bool is_boundary(const CellCharacters& text, std::size_t index) {
    const char32_t before = text.at(static_cast<std::ptrdiff_t>(index) - 1);
    switch (before) {
        case 0:
        case ' ':
        case '\n':
        case U'；':
        case ';':
        case U'。':
        case U'：':
        case ':':
            return true;
        default:
            return false;
    }
}

class OutlineBuilder {
public:
    OutlineBuilder(const Cell& cell, const CellCharacters& text, std::vector<OutlineEntry>& entries)
        : cell_(cell), text_(text), entries_(entries) {}

    void build() {
        std::size_t index = 0;
        while (index < text_.size()) {
            std::size_t end = department_heading(index);
            if (end == 0) end = unlisted_department_heading(index);
            if (end != 0) {
                close(index);
                add_heading({}, index, end);
                index = end;
            } else if (const auto ordinal = clause_ordinal(index)) {
                close(index);
                index = open_clause(*ordinal);
            } else {
                if (text_[index] == '\n') {
                    close(index);
                } else if (!open_ && text_[index] != ' ') {
                    open({}, index);
                }
                ++index;
            }
        }
        close(text_.size());
        take_short_lines_for_headings();
        mend_half_brackets();
    }

private:
    // The end of a department heading that the model found at this character, or 0.
    std::size_t department_heading(std::size_t index) {
        const auto offset = text_.span(index, index).begin;
        while (next_block_ < cell_.blocks.size() &&
               (cell_.blocks[next_block_].kind != BlockKind::department ||
                cell_.blocks[next_block_].text.begin < offset))
            ++next_block_;
        if (next_block_ == cell_.blocks.size()) return 0;
        const TextSpan heading = cell_.blocks[next_block_].text;
        return heading.begin == offset && !heading.empty() ? text_.index_of(heading.end) : 0;
    }

    // The end of a department's name that stands alone between white space, behind a full stop or
    // before a clause numbered 1, or 0: a heading all the same, though the item does not list the
    // department.
    std::size_t unlisted_department_heading(std::size_t index) const {
        const char32_t before = text_.at(static_cast<std::ptrdiff_t>(index) - 1);
        if (!(before == 0 || is_space(before)) || !is_han(text_[index])) return 0;
        std::size_t end = index;
        while (end < text_.size() && end - index <= longest_heading &&
               (is_han(text_[end]) || text_[end] == U'、'))
            ++end;
        std::size_t next = end;
        while (next < text_.size() && is_space(text_[next])) ++next;
        if (next == end || next == text_.size()) return 0;
        const auto ordinal = ordinal_at(text_, next);
        const bool before_first = ordinal && ordinal->number == 1 && ordinal->level >= 3;
        const bool after_sentence = text_.at(static_cast<std::ptrdiff_t>(index) - 2) == U'。';
        if (!before_first && !(after_sentence && end - index >= shortest_name)) return 0;
        return ends_like_department(text_.view(index, end)) ? end : 0;
    }

    std::optional<Ordinal> clause_ordinal(std::size_t index) const {
        const bool boundary = is_boundary(text_, index);
        const std::uint32_t expected = boundary && last_number_ != 0 ? last_number_ + 1 : 0;
        const auto ordinal = ordinal_at(text_, index, expected);
        if (!ordinal) return {};
        if (ordinal->end >= text_.size()) return {};
        if (boundary) return ordinal;
        // "…工作2.开展…": the mark before it was lost. Only the very next number is believed.
        const char32_t before = text_.at(static_cast<std::ptrdiff_t>(index) - 1);
        const bool lost_mark = (is_han(before) && before != U'第') || is_closer(before) ||
                               before == U'，' || before == U'、' || before == ',';
        const char32_t after = text_.at(static_cast<std::ptrdiff_t>(ordinal->end));
        const bool goes_on = ordinal->level == 3 && ordinal->number == last_number_ + 1 &&
                             last_number_ != 0 && text_[ordinal->end - 1] != U'、';
        if (lost_mark && goes_on && (is_han(after) || is_opener(after))) return ordinal;
        return {};
    }

    std::size_t open_clause(const Ordinal& ordinal) {
        if (ordinal.level == 1) {
            std::size_t end = ordinal.end;
            bool sentence = false;
            while (end < text_.size() && end - ordinal.end <= longest_heading &&
                   !is_space(text_[end])) {
                sentence |= text_[end] == U'。' || text_[end] == U'；' || text_[end] == ';';
                ++end;
            }
            if (!sentence && end < text_.size() && end - ordinal.end <= longest_heading) {
                add_heading(ordinal, ordinal.end, end);
                return end;
            }
        }
        open(ordinal, ordinal.end);
        if (ordinal.level == 3) last_number_ = ordinal.number;
        return ordinal.end;
    }

    void add_heading(std::optional<Ordinal> ordinal, std::size_t begin, std::size_t end) {
        OutlineEntry entry;
        entry.kind = Kind::heading;
        entry.ordinal = ordinal;
        entry.begin = begin;
        entry.end = end;
        entry.group = ++group_;
        entries_.push_back(entry);
        last_number_ = 0;
    }

    void open(std::optional<Ordinal> ordinal, std::size_t begin) {
        OutlineEntry entry;
        entry.kind = ordinal ? Kind::clause : Kind::paragraph;
        entry.ordinal = ordinal;
        entry.begin = begin;
        entry.group = group_;
        if (ordinal) {
            const auto offset = text_.span(ordinal->begin, ordinal->begin).begin;
            const auto label =
                std::lower_bound(cell_.restored.begin(), cell_.restored.end(), offset,
                                 [](TextSpan span, std::uint32_t at) { return span.begin < at; });
            entry.restored = label != cell_.restored.end() && label->begin == offset;
        }
        entries_.push_back(entry);
        open_ = true;
    }

    void close(std::size_t index) {
        if (!open_) return;
        OutlineEntry& entry = entries_.back();
        while (entry.begin < index && is_space(text_[entry.begin])) ++entry.begin;
        entry.end = index;
        while (entry.end > entry.begin && is_space(text_[entry.end - 1])) --entry.end;
        open_ = false;
    }

    // A short line without any mark before a clause numbered 1 is a heading that the model did not
    // know, such as a department that is not listed.
    void take_short_lines_for_headings() {
        std::uint32_t added = 0;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            OutlineEntry& entry = entries_[i];
            entry.group += added;
            if (entry.kind != Kind::paragraph || i + 1 == entries_.size()) continue;
            const OutlineEntry& next = entries_[i + 1];
            if (!next.ordinal || next.ordinal->number != 1 || next.kind != Kind::clause) continue;
            if (entry.end - entry.begin > longest_heading) continue;
            bool has_mark = false;
            for (std::size_t at = entry.begin; at < entry.end; ++at)
                has_mark |= is_full_width_mark(text_[at]) && !is_opener(text_[at]) &&
                            !is_closer(text_[at]) && text_[at] != U'、';
            if (has_mark) continue;
            entry.kind = Kind::heading;
            entry.group = entry.group + 1;
            ++added;
        }
    }

    // 3） beside （2） is （3） without its opening bracket.
    void mend_half_brackets() {
        const auto is_in_brackets = [&](std::size_t index, std::uint32_t number) {
            return index < entries_.size() && entries_[index].kind == Kind::clause &&
                   entries_[index].ordinal->level == 4 && entries_[index].ordinal->number == number;
        };
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            if (entries_[i].kind != Kind::clause || entries_[i].ordinal->level != 5) continue;
            Ordinal& ordinal = *entries_[i].ordinal;
            const bool beside = (i > 0 && is_in_brackets(i - 1, ordinal.number - 1)) ||
                                is_in_brackets(i + 1, ordinal.number + 1);
            if (!beside || !is_digit(text_[ordinal.begin])) continue;
            ordinal.level = 4;
            ordinal.proper = false;
        }
    }

    const Cell& cell_;
    const CellCharacters& text_;
    std::vector<OutlineEntry>& entries_;
    std::size_t next_block_ = 0;
    std::uint32_t group_ = 0;
    std::uint32_t last_number_ = 0;
    bool open_ = false;
};

}  // namespace

void ClauseOutline::assign(const Cell& cell, const CellCharacters& text) {
    entries_.clear();
    runs_.clear();
    OutlineBuilder(cell, text, entries_).build();
    find_runs();
}

const OutlineEntry* ClauseOutline::entry_at(std::size_t index) const {
    const auto after = std::upper_bound(
        entries_.begin(), entries_.end(), index, [](std::size_t at, const OutlineEntry& entry) {
            return at < (entry.ordinal ? entry.ordinal->begin : entry.begin);
        });
    return after == entries_.begin() ? nullptr : &*(after - 1);
}

void ClauseOutline::find_runs() {
    // Open runs from the outermost level in, as the group first shows them: whatever form comes
    // first is the outer one.
    struct OpenRun {
        std::uint8_t level;
        std::vector<std::size_t> members;
    };
    std::vector<OpenRun> open;
    std::vector<std::size_t> headings;
    const auto flush = [&](std::size_t keep) {
        for (; open.size() > keep; open.pop_back()) runs_.push_back(std::move(open.back().members));
    };
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        OutlineEntry& entry = entries_[i];
        if (entry.kind == Kind::heading) {
            flush(0);
            if (entry.ordinal) {
                if (entry.ordinal->number == 1 && !headings.empty()) {
                    runs_.push_back(std::move(headings));
                    headings.clear();
                }
                headings.push_back(i);
            }
            continue;
        }
        if (entry.kind != Kind::clause) continue;
        const std::uint8_t level = entry.ordinal->level;
        const auto found = std::find_if(open.begin(), open.end(),
                                        [&](const OpenRun& run) { return run.level == level; });
        if (found == open.end()) {
            if (!open.empty()) entries_[open.back().members.back()].has_parts = true;
            open.push_back({level, {i}});
        } else {
            flush(static_cast<std::size_t>(found - open.begin()) + 1);
            open.back().members.push_back(i);
        }
    }
    flush(0);
    if (!headings.empty()) runs_.push_back(std::move(headings));
}

}  // namespace dutylist::check
