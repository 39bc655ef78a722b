#include "pipeline/timestamp.h"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <string_view>

namespace dutylist {

std::optional<std::int64_t> source_date_epoch() {
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (!epoch) return {};
    const std::string_view text(epoch);
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && seconds >= 0 ? std::optional(seconds) : std::nullopt;
}

std::int64_t timestamp_of(const Period& period) {
    if (const auto fixed = source_date_epoch()) return *fixed;
    const std::chrono::year_month_day day{
        std::chrono::year{period.known() ? period.year : 2000},
        std::chrono::month{static_cast<unsigned>(period.month == 0 ? 1 : period.month)},
        std::chrono::day{1}};
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::sys_days{day}.time_since_epoch())
        .count();
}

}  // namespace dutylist
