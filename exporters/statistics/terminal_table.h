#pragma once

#include <string>

#include "exporters/statistics/statistics_tables.h"

namespace dutylist {

// A table for a terminal: columns aligned by display width (a Han character takes two), numbers to
// the right. Ends with a line feed; no line has white space at its end.
std::string terminal_table(const TextTable& table);

// What `dutylist statistics` shows: the line of totals and both tables.
std::string terminal_statistics(const Statistics& statistics, const TemplateStore& templates,
                                Language language);

}  // namespace dutylist
