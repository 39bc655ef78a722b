#include "pipeline/check/proofread.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "pipeline/check/rule.h"

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
        for (std::size_t at = cell->text.find(term); at != std::string::npos;
             at = cell->text.find(term, at + 1)) {
            if (finding.span.begin >= at && finding.span.end <= at + term.size()) return true;
        }
        return false;
    });
}

void take_turn(Run& run, const ActiveRule& active) {
    run.rule = active.rule->code;
    run.severity = active.severity;
}

void pass_over_items(Run& run, const std::vector<ActiveRule>& active) {
    CellText text;
    ClauseOutline outline;
    for (std::uint32_t l = 0; l < run.document.lists.size(); ++l) {
        const DutyList& list = run.document.lists[l];
        for (std::uint32_t i = 0; i < list.items.size(); ++i) {
            const ItemScope item(run, l, i);
            for (std::uint32_t c = 0; c < list.items[i].cells.size(); ++c) {
                const Cell& cell = list.items[i].cells[c];
                text.assign(cell.text);
                const bool duties = holds_duties(list.columns[c].role);
                if (duties) outline.assign(cell, text);
                CellScope scope(item, c, text, duties ? &outline : nullptr);
                for (const ActiveRule& entry : active) {
                    if (!entry.rule->cell) continue;
                    take_turn(run, entry);
                    entry.rule->cell(scope);
                }
            }
            ItemScope scope(item);
            for (const ActiveRule& entry : active) {
                if (!entry.rule->item) continue;
                take_turn(run, entry);
                entry.rule->item(scope);
            }
        }
    }
}

void take_diagnostics(Run& run, const std::vector<ActiveRule>& active, const Diagnostics& reading) {
    for (const Diagnostic& diagnostic : reading.entries()) {
        const auto entry = std::find_if(active.begin(), active.end(), [&](const ActiveRule& a) {
            return a.rule->code == diagnostic.code && !a.rule->cell && !a.rule->item &&
                   !a.rule->document;
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
    Run run{document, office, departments, {}, {}, {}, Severity::warning};
    const std::vector<ActiveRule> active = active_rules(office);
    take_diagnostics(run, active, reading);
    pass_over_items(run, active);
    DocumentScope scope(run);
    for (const ActiveRule& entry : active) {
        if (!entry.rule->document) continue;
        take_turn(run, entry);
        entry.rule->document(scope);
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
