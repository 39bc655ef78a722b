#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <random>

#include <gtest/gtest.h>

#include "pipeline/analysis/analyse.h"
#include "pipeline/check/clause_outline.h"
#include "pipeline/check/marks.h"
#include "pipeline/check/proofread.h"
#include "pipeline/check/rule.h"
#include "pipeline/io/bounded_reader.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"
#include "tests/support/real_list.h"

// Plants one defect at a random place of a sample and demands that exactly this one is found: the
// rule meant finds one more than before, and no rule of structure, clauses or marks finds anything
// else.
namespace dutylist::check {
namespace {

using Random = std::mt19937;
using Counts = std::map<std::string, int>;

Document sample(const std::string& name) {
    const std::string file = std::string(DUTYLIST_SOURCE_DIR) + "/samples/" + name;
    return dutylist::testing::read_list_text(read_source(file).bytes).document;
}

Counts counts_of(const Document& document) {
    Counts counts;
    for (const Finding& finding : proofread(document, {})) {
        const Theme theme = find_rule(finding.rule)->theme;
        const bool strict =
            theme == Theme::structure || theme == Theme::clause || theme == Theme::mark;
        if (strict) ++counts[std::string(id_of(finding.rule))];
    }
    return counts;
}

// A place in a text where a defect can be planted: what stands there, what shall stand there.
struct Edit {
    Place place;
    TextSpan span;
    std::string text;
};

bool is_clean(const std::vector<Finding>& findings, const Place& place) {
    return std::none_of(findings.begin(), findings.end(),
                        [&](const Finding& finding) { return finding.place == place; });
}

// Calls function(place, cell, text, outline) for each clean cell that holds duties.
template <typename Function>
void for_each_duty_cell(const Document& document, Function&& function) {
    const auto findings = proofread(document, {});
    CellText text;
    ClauseOutline outline;
    for (std::uint32_t l = 0; l < document.lists.size(); ++l) {
        const DutyList& list = document.lists[l];
        for (std::uint32_t i = 0; i < list.items.size(); ++i) {
            for (std::uint32_t c = 0; c < list.columns.size(); ++c) {
                const bool duties = list.columns[c].role == CellRole::superior_duties ||
                                    list.columns[c].role == CellRole::township_duties;
                const Place place{l, i, c};
                const Cell& cell = list.items[i].cells[c];
                if (!duties || !cell.restored.empty() || !is_clean(findings, place)) continue;
                text.assign(cell.text);
                outline.assign(cell, text);
                function(place, text, outline);
            }
        }
    }
}

// All places where `from` stands between Han inside a clause and `to` makes the defect.
std::vector<Edit> marks(const Document& document, char32_t from, const std::string& to) {
    std::vector<Edit> edits;
    for_each_duty_cell(document,
                       [&](const Place& place, const CellText& text, const ClauseOutline&) {
                           for (std::size_t i = 1; i + 1 < text.size(); ++i) {
                               if (text[i] == from && is_han(text[i - 1]) && is_han(text[i + 1]))
                                   edits.push_back({place, text.span(i, i + 1), to});
                           }
                       });
    return edits;
}

std::vector<Edit> anywhere(const Document& document, char32_t from, const std::string& to) {
    std::vector<Edit> edits;
    for_each_duty_cell(
        document, [&](const Place& place, const CellText& text, const ClauseOutline&) {
            for (std::size_t i = 0; i < text.size(); ++i) {
                // Half an ordinal is a defect of its own.
                const auto at = static_cast<std::ptrdiff_t>(i);
                const bool in_ordinal = (from == U'（' && is_digit(text.at(at + 1))) ||
                                        (from == U'）' && is_digit(text.at(at - 1)));
                if (text[i] == from && !in_ordinal)
                    edits.push_back({place, text.span(i, i + 1), to});
            }
        });
    return edits;
}

// The entries of clauses that another clause of the same run follows.
template <typename Function>
std::vector<Edit> at_clauses(const Document& document, std::size_t shortest_run,
                             Function&& edit_of) {
    std::vector<Edit> edits;
    for_each_duty_cell(
        document, [&](const Place& place, const CellText& text, const ClauseOutline& outline) {
            for (const auto& run : outline.runs()) {
                if (run.size() < shortest_run) continue;
                for (std::size_t n = 0; n < run.size(); ++n) {
                    const OutlineEntry& entry = outline.entries()[run[n]];
                    if (entry.kind != OutlineEntry::Kind::clause || entry.ordinal->level != 3)
                        continue;
                    if (auto edit = edit_of(text, entry, n, run.size())) {
                        edit->place = place;
                        edits.push_back(*edit);
                    }
                }
            }
        });
    return edits;
}

std::optional<Edit> at_end(const CellText& text, const OutlineEntry& entry, const char* mark) {
    if (!is_stop(text[entry.end - 1])) return {};
    return Edit{{}, text.span(entry.end - 1, entry.end), mark};
}

struct Defect {
    std::string rule;
    std::vector<Edit> (*places)(const Document& document);
};

const std::vector<Defect>& text_defects() {
    static const std::vector<Defect> defects{
        {"mark.half-width", [](const Document& d) { return marks(d, U'，', ","); }},
        {"mark.half-width", [](const Document& d) { return anywhere(d, U'；', ";"); }},
        {"mark.doubled", [](const Document& d) { return marks(d, U'，', "，，"); }},
        {"mark.doubled", [](const Document& d) { return marks(d, U'、', "、、"); }},
        {"mark.doubled", [](const Document& d) { return anywhere(d, U'；', "；。"); }},
        {"mark.doubled", [](const Document& d) { return anywhere(d, U'；', "； ；"); }},
        {"mark.unbalanced", [](const Document& d) { return anywhere(d, U'“', ""); }},
        {"mark.unbalanced", [](const Document& d) { return anywhere(d, U'”', ""); }},
        {"mark.unbalanced", [](const Document& d) { return anywhere(d, U'（', ""); }},
        {"mark.unbalanced", [](const Document& d) { return anywhere(d, U'）', ""); }},
        {"mark.unbalanced", [](const Document& d) { return anywhere(d, U'《', ""); }},
        {"mark.wrong-way", [](const Document& d) { return anywhere(d, U'“', "”"); }},
        {"clause.number-gap",
         [](const Document& d) {
             return at_clauses(d, 2,
                               [](const CellText& text, const OutlineEntry& entry, std::size_t n,
                                  std::size_t size) -> std::optional<Edit> {
                                   if (n + 1 < size) return {};
                                   return Edit{{},
                                               text.span(entry.ordinal->begin, entry.ordinal->end),
                                               std::to_string(entry.ordinal->number + 1) + "."};
                               });
         }},
        {"clause.number-repeated",
         [](const Document& d) {
             return at_clauses(d, 3,
                               [](const CellText& text, const OutlineEntry& entry, std::size_t n,
                                  std::size_t) -> std::optional<Edit> {
                                   if (n == 0) return {};
                                   return Edit{{},
                                               text.span(entry.ordinal->begin, entry.ordinal->end),
                                               std::to_string(entry.ordinal->number - 1) + "."};
                               });
         }},
        {"clause.label-form",
         [](const Document& d) {
             return at_clauses(d, 2,
                               [](const CellText& text, const OutlineEntry& entry, std::size_t,
                                  std::size_t) -> std::optional<Edit> {
                                   return Edit{{},
                                               text.span(entry.ordinal->begin, entry.ordinal->end),
                                               std::to_string(entry.ordinal->number) + "、"};
                               });
         }},
        {"clause.end-missing",
         [](const Document& d) {
             return at_clauses(d, 2,
                               [](const CellText& text, const OutlineEntry& entry, std::size_t,
                                  std::size_t) { return at_end(text, entry, ""); });
         }},
        {"clause.end-mark",
         [](const Document& d) {
             return at_clauses(d, 2,
                               [](const CellText& text, const OutlineEntry& entry, std::size_t n,
                                  std::size_t size) -> std::optional<Edit> {
                                   if (n + 1 == size) return {};
                                   return at_end(text, entry, "，");
                               });
         }},
        {"clause.end-mark",
         [](const Document& d) {
             return at_clauses(d, 3,
                               [](const CellText& text, const OutlineEntry& entry, std::size_t n,
                                  std::size_t size) -> std::optional<Edit> {
                                   if (n + 1 == size) return {};
                                   return at_end(text, entry, "。");
                               });
         }},
        {"clause.last-mark",
         [](const Document& d) {
             return at_clauses(d, 2,
                               [](const CellText& text, const OutlineEntry& entry, std::size_t n,
                                  std::size_t size) -> std::optional<Edit> {
                                   if (n + 1 < size) return {};
                                   return at_end(text, entry, "；");
                               });
         }},
    };
    return defects;
}

Document planted(const Document& document, const Edit& edit) {
    Document changed = document;
    Cell& cell = changed.lists[edit.place.list].items[edit.place.item].cells[edit.place.cell];
    cell.text.replace(edit.span.begin, edit.span.size(), edit.text);
    cell.restored.clear();
    Diagnostics ignored;
    analyse(changed, ignored);
    return changed;
}

void expect_one_more(const Counts& before, const Document& changed, const std::string& rule,
                     const std::string& what) {
    Counts wanted = before;
    ++wanted[rule];
    EXPECT_EQ(counts_of(changed), wanted) << rule << " planted: " << what;
}

constexpr const char* samples[] = {"xinglinli-2025-07.txt", "lumingxi-2025-07.txt"};
constexpr int trials = 4;

TEST(SeededErrors, InTextAreFoundAndNothingElse) {
    Random random(20250701);
    std::size_t planted_in_all = 0;
    for (const char* name : samples) {
        const Document document = sample(name);
        const Counts before = counts_of(document);
        for (const Defect& defect : text_defects()) {
            const std::vector<Edit> places = defect.places(document);
            for (int trial = 0; trial < trials && !places.empty(); ++trial) {
                const Edit& edit = places[random() % places.size()];
                const Cell* cell = cell_of(document, edit.place);
                expect_one_more(before, planted(document, edit), defect.rule,
                                cell->text.substr(0, edit.span.begin) + "【" + edit.text + "】" +
                                    cell->text.substr(edit.span.end));
                ++planted_in_all;
            }
        }
    }
    EXPECT_GE(planted_in_all, 100u);
}

TEST(SeededErrors, SpacesInsideTextAreFoundAndNothingElse) {
    Random random(20250702);
    for (const char* name : samples) {
        const Document document = sample(name);
        const Counts before = counts_of(document);
        std::vector<Edit> places;
        for_each_duty_cell(
            document, [&](const Place& place, const CellText& text, const ClauseOutline& outline) {
                for (const OutlineEntry& entry : outline.entries()) {
                    // Behind a comma, so that no department's name ends there.
                    bool comma = false;
                    for (std::size_t i = entry.begin; i + 1 < entry.end; ++i) {
                        comma = comma || text[i] == U'，';
                        if (comma && is_han(text[i]) && is_han(text[i + 1]))
                            places.push_back({place, text.span(i + 1, i + 1), " "});
                    }
                }
            });
        for (int trial = 0; trial < 3 * trials && !places.empty(); ++trial) {
            const Edit& edit = places[random() % places.size()];
            Counts after = counts_of(planted(document, edit));
            after["mark.space"] += after["mark.space-or-mark"];
            after.erase("mark.space-or-mark");
            Counts wanted = before;
            wanted["mark.space"] += wanted["mark.space-or-mark"] + 1;
            wanted.erase("mark.space-or-mark");
            EXPECT_EQ(after, wanted) << cell_of(document, edit.place)->text;
        }
    }
}

// Changes of the rows themselves; each returns the rule that must find it.
using Change = std::function<std::string(DutyList& list, Random& random)>;

void set_number(DutyList& list, std::size_t item, std::size_t number) {
    list.items[item].cells[*list.column(CellRole::number)].text = std::to_string(number);
}

void renumber(DutyList& list) {
    for (std::size_t i = 0; i < list.items.size(); ++i) set_number(list, i, i + 1);
}

std::string& text_of(DutyList& list, std::size_t item, CellRole role) {
    return list.items[item].cells[*list.column(role)].text;
}

std::size_t inner_item(const DutyList& list, Random& random) {
    return 1 + random() % (list.items.size() - 2);
}

const std::vector<Change>& row_changes() {
    static const std::vector<Change> changes{
        [](DutyList& list, Random& random) {
            list.items.erase(list.items.begin() +
                             static_cast<std::ptrdiff_t>(inner_item(list, random)));
            return std::string("structure.number-gap");
        },
        [](DutyList& list, Random& random) {
            const std::size_t item = inner_item(list, random);
            set_number(list, item, item);
            return std::string("structure.number-repeated");
        },
        [](DutyList& list, Random& random) {
            const std::size_t item = inner_item(list, random);
            set_number(list, item, item + 2);
            set_number(list, item + 1, item + 1);
            return std::string("structure.number-order");
        },
        [](DutyList& list, Random& random) {
            text_of(list, inner_item(list, random), CellRole::number) = "—";
            return std::string("structure.number-missing");
        },
        [](DutyList& list, Random& random) {
            text_of(list, inner_item(list, random), CellRole::name).clear();
            return std::string("structure.empty-cell");
        },
        [](DutyList& list, Random& random) {
            const std::size_t item = inner_item(list, random);
            list.items.insert(list.items.begin() + static_cast<std::ptrdiff_t>(item),
                              list.items[item]);
            renumber(list);
            return std::string("structure.duplicate-item");
        },
        [](DutyList& list, Random&) {
            // The first item goes to the end, so that its category stands in two places.
            list.items.push_back(list.items.front());
            list.items.erase(list.items.begin());
            renumber(list);
            return std::string("structure.category-split");
        },
    };
    return changes;
}

TEST(SeededErrors, InRowsAreFoundAndNothingElse) {
    Random random(20250703);
    for (const char* name : samples) {
        const Document document = sample(name);
        const Counts before = counts_of(document);
        for (const Change& change : row_changes()) {
            for (int trial = 0; trial < trials; ++trial) {
                Document changed = document;
                const std::string rule = change(changed.lists.front(), random);
                Diagnostics ignored;
                analyse(changed, ignored);
                expect_one_more(before, changed, rule, name);
            }
        }
    }
}

}  // namespace
}  // namespace dutylist::check
