#pragma once

#include <optional>
#include <string_view>

#include "pipeline/model/period.h"

namespace dutylist::cli {

class Invocation;

// Values of options as what they are. What does not read as such is a UsageError.

// Throws UsageError usage_option_value: what the option takes, in the words of its help.
[[noreturn]] void refuse_option_value(const Invocation& invocation, std::string_view option);

// "2025-07"; nothing without the option. In `month_or_year` the month may be unknown: 2025年.
std::optional<Period> month_of(const Invocation& invocation, std::string_view option);
std::optional<Period> month_or_year_of(const Invocation& invocation, std::string_view option);

// A number from 1 to `most`; nothing without the option.
std::optional<int> number_of(const Invocation& invocation, std::string_view option, int most);

}  // namespace dutylist::cli
