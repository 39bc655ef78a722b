#pragma once

#include <string_view>

namespace dutylist {

// The <script> of the report's web page: a click on a head sorts its table, typing filters it. It
// looks for table.sortable, td[data-v] and the texts in data-filter and data-filter-hint of <body>.
extern const std::string_view page_script;

}  // namespace dutylist
