#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "pipeline/archive/database.h"

namespace dutylist {

// "DUTY": PRAGMA application_id of an archive, so that another program's database is never touched.
inline constexpr std::int64_t archive_application_id = 0x44555459;

// The steps that lead from an empty database to the present schema; PRAGMA user_version counts
// those that were taken. A step is never changed once released: a new one is added.
std::span<const std::string_view> archive_schema_steps();

// Takes the steps that are missing, each in a transaction of its own with its new user_version.
// Throws JobError archive_foreign for another program's database and archive_newer for one that a
// later version wrote; neither is changed.
void migrate(Database& database, std::span<const std::string_view> steps);

}  // namespace dutylist
