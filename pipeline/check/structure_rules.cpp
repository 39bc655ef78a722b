#include "pipeline/check/rules.h"
#include "pipeline/check/sequence.h"
#include "pipeline/text/chinese_number.h"
#include "pipeline/text/white_space.h"

namespace dutylist::check {
namespace {

std::optional<std::uint32_t> number_of(const DutyList& list, const Item& item) {
    if (item.number) return item.number;
    const auto number = parse_number(without_white_space(list.text(item, CellRole::number)));
    return number ? std::optional(static_cast<std::uint32_t>(*number)) : std::nullopt;
}

std::string_view category_of(const DutyList& list, const Item& item) {
    return list.text(item, CellRole::category);
}

// Some offices number each category from 1. True if nearly every change of category does so.
bool restarts_by_category(const DutyList& list) {
    std::size_t changes = 0;
    std::size_t restarts = 0;
    for (std::size_t i = 1; i < list.items.size(); ++i) {
        if (category_of(list, list.items[i]) == category_of(list, list.items[i - 1])) continue;
        ++changes;
        if (number_of(list, list.items[i]) == 1u) ++restarts;
    }
    return changes >= 2 && restarts * 5 >= changes * 4;
}

// Calls function(place of the number's cell, number or nothing, fault or nothing).
template <typename Function>
void for_each_number_fault(const Document& document, Function&& function) {
    for (std::uint32_t l = 0; l < document.lists.size(); ++l) {
        const DutyList& list = document.lists[l];
        const auto column = list.column(CellRole::number);
        if (!column) continue;
        const bool restarts = restarts_by_category(list);
        for (std::uint32_t begin = 0; begin < list.items.size();) {
            std::uint32_t end = begin + 1;
            while (end < list.items.size() &&
                   !(restarts &&
                     category_of(list, list.items[end]) != category_of(list, list.items[end - 1])))
                ++end;
            std::vector<std::uint32_t> numbers;
            for (std::uint32_t i = begin; i < end; ++i) {
                const auto number = number_of(list, list.items[i]);
                const std::uint32_t expected = numbers.empty() ? 1 : numbers.back() + 1;
                const Place place{l, i, static_cast<std::uint32_t>(*column)};
                if (!number) function(place, std::optional<SequenceFault>(), expected);
                numbers.push_back(number.value_or(expected));
            }
            for (const SequenceFault& fault : sequence_faults(numbers)) {
                const Place place{l, begin + static_cast<std::uint32_t>(fault.index),
                                  static_cast<std::uint32_t>(*column)};
                function(place, std::optional(fault), fault.expected);
            }
            begin = end;
        }
    }
}

void report_number_faults(DocumentScope& scope, SequenceFault::Kind kind) {
    for_each_number_fault(
        scope.document(),
        [&](const Place& place, const std::optional<SequenceFault>& fault, std::uint32_t expected) {
            if (!fault || fault->kind != kind) return;
            const std::string should = std::to_string(expected);
            scope.report(place, {cell_of(scope.document(), place)->text, should}, should);
        });
}

bool is_required(CellRole role) {
    switch (role) {
        case CellRole::category:
        case CellRole::name:
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
    for_each_number_fault(
        scope.document(),
        [&](const Place& place, const std::optional<SequenceFault>& fault, std::uint32_t expected) {
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
