#pragma once

#include "pipeline/model/period.h"
#include "pipeline/model/unit.h"
#include "pipeline/text/json_writer.h"

namespace dutylist {

// The members "unit" and "period" (null if unknown), equal in all JSON outputs.
void write_unit_and_period(JsonWriter& json, const Unit& unit, const Period& period);

}  // namespace dutylist
