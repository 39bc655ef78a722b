#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pipeline/model/period.h"

namespace dutylist {

// SOURCE_DATE_EPOCH where it is set to a number from 0.
std::optional<std::int64_t> source_date_epoch();

// The time that outputs carry, in seconds since 1970 (UTC): SOURCE_DATE_EPOCH where it is set to a
// number, else the first day of the period, else 2000-01-01: never the clock, so that the same
// input gives the same bytes.
std::int64_t timestamp_of(const Period& period);

// The moment in UTC. Years outside 0 to 9999, which no output can hold, become the nearest of them.
struct UtcTime {
    int year = 0;
    unsigned month = 1, day = 1;
    int hour = 0, minute = 0, second = 0;
};
UtcTime utc_time(std::int64_t timestamp);

// "2025-07-01T00:00:00Z" (ISO 8601).
std::string iso_time(std::int64_t timestamp);

}  // namespace dutylist
