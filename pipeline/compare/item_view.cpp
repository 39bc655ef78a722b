#include "pipeline/compare/item_view.h"

#include <algorithm>
#include <unordered_set>

#include "pipeline/text/white_space.h"

namespace dutylist {

std::vector<std::string> printed_departments(const DutyList& list, const Item& item) {
    std::vector<std::string> names;
    if (const Cell* cell = list.cell(item, CellRole::departments)) {
        for (const DepartmentMention& mention : item.departments) {
            names.emplace_back(cell->view(mention.name));
        }
        if (names.empty() && !cell->text.empty()) names.push_back(cell->text);
        return names;
    }
    std::unordered_set<std::string_view> known;
    for (const Handover& handover : item.handovers) {
        const std::string_view name =
            item.cells[handover.department_cell].view(handover.department);
        if (known.insert(name).second) names.emplace_back(name);
    }
    if (names.empty()) {
        const Cell* cell = list.cell(item, CellRole::handover_department);
        if (cell && !cell->text.empty()) names.push_back(cell->text);
    }
    return names;
}

std::string without_handover_departments(const DutyList& list, const Item& item,
                                         std::size_t column) {
    const std::string& text = item.cells[column].text;
    if (list.columns[column].role == CellRole::handover_department) return {};
    std::vector<TextSpan> spans;
    for (const Handover& handover : item.handovers) {
        if (handover.department_cell == column) spans.push_back(handover.department);
    }
    std::sort(spans.begin(), spans.end(), [](TextSpan a, TextSpan b) { return a.begin < b.begin; });
    std::string rest;
    std::size_t reached = 0;
    for (const TextSpan span : spans) {
        if (span.begin < reached) continue;
        rest.append(text, reached, span.begin - reached);
        reached = span.end;
    }
    return rest.append(text, reached);
}

std::vector<ItemView> view_items(const Document& document) {
    std::vector<ItemView> views;
    views.reserve(document.item_count());
    for (std::uint32_t l = 0; l < document.lists.size(); ++l) {
        const DutyList& list = document.lists[l];
        for (std::uint32_t i = 0; i < list.items.size(); ++i) {
            const Item& item = list.items[i];
            ItemView view{{l, i}, &list, &item, {}, {}, {}, {}, {}};
            view.departments = printed_departments(list, item);
            for (std::string& name : view.departments) name = without_white_space(name);
            for (std::size_t c = 0; c < list.columns.size(); ++c) {
                const CellRole role = list.columns[c].role;
                if (role == CellRole::number) continue;
                std::string text = without_white_space(item.cells[c].text);
                view.content += static_cast<char>('a' + static_cast<int>(role));
                view.content += text;
                view.content += '\n';
                switch (role) {
                    case CellRole::name:
                        view.name += text;
                        break;
                    case CellRole::category:
                        view.category += text;
                        break;
                    case CellRole::superior_duties:
                    case CellRole::township_duties:
                    case CellRole::handover_method:
                        view.duties += text;
                        break;
                    case CellRole::handover:
                        view.duties +=
                            without_white_space(without_handover_departments(list, item, c));
                        break;
                    default:
                        break;
                }
            }
            views.push_back(std::move(view));
        }
    }
    return views;
}

}  // namespace dutylist
