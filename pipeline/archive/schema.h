#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "pipeline/archive/database.h"

namespace dutylist {

// "DUTY": PRAGMA application_id of an archive, so that another program's database is never touched.
inline constexpr std::int64_t archive_application_id = 0x44555459;

// One step of the schema. A step is never changed once released: a new one is added.
struct SchemaStep {
    std::string_view sql;
    void (*fill)(Database& database) = nullptr;  // fills what `sql` made
};

// The steps that lead from an empty database to the present schema; PRAGMA user_version counts
// those that were taken.
std::span<const SchemaStep> archive_schema_steps();

// Takes the steps that are missing, all in one transaction with the new user_version. Throws
// JobError archive_foreign for another program's database, archive_newer for one that a later
// version wrote and archive_altered for one with tables, views or triggers that the steps do not
// make; none of them is changed.
void migrate(Database& database, std::span<const SchemaStep> steps);

// The same for a file that is only read: it may be of an older schema, whose number is returned.
// Throws as migrate() does; an empty database is foreign.
std::int64_t require_readable(Database& database, std::span<const SchemaStep> steps);

}  // namespace dutylist
