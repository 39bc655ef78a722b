#include "pipeline/timestamp.h"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <string_view>

namespace dutylist {

std::int64_t timestamp_of(const Period& period) {
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
        const std::string_view text(epoch);
        std::int64_t seconds = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
        if (error == std::errc() && end == text.data() + text.size() && seconds >= 0)
            return seconds;
    }
    const std::chrono::year_month_day day{
        std::chrono::year{period.known() ? period.year : 2000},
        std::chrono::month{static_cast<unsigned>(period.month == 0 ? 1 : period.month)},
        std::chrono::day{1}};
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::sys_days{day}.time_since_epoch())
        .count();
}

}  // namespace dutylist
