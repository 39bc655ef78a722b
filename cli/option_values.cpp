#include "cli/option_values.h"

#include <charconv>

#include "cli/invocation.h"
#include "cli/option_table.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {

void refuse_option_value(const Invocation& invocation, std::string_view option) {
    const OptionUse* use = use_of(*find_option(option), invocation.command().name);
    throw UsageError(Code::usage_option_value, {option, Message{use->value, {}}});
}

std::optional<Period> month_or_year_of(const Invocation& invocation, std::string_view option) {
    if (!invocation.has(option)) return {};
    std::optional<Period> period = parse_period(invocation.value(option));
    if (!period) refuse_option_value(invocation, option);
    return period;
}

std::optional<Period> month_of(const Invocation& invocation, std::string_view option) {
    std::optional<Period> period = month_or_year_of(invocation, option);
    if (period && period->month == 0) refuse_option_value(invocation, option);
    return period;
}

std::optional<int> number_of(const Invocation& invocation, std::string_view option, int most) {
    if (!invocation.has(option)) return {};
    const std::string text = invocation.value(option);
    const char* end = text.data() + text.size();
    int number = 0;
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stopped != end || number < 1 || number > most)
        refuse_option_value(invocation, option);
    return number;
}

}  // namespace dutylist::cli
