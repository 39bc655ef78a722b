#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dutylist::spreadsheet {

// A sheet name as Excel takes it: 1 to 31 UTF-16 units, without []:*?/\ and control characters
// (the full-width forms stand in), no apostrophe at its ends, not "History", and unlike every name
// of `taken` ignoring case (2, 3 … in brackets is added).
std::string usable_sheet_name(std::string_view wanted, const std::vector<std::string>& taken);

// A defined name as Excel takes it: letters, digits, _ . \ and Han, not beginning with a digit, not
// a cell's address. Other characters become _.
std::string usable_defined_name(std::string_view wanted);

}  // namespace dutylist::spreadsheet
