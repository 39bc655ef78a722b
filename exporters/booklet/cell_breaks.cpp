#include "exporters/booklet/cell_breaks.h"

#include <vector>

#include "exporters/typeset/name_breaks.h"
#include "pipeline/analysis/department_names.h"
#include "pipeline/analysis/region_names.h"
#include "pipeline/text/utf8.h"

namespace dutylist::booklet {

using namespace typeset;

namespace {

constexpr std::string_view committee = "委";
constexpr std::string_view committee_member = "委员";

}  // namespace

std::uint32_t region_end(std::string_view department, const Unit& unit) {
    std::size_t end = region_prefix(department, unit).bytes;
    if (end == 0) return 0;
    const std::string_view rest = department.substr(end);
    const bool of_party = rest.starts_with(committee) && !rest.starts_with(committee_member) &&
                          rest.size() > committee.size();
    if (of_party) end += committee.size();
    return count_characters(department.substr(0, end)) < 2 ? 0 : static_cast<std::uint32_t>(end);
}

void prefer_cell_breaks(CellText& shaped, const Cell& cell, CellRole role, const Unit& unit,
                        WordBreaks& words) {
    if (role == CellRole::name) {
        return prefer_breaks(shaped, cell.text, {}, NameKind::text, words);
    }
    std::vector<TextSpan> regions;
    if (role == CellRole::departments || role == CellRole::handover_department) {
        for (const DepartmentMention& mention : find_departments(cell.text)) {
            const std::uint32_t bytes = region_end(mention.name.of(cell.text), unit);
            if (bytes != 0) regions.push_back({mention.name.begin, mention.name.begin + bytes});
        }
    }
    prefer_breaks(shaped, cell.text, regions, NameKind::names, words);
}

}  // namespace dutylist::booklet
