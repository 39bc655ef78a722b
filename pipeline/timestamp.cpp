#include "pipeline/timestamp.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
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

UtcTime utc_time(std::int64_t timestamp) {
    using namespace std::chrono;
    const sys_seconds moment(
        seconds(std::clamp<std::int64_t>(timestamp, -62'167'219'200, 253'402'300'799)));
    const sys_days day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss clock(moment - day);
    return {static_cast<int>(date.year()),
            static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()),
            static_cast<int>(clock.hours().count()),
            static_cast<int>(clock.minutes().count()),
            static_cast<int>(clock.seconds().count())};
}

std::string iso_time(std::int64_t timestamp) {
    const UtcTime time = utc_time(timestamp);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", time.year, time.month,
                  time.day, time.hour, time.minute, time.second);
    return text.data();
}

}  // namespace dutylist
