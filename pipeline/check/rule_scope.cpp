#include "pipeline/check/rule_scope.h"

namespace dutylist::check {

void ItemScope::report(std::uint32_t cell, TextSpan span, std::vector<Argument> arguments,
                       std::optional<std::string> suggestion, Fix fix) {
    run_.findings.push_back({run_.rule,
                             run_.severity,
                             place(cell),
                             span,
                             std::move(arguments),
                             std::move(suggestion),
                             fix == Fix::mechanical,
                             {},
                             {}});
}

const std::vector<SimilarPair>& DocumentScope::alike_names() const {
    // One or two characters of a long name.
    constexpr double nearly_equal = 0.85;
    if (!run_.alike_names) {
        std::vector<NameInList> names;
        for (std::uint32_t l = 0; l < survey().items.size(); ++l) {
            const bool recalled = document().lists[l].kind == ListKind::recalled;
            for (const ItemNote& note : survey().items[l])
                names.push_back({note.name, l, recalled});
        }
        run_.alike_names = similar_pairs(names, nearly_equal);
    }
    return *run_.alike_names;
}

void DocumentScope::report(const Place& place, TextSpan span, std::vector<Argument> arguments,
                           std::optional<std::string> suggestion, Fix fix) {
    run_.findings.push_back({run_.rule,
                             run_.severity,
                             place,
                             span,
                             std::move(arguments),
                             std::move(suggestion),
                             fix == Fix::mechanical,
                             {},
                             {}});
}

void DocumentScope::report(const Place& place, std::vector<Argument> arguments,
                           std::optional<std::string> suggestion) {
    const Cell* cell = cell_of(document(), place);
    const auto size = cell ? static_cast<std::uint32_t>(cell->text.size()) : 0;
    report(place, TextSpan{0, size}, std::move(arguments), std::move(suggestion));
}

void DocumentScope::report_outside(const Place& place, std::string spot,
                                   std::vector<Argument> arguments, SourceLocation source) {
    Finding finding;
    finding.rule = run_.rule;
    finding.severity = run_.severity;
    finding.place = place;
    finding.arguments = std::move(arguments);
    finding.spot = std::move(spot);
    finding.source = std::move(source);
    run_.findings.push_back(std::move(finding));
}

bool holds_duties(CellRole role) {
    switch (role) {
        case CellRole::superior_duties:
        case CellRole::township_duties:
        case CellRole::handover:
        case CellRole::handover_method:
            return true;
        default:
            return false;
    }
}

}  // namespace dutylist::check
