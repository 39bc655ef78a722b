#include "exporters/booklet/list_names.h"

#include "pipeline/text/white_space.h"

namespace dutylist::booklet {

std::size_t unit_name_bytes(std::string_view title, std::string_view township) {
    if (township.empty()) return 0;
    const std::size_t at = title.find(township);
    return at == std::string_view::npos ? 0 : at + township.size();
}

std::string list_name(const DutyList& list, const Unit& unit, const std::string& fallback) {
    const std::string_view title = list.title;
    const std::string_view name = trimmed(title.substr(unit_name_bytes(title, unit.own_name())));
    return name.empty() ? std::string(fallback) : std::string(name);
}

}  // namespace dutylist::booklet
