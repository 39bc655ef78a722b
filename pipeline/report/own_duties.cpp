#include "pipeline/report/own_duties.h"

#include <algorithm>
#include <string>
#include <vector>

#include "pipeline/analysis/analyse.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

// Puts stretches of a cell together: one that goes on where the last ended keeps what is printed
// between them, any other begins a line.
class Excerpt {
public:
    explicit Excerpt(const Cell& cell) : cell_(cell) {}

    void add(TextSpan span, bool goes_on) {
        if (goes_on && !excerpt_.text.empty()) {
            span.begin = end_;
        } else if (!excerpt_.text.empty()) {
            excerpt_.text += '\n';
        }
        const auto at = static_cast<std::uint32_t>(excerpt_.text.size());
        for (const TextSpan label : cell_.restored) {
            if (label.begin >= span.begin && label.end <= span.end)
                excerpt_.restored.push_back(
                    {label.begin - span.begin + at, label.end - span.begin + at});
        }
        excerpt_.text += cell_.view(span);
        end_ = span.end;
    }

    Cell take() { return std::move(excerpt_); }

private:
    const Cell& cell_;
    Cell excerpt_;
    std::uint32_t end_ = 0;
};

// Headings are kept where a block below them is, up to the next heading of their rank.
void keep_headings(const SlimVector<Block>& blocks, std::vector<bool>& kept) {
    bool section = false;
    bool department = false;
    for (std::size_t i = blocks.size(); i-- > 0;) {
        const BlockKind kind = blocks[i].kind;
        if (kind == BlockKind::department) {
            kept[i] = department;
            department = section = false;
        } else if (kind == BlockKind::section) {
            kept[i] = section;
            section = false;
        } else {
            section = section || kept[i];
            department = department || kept[i];
        }
    }
}

// A point of others may say in its midst what the department does: 县财政局牵头；县公安局侦查。
bool names_any(std::string_view text, const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return text.find(name) != std::string_view::npos;
    });
}

}  // namespace

Cell own_superior_duties(const DutyList& list, const Item& item, const Unit& unit,
                         const IsOwnDepartment& is_own) {
    const Cell* duties = list.cell(item, CellRole::superior_duties);
    const Cell* names = list.cell(item, CellRole::departments);
    if (!duties || !names) return {};
    const auto is_own_mention = [&](const DepartmentMention& mention) {
        return !mention.and_others && is_own(names->view(mention.name));
    };
    if (std::all_of(item.departments.begin(), item.departments.end(), is_own_mention)) {
        Cell whole = *duties;
        whole.blocks = {};
        return whole;
    }
    std::vector<std::string> own_names;  // in all their forms
    for (const DepartmentMention& mention : item.departments) {
        const std::string_view name = names->view(mention.name);
        if (!is_own(name)) continue;
        for (std::string& form : short_forms(name, unit)) own_names.push_back(std::move(form));
    }
    std::vector<bool> kept(duties->blocks.size());
    for (const Point& point : superior_points(list, item, unit)) {
        const std::string_view text = duties->view(duties->blocks[point.block].text);
        kept[point.block] =
            point.departments.empty() || names_any(text, own_names) ||
            std::any_of(point.departments.begin(), point.departments.end(),
                        [&](std::uint32_t index) {
                            return is_own(names->view(item.departments[index].name));
                        });
    }
    keep_headings(duties->blocks, kept);
    Excerpt excerpt(*duties);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (kept[i]) excerpt.add(duties->blocks[i].whole(), i > 0 && kept[i - 1]);
    }
    return excerpt.take();
}

Cell own_handover_method(const DutyList& list, const Item& item, const IsOwnDepartment& is_own) {
    for (const Handover& handover : item.handovers) {
        const Cell& names = item.cells[handover.department_cell];
        if (!is_own(names.view(handover.department))) continue;
        const Cell& method = item.cells[handover.method_cell];
        Excerpt excerpt(method);
        for (std::uint32_t i = handover.method_begin; i < handover.method_end; ++i)
            excerpt.add(method.blocks[i].whole(), i > handover.method_begin);
        return excerpt.take();
    }
    const Cell* method = list.cell(item, CellRole::handover_method);
    if (!method) return {};
    Cell whole = *method;
    whole.blocks = {};
    return whole;
}

}  // namespace dutylist
