#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dutylist {

// How numbers of a cell format are shown, as far as lists need it: dates as dates, other numbers as
// written. `date_pattern` is the first section of the format's code, empty where the format shows
// no date (ECMA-376 part 1, 18.8.30 numFmt; the Chinese meanings of the built-in codes).
std::string date_pattern(std::string_view format_code);
std::string built_in_date_pattern(unsigned format_id);

// "45839" with yyyy"年"m"月" -> "2025年7月". What is no serial number of a day stays as it is.
std::string show_date(std::string_view serial, std::string_view pattern, bool from_1904);

// "1.0" -> "1", "1.38E10" -> "13800000000", "0.30000000000000004" -> "0.3": fifteen digits, as
// Excel shows them.
std::string show_number(std::string_view number);

}  // namespace dutylist
