#include "pipeline/check/rules.h"
#include "pipeline/check/sequence.h"

namespace dutylist::check {
namespace {

// Some offices number each category from 1. True if nearly every change of category does so.
bool restarts_by_category(const std::vector<ItemNote>& notes) {
    std::size_t changes = 0;
    std::size_t restarts = 0;
    for (std::size_t i = 1; i < notes.size(); ++i) {
        if (notes[i].category == notes[i - 1].category) continue;
        ++changes;
        if (notes[i].number == 1u) ++restarts;
    }
    return changes >= 2 && restarts * 5 >= changes * 4;
}

// Calls function(place of the number's cell, fault or nothing where there is no number, the number
// that should stand there).
template <typename Function>
void for_each_number_fault(const DocumentScope& scope, Function&& function) {
    for (std::uint32_t l = 0; l < scope.survey().items.size(); ++l) {
        const std::vector<ItemNote>& notes = scope.survey().items[l];
        const auto column = scope.document().lists[l].column(CellRole::number);
        if (!column) continue;
        const auto place_of = [&](std::size_t item) {
            return Place{l, notes[item].place.item, static_cast<std::uint32_t>(*column)};
        };
        const bool restarts = restarts_by_category(notes);
        for (std::size_t begin = 0; begin < notes.size();) {
            std::size_t end = begin + 1;
            while (end < notes.size() &&
                   !(restarts && notes[end].category != notes[end - 1].category))
                ++end;
            std::vector<std::uint32_t> numbers;
            for (std::size_t i = begin; i < end; ++i) {
                const std::uint32_t expected = numbers.empty() ? 1 : numbers.back() + 1;
                if (!notes[i].number)
                    function(place_of(i), std::optional<SequenceFault>(), expected);
                numbers.push_back(notes[i].number.value_or(expected));
            }
            for (const SequenceFault& fault : sequence_faults(numbers))
                function(place_of(begin + fault.index), std::optional(fault), fault.expected);
            begin = end;
        }
    }
}

void report_number_faults(DocumentScope& scope, SequenceFault::Kind kind) {
    for_each_number_fault(scope, [&](const Place& place, const std::optional<SequenceFault>& fault,
                                     std::uint32_t expected) {
        if (!fault || fault->kind != kind) return;
        const std::string should = std::to_string(expected);
        scope.report(place, {cell_of(scope.document(), place)->text, should}, should);
    });
}

bool is_required(CellRole role) {
    switch (role) {
        case CellRole::category:
        case CellRole::name:
        case CellRole::townships:
        case CellRole::departments:
        case CellRole::superior_duties:
        case CellRole::township_duties:
        case CellRole::handover:
        case CellRole::handover_department:
        case CellRole::handover_method:
            return true;
        default:
            return false;
    }
}

}  // namespace

void find_number_gaps(DocumentScope& scope) {
    report_number_faults(scope, SequenceFault::Kind::gap);
}

void find_repeated_numbers(DocumentScope& scope) {
    report_number_faults(scope, SequenceFault::Kind::repeated);
}

void find_numbers_out_of_order(DocumentScope& scope) {
    report_number_faults(scope, SequenceFault::Kind::order);
}

void find_missing_numbers(DocumentScope& scope) {
    for_each_number_fault(scope, [&](const Place& place, const std::optional<SequenceFault>& fault,
                                     std::uint32_t expected) {
        if (fault) return;
        const std::string should = std::to_string(expected);
        scope.report(place, {cell_of(scope.document(), place)->text, should}, should);
    });
}

void find_empty_cells(CellScope& scope) {
    if (!scope.text().empty() || !is_required(scope.role())) return;
    const std::uint32_t cell = scope.here().cell;
    scope.report(0, 0, {scope.list().columns[cell].head});
}

}  // namespace dutylist::check
