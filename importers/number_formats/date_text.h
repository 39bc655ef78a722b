#pragma once

#include <optional>
#include <string>

#include "importers/number_formats/format_code.h"

namespace dutylist {

// A serial number of a day and its time in a section that shows dates; nothing where it is no day
// of the calendar that sheets have.
std::optional<std::string> show_date(double serial, const FormatSection& section, bool from_1904);

}  // namespace dutylist
