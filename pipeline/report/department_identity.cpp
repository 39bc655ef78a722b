#include "pipeline/report/department_identity.h"

#include <algorithm>
#include <vector>

#include "pipeline/analysis/analyse.h"
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

}  // namespace dutylist
