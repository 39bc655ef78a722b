#include "exporters/json/unit_json.h"

namespace dutylist {

void write_unit_and_period(JsonWriter& json, const Unit& unit, const Period& period) {
    json.key("unit").begin_object(true);
    json.member("province", unit.province).member("prefecture", unit.prefecture);
    json.member("county", unit.county).member("township", unit.township);
    if (!unit.department.empty()) json.member("department", unit.department);
    json.member("kind", unit.kind()).end_object();
    json.key("period");
    if (period.known()) {
        json.value(period.iso());
    } else {
        json.null();
    }
}

}  // namespace dutylist
