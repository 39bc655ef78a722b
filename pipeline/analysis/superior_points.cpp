#include <algorithm>

#include "pipeline/analysis/analyse.h"
#include "pipeline/analysis/region_names.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

// 人大 and 残联 without their region also begin other words (人大代表).
constexpr std::size_t least_characters_of_opening = 3;

struct NamedForm {
    std::uint32_t department = 0;
    std::string form;
};

// Longer forms first, so that the longest name wins.
std::vector<NamedForm> forms_of(const Item& item, std::string_view cell, const Unit& unit) {
    std::vector<NamedForm> forms;
    for (std::uint32_t i = 0; i < item.departments.size(); ++i) {
        const std::string_view name = item.departments[i].name.of(cell);
        for (std::string& form : short_forms(name, unit)) {
            if (form == name || count_characters(form) >= least_characters_of_opening)
                forms.push_back({i, std::move(form)});
        }
    }
    std::stable_sort(forms.begin(), forms.end(), [](const NamedForm& a, const NamedForm& b) {
        return a.form.size() > b.form.size();
    });
    return forms;
}

void add_once(std::vector<std::uint32_t>& departments, std::uint32_t department) {
    if (std::find(departments.begin(), departments.end(), department) == departments.end())
        departments.push_back(department);
}

// The departments that `text` begins with, joined by 、.
std::vector<std::uint32_t> opening_departments(std::string_view text,
                                               const std::vector<NamedForm>& forms) {
    static constexpr std::string_view joint = "、";
    std::vector<std::uint32_t> departments;
    while (true) {
        const auto form = std::find_if(forms.begin(), forms.end(), [&](const NamedForm& f) {
            return text.starts_with(f.form);
        });
        if (form == forms.end()) return departments;
        add_once(departments, form->department);
        text.remove_prefix(form->form.size());
        if (!text.starts_with(joint)) return departments;
        text.remove_prefix(joint.size());
    }
}

// A branch is called after its region with or without what the region is: 分局 of 某某 or 某某县.
// The form with the other wording, or "" where the region does not stand inside the name.
std::string other_branch_wording(const std::string& form, const Unit& unit) {
    for (const std::string& region : {unit.county, unit.prefecture}) {
        const std::string_view word = region_word(region);
        if (word.empty()) continue;
        const std::string bare = region.substr(0, region.size() - word.size());
        const std::size_t at = form.find(bare, 1);
        if (at == std::string::npos || count_characters(bare) < 2) continue;
        const std::size_t end = at + bare.size();
        std::string other = form;
        if (std::string_view(form).substr(end).starts_with(word)) {
            other.erase(end, word.size());
        } else {
            other.insert(end, word);
        }
        return other;
    }
    return {};
}

// The department that a heading block names.
std::vector<std::uint32_t> heading_department(std::string_view heading, const Item& item,
                                              std::string_view cell, const Unit& unit) {
    for (std::string_view colon : {"：", ":"}) {
        if (heading.ends_with(colon)) heading.remove_suffix(colon.size());
    }
    for (std::uint32_t i = 0; i < item.departments.size(); ++i) {
        const auto forms = short_forms(item.departments[i].name.of(cell), unit);
        if (std::find(forms.begin(), forms.end(), heading) != forms.end()) return {i};
    }
    return {};
}

}  // namespace

std::vector<Point> superior_points(const DutyList& list, const Item& item, const Unit& unit) {
    std::vector<Point> points;
    const Cell* duties = list.cell(item, CellRole::superior_duties);
    if (!duties) return points;
    const std::string_view cell = list.text(item, CellRole::departments);
    const std::vector<NamedForm> forms = forms_of(item, cell, unit);
    const bool sole = item.departments.size() == 1 && !item.departments.front().and_others;

    std::vector<std::uint32_t> under_heading;
    for (std::uint32_t i = 0; i < duties->blocks.size(); ++i) {
        const Block& block = duties->blocks[i];
        if (block.kind == BlockKind::department)
            under_heading = heading_department(duties->view(block.text), item, cell, unit);
        if (block.kind != BlockKind::clause && block.kind != BlockKind::paragraph) continue;
        Point point{i, under_heading};
        if (point.departments.empty())
            point.departments = opening_departments(duties->view(block.text), forms);
        if (point.departments.empty() && sole) point.departments = {0};
        points.push_back(std::move(point));
    }
    return points;
}

std::vector<std::string> short_forms(std::string_view department, const Unit& unit) {
    std::vector<std::string> forms{std::string(department)};
    const auto add = [&](std::string form) {
        if (std::find(forms.begin(), forms.end(), form) == forms.end())
            forms.push_back(std::move(form));
    };
    RegionPrefix prefix = region_prefix(department, unit);
    if (prefix.bytes == 0 && !unit.county.empty())
        prefix = {0, unit.county, region_word(unit.county)};
    if (prefix.region.empty()) return forms;
    const std::string rest(department.substr(prefix.bytes));
    add(std::string(prefix.region) + rest);
    add(std::string(prefix.word) + rest);
    // What is left of 县委组织部 without 县 is no name.
    const bool is_name = !rest.starts_with("委") && count_characters(rest) > 1;
    if (is_name) add(rest);
    for (std::size_t i = forms.size(); i-- > 0;) {
        if (std::string other = other_branch_wording(forms[i], unit); !other.empty())
            add(std::move(other));
    }
    return forms;
}

}  // namespace dutylist
