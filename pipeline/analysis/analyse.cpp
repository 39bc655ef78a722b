#include "pipeline/analysis/analyse.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "pipeline/analysis/clause_grammar.h"
#include "pipeline/analysis/department_names.h"
#include "pipeline/analysis/handovers.h"
#include "pipeline/analysis/item_number.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist {
namespace {

// short_forms of every name seen, each made once: a list names the same few departments again and
// again.
class FormCache {
public:
    explicit FormCache(const Unit& unit) : unit_(unit) {}

    const std::vector<std::string>& of(std::string_view department) {
        const auto found = forms_.find(std::string(department));
        if (found != forms_.end()) return found->second;
        return forms_.emplace(department, short_forms(department, unit_)).first->second;
    }

private:
    const Unit& unit_;
    std::unordered_map<std::string, std::vector<std::string>> forms_;
};

constexpr std::array<CellRole, 2> duty_roles{CellRole::superior_duties, CellRole::township_duties};

bool is_duty(CellRole role) {
    return std::find(duty_roles.begin(), duty_roles.end(), role) != duty_roles.end();
}

void analyse_item(const DutyList& list, Item& item, FormCache& forms, Diagnostics& diagnostics) {
    item.number = parse_item_number(list.text(item, CellRole::number));
    item.departments.clear();
    item.handovers.clear();
    for (Cell& cell : item.cells) cell.blocks.clear();

    // Forms of every department that the item names, in its departments column or its hand-overs.
    std::vector<std::string> headings;
    const auto add_forms = [&](std::string_view text) {
        for (const DepartmentMention& mention : find_departments(text)) {
            const auto& names = forms.of(mention.name.of(text));
            headings.insert(headings.end(), names.begin(), names.end());
        }
    };
    if (const Cell* departments = list.cell(item, CellRole::departments)) {
        item.departments = find_departments(departments->text);
        add_forms(departments->text);
    }
    add_forms(list.text(item, CellRole::handover_department));

    for (std::size_t i = 0; i < item.cells.size() && i < list.columns.size(); ++i) {
        Cell& cell = item.cells[i];
        if (is_duty(list.columns[i].role))
            cell.blocks = find_blocks(cell.text, cell.restored, headings);
    }
    find_handovers(list, item, headings);
    const bool recalled =
        list.column(CellRole::handover) || list.column(CellRole::handover_department);
    if (recalled && item.handovers.empty()) {
        const auto column = list.column(CellRole::handover)
                                ? list.column(CellRole::handover)
                                : list.column(CellRole::handover_department);
        if (*column < item.cells.size()) {
            const Cell& cell = item.cells[*column];
            diagnostics.add(Code::handover_without_department, cell.source.locate(cell.text, 0),
                            {std::string(list.text(item, CellRole::number))}, cell.text);
        }
    }
}

}  // namespace

std::vector<std::string_view> named_townships(const DutyList& list, const Item& item) {
    static constexpr std::array<std::string_view, 8> separators{"、", "，", ",", "；",
                                                                ";",  "\n", " ", "/"};
    const std::string_view text = list.text(item, CellRole::townships);
    std::vector<std::string_view> names;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto separator = std::find_if(
            separators.begin(), separators.end(),
            [&](std::string_view mark) { return text.substr(at, mark.size()) == mark; });
        if (separator == separators.end()) {
            ++at;
            continue;
        }
        if (at > begin) names.push_back(text.substr(begin, at - begin));
        at += separator->size();
        begin = at;
    }
    if (begin < text.size()) names.push_back(text.substr(begin));
    return names;
}

void analyse(Document& document, Diagnostics& diagnostics) {
    FormCache forms(document.unit);
    for (DutyList& list : document.lists) {
        for (Item& item : list.items) analyse_item(list, item, forms, diagnostics);
    }
}

}  // namespace dutylist
