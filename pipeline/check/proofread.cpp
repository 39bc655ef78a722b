#include "pipeline/check/proofread.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "pipeline/check/rule.h"
#include "pipeline/check/similarity.h"
#include "pipeline/text/chinese_number.h"
#include "pipeline/text/white_space.h"

namespace dutylist::check {
namespace {

// A rule as the office wants it.
struct ActiveRule {
    const Rule* rule;
    Severity severity;
};

std::vector<ActiveRule> active_rules(const Office& office) {
    std::vector<ActiveRule> active;
    for (const Rule& rule : rule_table()) {
        ActiveRule entry{&rule, default_severity(rule.code)};
        bool enabled = true;
        for (const Office::RuleSetting& setting : office.rules) {
            if (setting.rule != id_of(rule.code)) continue;
            enabled = setting.enabled;
            entry.severity = severity_from(setting.severity).value_or(entry.severity);
        }
        if (enabled) active.push_back(entry);
    }
    return active;
}

bool is_suppressed(const Document& document, const Finding& finding, const Office& office) {
    return std::any_of(
        office.suppressions.begin(), office.suppressions.end(),
        [&](const Office::Suppression& suppression) {
            if (suppression.rule != id_of(finding.rule)) return false;
            if (suppression.list.empty() && suppression.number.empty()) return true;
            if (finding.place.list >= document.lists.size()) return false;
            const DutyList& list = document.lists[finding.place.list];
            if (!suppression.list.empty() && suppression.list != to_string(list.kind)) return false;
            if (suppression.number.empty()) return true;
            if (finding.place.item >= list.items.size()) return false;
            const Item& item = list.items[finding.place.item];
            return suppression.number == list.text(item, CellRole::number);
        });
}

// The spot lies inside a word that the office says is right as it is.
bool is_own_term(const Document& document, const Finding& finding, const Office& office) {
    const Cell* cell = cell_of(document, finding.place);
    if (!cell || finding.span.empty()) return false;
    return std::any_of(office.terms.begin(), office.terms.end(), [&](const std::string& term) {
        // It can only stand where it reaches over the spot.
        if (term.size() < finding.span.size()) return false;
        const std::size_t reach = term.size() - finding.span.size();
        const std::size_t begin =
            finding.span.begin - std::min<std::size_t>(finding.span.begin, reach);
        const std::string_view around =
            std::string_view(cell->text).substr(begin, finding.span.end + reach - begin);
        return around.find(term) != std::string_view::npos;
    });
}

void take_turn(Run& run, const ActiveRule& active) {
    run.rule = active.rule->code;
    run.severity = active.severity;
}

std::optional<std::uint32_t> number_of(const DutyList& list, const Item& item) {
    if (item.number) return item.number;
    const auto number = parse_number(without_white_space(list.text(item, CellRole::number)));
    return number ? std::optional(static_cast<std::uint32_t>(*number)) : std::nullopt;
}

// Reads each item once: all rules see a cell while it is at hand.
class Pass {
public:
    Pass(Run& run, const std::vector<ActiveRule>& active) : run_(run) {
        for (const ActiveRule& entry : active) {
            if (entry.rule->functions.cell) cell_rules_.push_back(entry);
            if (entry.rule->functions.item) item_rules_.push_back(entry);
        }
    }

    void over_all_items() {
        run_.survey.items.resize(run_.document.lists.size());
        for (std::uint32_t l = 0; l < run_.document.lists.size(); ++l) {
            for (std::uint32_t i = 0; i < run_.document.lists[l].items.size(); ++i) over_item(l, i);
        }
    }

private:
    void over_item(std::uint32_t list_index, std::uint32_t item_index) {
        const DutyList& list = run_.document.lists[list_index];
        const Item& item = list.items[item_index];
        ItemScope scope(run_, list_index, item_index);
        run_.survey.items[list_index].push_back(
            {scope.place(), number_of(list, item), list.text(item, CellRole::category), {}});
        for (std::uint32_t c = 0; c < item.cells.size(); ++c) over_cell(scope, c);
        for (const ActiveRule& entry : item_rules_) {
            take_turn(run_, entry);
            entry.rule->functions.item(scope);
        }
    }

    void over_cell(const ItemScope& item, std::uint32_t index) {
        const Cell& cell = item.item().cells[index];
        const CellRole role = item.list().columns[index].role;
        text_.assign(cell.text);
        run_.survey.text.add(item.place(index), text_);
        ItemNote& note = run_.survey.items[item.place().list].back();
        if (role == CellRole::name && note.name.empty()) note.name = comparable(text_.characters());
        const bool duties = holds_duties(role);
        if (duties) outline_.assign(cell, text_);
        CellScope scope(item, index, text_, duties ? &outline_ : nullptr);
        for (const ActiveRule& entry : cell_rules_) {
            take_turn(run_, entry);
            entry.rule->functions.cell(scope);
        }
    }

    Run& run_;
    std::vector<ActiveRule> cell_rules_;
    std::vector<ActiveRule> item_rules_;
    CellCharacters text_;
    ClauseOutline outline_;
};

void take_diagnostics(Run& run, const std::vector<ActiveRule>& active, const Diagnostics& reading) {
    for (const Diagnostic& diagnostic : reading.entries()) {
        const auto entry = std::find_if(active.begin(), active.end(), [&](const ActiveRule& a) {
            return a.rule->code == diagnostic.code && !a.rule->functions;
        });
        if (entry == active.end()) continue;
        Finding finding;
        finding.rule = diagnostic.code;
        finding.severity = entry->severity;
        finding.arguments = diagnostic.arguments;
        finding.spot = diagnostic.raw;
        finding.source = diagnostic.place;
        run.findings.push_back(std::move(finding));
    }
}

}  // namespace

std::vector<Finding> proofread(const Document& document, const Office& office,
                               const Diagnostics& reading) {
    const DepartmentBook departments(document, office.departments);
    Run run{document, office, departments, {}, {}, {}, {}, Severity::warning};
    const std::vector<ActiveRule> active = active_rules(office);
    take_diagnostics(run, active, reading);
    Pass(run, active).over_all_items();
    DocumentScope scope(run);
    for (const ActiveRule& entry : active) {
        if (!entry.rule->functions.document) continue;
        take_turn(run, entry);
        entry.rule->functions.document(scope);
    }
    auto& findings = run.findings;
    findings.erase(std::remove_if(findings.begin(), findings.end(),
                                  [&](const Finding& finding) {
                                      return is_suppressed(document, finding, office) ||
                                             is_own_term(document, finding, office);
                                  }),
                   findings.end());
    // `nowhere` is the largest number; one more makes it the first.
    const auto key = [](const Finding& f) {
        return std::make_tuple(f.place.list + 1, f.place.item + 1, f.place.cell + 1, f.span.begin,
                               f.span.end, f.rule);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
    return std::move(findings);
}

std::array<std::size_t, 3> count_by_severity(const std::vector<Finding>& findings) {
    std::array<std::size_t, 3> counts{};
    for (const Finding& finding : findings) ++counts[static_cast<std::size_t>(finding.severity)];
    return counts;
}

}  // namespace dutylist::check
