#include "pipeline/check/marks.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"
#include "tests/support/planted_errors.h"

namespace dutylist::test {
namespace {

using namespace dutylist::check;
using Defects = std::vector<Defect>;
using Made = std::optional<Defect>;

// A clause in its run.
struct Member {
    const CleanCell& cell;
    const std::vector<std::size_t>& run;
    std::size_t n;  // of the run

    const OutlineEntry& entry(std::size_t at) const { return cell.outline.entries()[run[at]]; }
    const OutlineEntry& entry() const { return entry(n); }
    const Ordinal& ordinal() const { return *entry().ordinal; }
    bool is_last() const { return n + 1 == run.size(); }
    std::string label() const {
        return std::string(cell.text.view(ordinal().begin, ordinal().end));
    }
    // The label with another number in it.
    std::string label_with(std::uint32_t number) const {
        std::string text = label();
        const std::string mine = std::to_string(ordinal().number);
        return text.replace(text.find(mine), mine.size(), std::to_string(number));
    }
};

template <typename Make>
Defects at_each_clause(const Sample& sample, std::size_t shortest_run, Make&& make) {
    Defects defects;
    for (const CleanCell& cell : sample.cells) {
        for (const auto& run : cell.outline.runs()) {
            if (run.size() < shortest_run) continue;
            for (std::size_t n = 0; n < run.size(); ++n) {
                const Member member{cell, run, n};
                if (member.entry().kind != OutlineEntry::Kind::clause) continue;
                if (Made defect = make(member)) defects.push_back(std::move(*defect));
            }
        }
    }
    return defects;
}

Made relabelled(const Sample& sample, const Member& member, const std::string& label,
                const std::string& rule) {
    const Ordinal& ordinal = member.ordinal();
    return replaced(sample, member.cell, ordinal.begin, ordinal.end, label, rule,
                    {ordinal.begin, 0, label});
}

Defects gaps(const Sample& sample) {
    return at_each_clause(sample, 2, [&](const Member& member) -> Made {
        if (!member.is_last()) return {};
        return relabelled(sample, member, member.label_with(member.ordinal().number + 1),
                          "clause.number-gap");
    });
}

// The whole clause is lost: the one after it stands out.
Defects lost_clauses(const Sample& sample) {
    return at_each_clause(sample, 4, [&](const Member& member) -> Made {
        if (member.n == 0 || member.n + 2 >= member.run.size() || member.entry().has_parts)
            return {};
        const Ordinal& next = *member.entry(member.n + 1).ordinal;
        if (member.run[member.n] + 1 != member.run[member.n + 1]) return {};
        const std::string label(member.cell.text.view(next.begin, next.end));
        // White space goes with it, which may be markup in the source.
        if (member.cell.text.view(member.ordinal().begin, next.begin).find('\n') !=
            std::string_view::npos)
            return {};
        return replaced(sample, member.cell, member.ordinal().begin, next.begin, "",
                        "clause.number-gap", {next.begin, 0, label});
    });
}

Defects repeats(const Sample& sample) {
    return at_each_clause(sample, 3, [&](const Member& member) -> Made {
        if (member.n == 0) return {};
        return relabelled(sample, member, member.label_with(member.ordinal().number - 1),
                          "clause.number-repeated");
    });
}

Defects swaps(const Sample& sample) {
    return at_each_clause(sample, 3, [&](const Member& member) -> Made {
        if (member.is_last()) return {};
        const Member next{member.cell, member.run, member.n + 1};
        Made defect = relabelled(sample, member, member.label_with(member.ordinal().number + 1),
                                 "clause.number-order");
        if (!defect || !also_replaced(sample, member.cell, *defect, next.ordinal().begin,
                                      next.ordinal().end, next.label_with(member.ordinal().number)))
            return {};
        return defect;
    });
}

// The clauses under a second heading are numbered on.
Defects continued(const Sample& sample) {
    return at_each_clause(sample, 1, [&](const Member& member) -> Made {
        if (member.n != 0 || member.entry().group == 0) return {};
        const auto& entries = member.cell.outline.entries();
        std::optional<std::uint32_t> before;
        for (std::size_t i = 0; i < member.run.front(); ++i) {
            const bool alike = entries[i].kind == OutlineEntry::Kind::clause &&
                               entries[i].ordinal->level == member.ordinal().level;
            if (alike && entries[i].group + 1 == member.entry().group)
                before = entries[i].ordinal->number;
        }
        // Heading numbers of the form 一、 stay as they are.
        if (!before || *before + member.run.size() > 99) return {};
        const std::string first = member.label_with(*before + 1);
        Made defect = relabelled(sample, member, first, "clause.number-continued");
        for (std::size_t n = 1; defect && n < member.run.size(); ++n) {
            const Member other{member.cell, member.run, n};
            if (!also_replaced(sample, member.cell, *defect, other.ordinal().begin,
                               other.ordinal().end,
                               other.label_with(*before + 1 + static_cast<std::uint32_t>(n))))
                return {};
        }
        return defect;
    });
}

Defects wrong_forms(const Sample& sample, std::uint8_t level, const std::string& open,
                    const std::string& close) {
    return at_each_clause(sample, 2, [&](const Member& member) -> Made {
        if (member.ordinal().level != level ||
            is_digit(member.cell.text.at(static_cast<std::ptrdiff_t>(member.ordinal().end))))
            return {};
        return relabelled(sample, member, open + std::to_string(member.ordinal().number) + close,
                          "clause.label-form");
    });
}

// The clause's last character if it is a stop that no closing mark follows.
Made with_end(const Sample& sample, const Member& member, const std::string& mark,
              const std::string& rule) {
    const OutlineEntry& entry = member.entry();
    const std::size_t last = entry.end - 1;
    if (entry.has_parts || !is_stop(member.cell.text[last])) return {};
    if (!is_han(member.cell.text[last - 1])) return {};
    if (!mark.empty())
        return replaced(sample, member.cell, last, last + 1, mark, rule, {last, 0, mark});
    return replaced(sample, member.cell, last, last + 1, "", rule,
                    {last - 1, 0, std::string(member.cell.text.view(last - 1, last))});
}

Defects ends_taken(const Sample& sample) {
    return at_each_clause(sample, 2, [&](const Member& member) {
        return with_end(sample, member, "", "clause.end-missing");
    });
}

// Whether the next entry is the next clause of the same run.
bool is_followed_in_run(const Member& member) {
    return !member.is_last() && member.run[member.n] + 1 == member.run[member.n + 1];
}

template <char32_t mark>
Defects inner_ends(const Sample& sample) {
    return at_each_clause(sample, 3, [&](const Member& member) -> Made {
        if (!is_followed_in_run(member)) return {};
        return with_end(sample, member, to_utf8(mark), "clause.end-mark");
    });
}

template <char32_t mark>
Defects last_ends(const Sample& sample) {
    return at_each_clause(sample, 2, [&](const Member& member) -> Made {
        const auto& entries = member.cell.outline.entries();
        const std::size_t index = member.run[member.n];
        const bool ends_group =
            index + 1 == entries.size() || entries[index + 1].group != entries[index].group;
        // Hand-overs in a row may end in semicolons.
        const bool duties = member.cell.role == CellRole::superior_duties ||
                            member.cell.role == CellRole::township_duties;
        if (!member.is_last() || !ends_group || !duties) return {};
        return with_end(sample, member, to_utf8(mark), "clause.last-mark");
    });
}

Defects full_stops_inside(const Sample& sample) {
    return at_each_clause(sample, 2, [&](const Member& member) -> Made {
        const CellCharacters& text = member.cell.text;
        bool semicolons = false;
        bool full_stops = false;
        for (std::size_t n = 0; n < member.run.size(); ++n) {
            const OutlineEntry& entry = member.entry(n);
            semicolons = semicolons || (n + 1 < member.run.size() && text[entry.end - 1] == U'；');
            for (std::size_t i = entry.begin; i + 1 < entry.end; ++i)
                full_stops = full_stops || text[i] == U'。';
        }
        if (!semicolons || full_stops) return {};
        for (std::size_t i = member.entry().begin + 1; i + 2 < member.entry().end; ++i) {
            if (text[i] == U'，' && is_han(text[i - 1]) && is_han(text[i + 1]) &&
                !is_han_numeral(text[i + 1]))
                return replaced(sample, member.cell, i, i + 1, "。", "clause.full-stop-inside",
                                {i, 0, "。"});
        }
        return {};
    });
}

}  // namespace

const std::vector<DefectKind>& clause_defects() {
    static const std::vector<DefectKind> kinds{
        {"clause.number-gap", "last number", gaps},
        {"clause.number-gap", "clause left out", lost_clauses},
        {"clause.number-repeated", "", repeats},
        {"clause.number-order", "swapped", swaps},
        {"clause.number-continued", "", continued},
        {"clause.label-form", "1、", [](const Sample& s) { return wrong_forms(s, 3, "", "、"); }},
        {"clause.label-form", "(1)", [](const Sample& s) { return wrong_forms(s, 4, "(", ")"); }},
        {"clause.label-form", "（1）、",
         [](const Sample& s) { return wrong_forms(s, 4, "（", "）、"); }},
        {"clause.end-missing", "", ends_taken},
        {"clause.end-mark", "，", inner_ends<U'，'>},
        {"clause.end-mark", "、", inner_ends<U'、'>},
        {"clause.end-mark", "。", inner_ends<U'。'>},
        {"clause.last-mark", "；", last_ends<U'；'>},
        {"clause.last-mark", "，", last_ends<U'，'>},
        {"clause.full-stop-inside", "", full_stops_inside},
    };
    return kinds;
}

}  // namespace dutylist::test
