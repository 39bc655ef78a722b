#include "pipeline/recognition/list_doubts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "pipeline/analysis/item_number.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/recognition/list_checks.h"

namespace dutylist {
namespace {

// The texts of a column that are not empty; nothing where the list lacks the column.
class ColumnTexts {
public:
    ColumnTexts(const DutyList& list, CellRole role) : list_(list), column_(list.column(role)) {}

    // Each is left as soon as what is left to be read cannot change the answer.
    template <typename Property>
    bool all_have(Property property) const {
        bool any = false;
        const bool none_lacks = each([&](std::string_view text) {
            any = true;
            return property(text);
        });
        return any && none_lacks;
    }
    template <typename Property>
    bool none_has(Property property) const {
        return each([&](std::string_view text) { return !property(text); });
    }
    template <typename Property>
    bool most_have(Property property) const {
        std::size_t filled = 0;
        std::size_t with = 0;
        std::size_t left = list_.items.size();
        each([&](std::string_view text) {
            ++filled;
            with += property(text);
            --left;
            return 2 * (with + left) > filled + left;
        });
        return filled > 1 && 2 * with > filled;
    }

private:
    // Until `go_on` says false; true if it never did.
    template <typename GoOn>
    bool each(GoOn go_on) const {
        if (!column_) return true;
        return std::all_of(list_.items.begin(), list_.items.end(), [&](const Item& item) {
            const std::string_view text = item.cells[*column_].text;
            return text.empty() || go_on(text);
        });
    }

    const DutyList& list_;
    std::optional<std::size_t> column_;
};

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
    const ColumnTexts names(list, CellRole::name);
    const ColumnTexts categories(list, CellRole::category);
    // Most lists are done with the first name.
    std::unordered_set<std::string_view> known;
    const auto is_category = [&](std::string_view name) {
        if (known.empty()) {
            if (categories.none_has([&](std::string_view text) { return text == name; }))
                return false;
            categories.all_have([&](std::string_view text) { return known.insert(text), true; });
        }
        return known.contains(name);
    };
    if (names.all_have(is_category)) report(Code::list_names_are_categories, CellRole::name);
    if (names.all_have(is_number)) report(Code::list_names_are_numbers, CellRole::name);
    if (list.items.size() > 1 && list.column(CellRole::number) &&
        ColumnTexts(list, CellRole::number).none_has(is_number))
        report(Code::list_without_numbers, CellRole::number);
    for (CellRole role :
         {CellRole::departments, CellRole::handover_department, CellRole::category}) {
        if (ColumnTexts(list, role).most_have(is_sentence))
            report(Code::list_column_of_sentences, role);
    }
}

}  // namespace dutylist
