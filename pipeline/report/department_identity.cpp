#include "pipeline/report/department_identity.h"

#include <algorithm>
#include <set>
#include <vector>

#include "pipeline/analysis/analyse.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/likeness.h"
#include "pipeline/text/white_space.h"

namespace dutylist {

std::string department_identity(std::string_view printed, const Unit& unit,
                                const DepartmentDictionary& dictionary) {
    const std::string_view counted = dictionary.counted_as(printed);
    if (counted != printed) return without_white_space(counted);
    const std::string full = full_department_name(without_white_space(printed), unit);
    return without_white_space(dictionary.counted_as(full));
}

bool may_mean_department(std::string_view wanted, std::string_view printed, const Unit& unit,
                         const DepartmentDictionary& dictionary) {
    if (without_white_space(dictionary.counted_as(printed)) == wanted) return true;
    const std::vector<std::string> forms = short_forms(printed, unit);
    return std::find(forms.begin(), forms.end(), wanted) != forms.end();
}

Argument NamedDepartments::suggestion(std::string_view wanted,
                                      const DepartmentDictionary& dictionary) const {
    constexpr double least_likeness = 0.3;
    constexpr std::size_t most = 3;
    std::set<std::string> identities;
    for (const auto& [key, unit] : printed_)
        identities.insert(department_identity(key.first, unit, dictionary));
    const CharacterPairs pairs(wanted);
    std::vector<std::pair<double, std::string>> like;
    for (const std::string& name : identities) {
        const double alike = likeness(pairs, CharacterPairs(name));
        if (alike >= least_likeness) like.emplace_back(-alike, name);
    }
    std::sort(like.begin(), like.end());
    std::vector<std::string> names;
    for (const auto& [alike, name] : like) {
        if (names.size() < most) names.push_back(name);
    }
    if (names.empty()) return {};
    return Message{Code::usage_did_you_mean, {names}};
}

}  // namespace dutylist
