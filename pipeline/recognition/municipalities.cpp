#include "pipeline/recognition/municipalities.h"

#include <algorithm>
#include <utility>

#include "pipeline/templates/template_store.h"

namespace dutylist {

std::vector<std::string> read_municipalities(const TemplateStore& templates) {
    const XmlDocument document = templates.xml("regions.xml");
    const XmlElement root = document.root();
    root.allow_attributes({"xmlns"});
    root.allow_children({"municipality", "province"});
    std::vector<std::string> names;
    for (const XmlElement& element : root.children("municipality")) {
        element.allow_attributes({"name"});
        names.emplace_back(element.required("name"));
    }
    return names;
}

void raise_municipality(Unit& unit, const std::vector<std::string>& municipalities) {
    if (!unit.province.empty()) return;
    const auto known = [&](const std::string& name) {
        return std::find(municipalities.begin(), municipalities.end(), name) !=
               municipalities.end();
    };
    if (known(unit.prefecture)) {
        unit.province = std::exchange(unit.prefecture, {});
    } else if (unit.prefecture.empty() && known(unit.county)) {
        unit.province = std::exchange(unit.county, {});
    }
}

}  // namespace dutylist
