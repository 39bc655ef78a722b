#include "pipeline/recognition/list_checks.h"

#include <algorithm>
#include <span>
#include <unordered_set>
#include <vector>

#include "pipeline/analysis/item_number.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/recognition/department_list.h"
#include "pipeline/recognition/draft_text.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::size_t longest_excerpt = 30;

SourceLocation place_of(const DutyList& list) {
    return list.items.empty() ? SourceLocation{} : place_of(list.items.front());
}

bool has_any(const DutyList& list, std::span<const CellRole> roles) {
    return std::any_of(roles.begin(), roles.end(),
                       [&](CellRole role) { return list.column(role).has_value(); });
}

// "事项=事项名称、主管=？": each head and what it was taken for, where the two differ.
std::vector<std::string> heads_as_taken(const DutyList& list, const ColumnSynonyms& synonyms) {
    std::vector<std::string> heads;
    for (const Column& column : list.columns) {
        std::string head = without_white_space(column.head);
        if (head.empty()) continue;
        const std::string_view usual =
            column.role == CellRole::extra ? "？" : synonyms.usual_head(column.role);
        if (usual != head) head += "=" + std::string(usual);
        heads.push_back(std::move(head));
    }
    return heads;
}

}  // namespace

SourceLocation place_of(const Item& item) {
    for (const Cell& cell : item.cells) {
        if (!cell.source.empty()) return cell.source.locate(cell.text, 0);
    }
    return {};
}

Message untitled_name(ListKind kind) {
    switch (kind) {
        case ListKind::basic:
            return {Code::untitled_basic, {}};
        case ListKind::cooperative:
            return {Code::untitled_cooperative, {}};
        case ListKind::recalled:
            break;
    }
    return {Code::untitled_recalled, {}};
}

Argument name_in_messages(const DutyList& list) {
    if (!list.title.empty()) return list.title;
    return untitled_name(list.kind);
}

void report_missing_columns(const DutyList& list, const ColumnSynonyms& synonyms,
                            Diagnostics& diagnostics) {
    const auto require = [&](std::initializer_list<CellRole> any_of) {
        if (has_any(list, any_of)) return;
        diagnostics.add(Code::column_missing, place_of(list),
                        {name_in_messages(list), std::string(synonyms.usual_head(*any_of.begin())),
                         heads_as_taken(list, synonyms)});
    };
    require({CellRole::number});
    require({CellRole::name});
    const bool of_department = is_of_department(list.columns, list.title, synonyms);
    if (of_department) require({CellRole::townships});
    if (list.kind == ListKind::cooperative) {
        if (!of_department) require({CellRole::departments});
        require({CellRole::superior_duties});
        require({CellRole::township_duties});
    } else if (list.kind == ListKind::recalled) {
        if (of_department) {
            require({CellRole::handover_method});
        } else {
            require({CellRole::handover, CellRole::handover_department});
        }
    }
}

void check_numbers(const DutyList& list, bool run_on, Diagnostics& diagnostics) {
    if (!list.column(CellRole::number)) return;
    std::unordered_set<std::uint32_t> seen;
    std::uint32_t last = 0;
    const Item* above = nullptr;
    for (const Item& item : list.items) {
        const std::string_view printed = list.text(item, CellRole::number);
        const auto number = parse_item_number(printed);
        if (!number) {
            diagnostics.add(
                Code::number_missing, place_of(item),
                {std::string(printed), excerpt(list.text(item, CellRole::name), longest_excerpt)});
            above = &item;
            ++last;
            continue;
        }
        // Lists may count anew under each category.
        const bool counts_anew =
            *number == 1 && above &&
            list.text(item, CellRole::category) != list.text(*above, CellRole::category);
        if (counts_anew) {
            seen.clear();
            last = 0;
        }
        if (!seen.insert(*number).second) {
            diagnostics.add(Code::number_repeated, place_of(item), {std::to_string(*number)});
        } else if (!run_on && *number != last + 1 && *number > last) {
            diagnostics.add(Code::number_gap, place_of(item),
                            {std::to_string(last), std::to_string(*number)});
        }
        last = *number;
        above = &item;
    }
}

void check_names(const DutyList& list, Diagnostics& diagnostics) {
    if (!list.column(CellRole::name)) return;
    for (const Item& item : list.items) {
        if (!list.text(item, CellRole::name).empty()) continue;
        diagnostics.add(Code::name_missing, place_of(item),
                        {std::string(list.text(item, CellRole::number))});
    }
}

}  // namespace dutylist
