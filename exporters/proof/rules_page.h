#pragma once

#include <string>

namespace dutylist::proof {

// docs/rules.md: every rule of the table with its basis, an example and how to set it; in Chinese,
// with the English titles. `dutylist check --rules` prints it.
std::string rules_page();

}  // namespace dutylist::proof
