#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_map>

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
            for (std::string& form : short_forms(name, unit)) {
                const bool opens =
                    form == name || count_characters(form) >= least_characters_of_opening;
                if (opens) lengths_.push_back(form.size());
                Entry& entry =
                    departments_.try_emplace(std::move(form), Entry{i, {}}).first->second;
                if (opens && !entry.opening) entry.opening = i;
            }
        }
        std::sort(lengths_.begin(), lengths_.end(), std::greater<>());
        lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
    }

    std::optional<std::uint32_t> named_by(std::string_view heading) const {
        const auto found = departments_.find(heading);
        if (found == departments_.end()) return {};
        return found->second.department;
    }

    struct Opening {
        std::uint32_t department = 0;
        std::size_t bytes = 0;
    };
    // The longest form that `text` begins with.
    std::optional<Opening> opening_of(std::string_view text) const {
        for (const std::size_t length : lengths_) {
            if (length > text.size()) continue;
            const auto found = departments_.find(text.substr(0, length));
            if (found != departments_.end() && found->second.opening)
                return Opening{*found->second.opening, length};
        }
        return {};
    }

private:
    struct Entry {
        std::uint32_t department = 0;
        std::optional<std::uint32_t> opening;  // the first for which the form may open a point
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };
    std::unordered_map<std::string, Entry, Hash, std::equal_to<>> departments_;
    std::vector<std::size_t> lengths_;  // of the forms that may open a point, the longest first
};

void add_once(std::vector<std::uint32_t>& departments, std::uint32_t department) {
    if (std::find(departments.begin(), departments.end(), department) == departments.end())
        departments.push_back(department);
}

// The departments that `text` begins with, joined by 、.
std::vector<std::uint32_t> opening_departments(std::string_view text,
                                               const DepartmentForms& forms) {
    static constexpr std::string_view joint = "、";
    std::vector<std::uint32_t> departments;
    while (const auto opening = forms.opening_of(text)) {
        add_once(departments, opening->department);
        text.remove_prefix(opening->bytes);
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
