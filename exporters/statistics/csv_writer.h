#pragma once

#include <string>

#include "exporters/statistics/statistics_tables.h"
#include "pipeline/diagnostics/diagnostic.h"

namespace dutylist {

// A table as CSV (RFC 4180): UTF-8 with byte order mark, so that Excel reads Chinese; CR LF ends a
// record; fields are quoted where they must be. A field that a spreadsheet program would run as a
// formula (it begins with = + - @, tab or CR) gets an apostrophe before it and a diagnostic at
// `shown_name` and its line and field.
std::string csv(const TextTable& table, const std::string& shown_name, Diagnostics& diagnostics);

}  // namespace dutylist
