#include "pipeline/recognition/list_doubts.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>

#include "pipeline/analysis/item_number.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/recognition/list_checks.h"

namespace dutylist {
namespace {

// Of every item's text in the column, how many have texts, and how many of these a property.
struct Share {
    std::size_t filled = 0;
    std::size_t with = 0;
    bool all() const { return filled > 0 && with == filled; }
    bool most() const { return filled > 1 && 2 * with > filled; }
};

template <typename Property>
Share share(const DutyList& list, CellRole role, Property property) {
    Share result;
    const auto column = list.column(role);
    if (!column) return result;
    for (const Item& item : list.items) {
        const std::string_view text = item.cells[*column].text;
        if (text.empty()) continue;
        ++result.filled;
        result.with += property(text);
    }
    return result;
}

bool is_number(std::string_view text) { return parse_item_number(text).has_value(); }

bool is_sentence(std::string_view text) {
    static constexpr std::array<std::string_view, 4> marks{"。", "；", ";", "："};
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
        return text.find(mark) != std::string_view::npos;
    });
}

}  // namespace

void report_doubtful_columns(const DutyList& list, Diagnostics& diagnostics) {
    if (list.items.empty()) return;
    const auto report = [&](Code code, CellRole role) {
        diagnostics.add(code, place_of(list.items.front()),
                        {name_in_messages(list), list.columns[*list.column(role)].head});
    };
    std::unordered_set<std::string_view> categories;
    if (const auto column = list.column(CellRole::category)) {
        for (const Item& item : list.items) categories.insert(item.cells[*column].text);
    }
    const auto is_category = [&](std::string_view text) { return categories.contains(text); };
    if (share(list, CellRole::name, is_category).all())
        report(Code::list_names_are_categories, CellRole::name);
    if (share(list, CellRole::name, is_number).all())
        report(Code::list_names_are_numbers, CellRole::name);
    const Share numbers = share(list, CellRole::number, is_number);
    if (list.items.size() > 1 && list.column(CellRole::number) && numbers.with == 0)
        report(Code::list_without_numbers, CellRole::number);
    for (CellRole role :
         {CellRole::departments, CellRole::handover_department, CellRole::category}) {
        if (share(list, role, is_sentence).most()) report(Code::list_column_of_sentences, role);
    }
}

}  // namespace dutylist
