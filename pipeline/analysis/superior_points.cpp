#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "pipeline/analysis/affix_table.h"
#include "pipeline/analysis/analyse.h"
#include "pipeline/analysis/region_names.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

// 人大 and 残联 without their region also begin other words (人大代表).
constexpr std::size_t least_characters_of_opening = 3;

// The forms in which an item's departments may be named, each with the first department that has
// it. Items may name thousands.
class DepartmentForms {
public:
    DepartmentForms(const Item& item, std::string_view cell, const Unit& unit) {
        for (std::uint32_t i = 0; i < item.departments.size(); ++i) {
            const std::string_view name = item.departments[i].name.of(cell);
            if (!names_.insert(name).second) continue;
            for (std::string& form : short_forms(name, unit)) {
                const bool opens =
                    form == name || count_characters(form) >= least_characters_of_opening;
                const std::string_view kept =
                    departments_.try_emplace(std::move(form), i).first->first;
                if (opens) openings_.add(kept, i);
            }
        }
    }

    std::optional<std::uint32_t> named_by(std::string_view heading) const {
        const auto found = departments_.find(heading);
        if (found == departments_.end()) return {};
        return found->second;
    }

    // The longest form that `text` begins with.
    std::optional<AffixTable::Match> opening_of(std::string_view text) const {
        return openings_.longest(text);
    }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };
    std::unordered_set<std::string_view> names_;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> departments_;
    AffixTable openings_{AffixTable::At::begin};
};

// The departments that `text` begins with, joined by 、.
std::vector<std::uint32_t> opening_departments(std::string_view text,
                                               const DepartmentForms& forms) {
    static constexpr std::string_view joint = "、";
    std::vector<std::uint32_t> departments;
    std::unordered_set<std::uint32_t> known;
    while (const auto opening = forms.opening_of(text)) {
        if (known.insert(opening->number).second) departments.push_back(opening->number);
        text.remove_prefix(opening->text.size());
        if (!text.starts_with(joint)) break;
        text.remove_prefix(joint.size());
    }
    return departments;
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
std::vector<std::uint32_t> heading_department(std::string_view heading,
                                              const DepartmentForms& forms) {
    for (std::string_view colon : {"：", ":"}) {
        if (heading.ends_with(colon)) heading.remove_suffix(colon.size());
    }
    const auto department = forms.named_by(heading);
    if (!department) return {};
    return {*department};
}

RegionPrefix region_or_county(std::string_view department, const Unit& unit) {
    const RegionPrefix prefix = region_prefix(department, unit);
    if (prefix.bytes != 0 || unit.county.empty()) return prefix;
    return {0, unit.county, region_word(unit.county)};
}

}  // namespace

std::vector<Point> superior_points(const DutyList& list, const Item& item, const Unit& unit) {
    std::vector<Point> points;
    const Cell* duties = list.cell(item, CellRole::superior_duties);
    if (!duties) return points;
    const std::string_view cell = list.text(item, CellRole::departments);
    const DepartmentForms forms(item, cell, unit);
    const bool sole = item.departments.size() == 1 && !item.departments.front().and_others;

    std::vector<std::uint32_t> under_heading;
    for (std::uint32_t i = 0; i < duties->blocks.size(); ++i) {
        const Block& block = duties->blocks[i];
        if (block.kind == BlockKind::department)
            under_heading = heading_department(duties->view(block.text), forms);
        if (block.kind != BlockKind::clause && block.kind != BlockKind::paragraph) continue;
        Point point{i, under_heading};
        if (point.departments.empty())
            point.departments = opening_departments(duties->view(block.text), forms);
        if (point.departments.empty() && sole) point.departments = {0};
        points.push_back(std::move(point));
    }
    return points;
}

std::string full_department_name(std::string_view department, const Unit& unit) {
    const RegionPrefix prefix = region_or_county(department, unit);
    return std::string(prefix.region) + std::string(department.substr(prefix.bytes));
}

std::vector<std::string> short_forms(std::string_view department, const Unit& unit) {
    std::vector<std::string> forms{std::string(department)};
    const auto add = [&](std::string form) {
        if (std::find(forms.begin(), forms.end(), form) == forms.end())
            forms.push_back(std::move(form));
    };
    const RegionPrefix prefix = region_or_county(department, unit);
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
