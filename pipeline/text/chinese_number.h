#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dutylist {

// The value of an ASCII or full-width digit, else -1.
int digit_value(char32_t c);

// Reads 1…9999 in any of the forms 12, １２, 十二, 二十, 一百零三, 二〇二五 (digit by digit).
std::optional<int> parse_number(std::string_view text);

// 1 -> 一, 12 -> 十二, 20 -> 二十, 103 -> 一百零三; for 0 to 9999.
std::string chinese_number(int number);

// 2025 -> 二〇二五.
std::string chinese_digits(int number);

}  // namespace dutylist
