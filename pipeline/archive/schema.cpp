#include "pipeline/archive/schema.h"

#include <array>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

constexpr std::array<std::string_view, 1> steps{
    R"(
CREATE TABLE units (
    id INTEGER PRIMARY KEY,
    province TEXT NOT NULL,
    prefecture TEXT NOT NULL,
    county TEXT NOT NULL,
    township TEXT NOT NULL,
    UNIQUE (province, prefecture, county, township)
) STRICT;
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES units (id),
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
    version INTEGER NOT NULL CHECK (version > 0),
    replaced_at INTEGER,
    added_at INTEGER NOT NULL,
    source_name TEXT NOT NULL,
    source_sha256 TEXT NOT NULL,
    xml_sha256 TEXT NOT NULL,
    xml_bytes INTEGER NOT NULL,
    basic INTEGER NOT NULL,
    cooperative INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    xml BLOB NOT NULL,
    UNIQUE (unit, month, version)
) STRICT;
CREATE UNIQUE INDEX current_documents ON documents (unit, month) WHERE replaced_at IS NULL;
CREATE INDEX documents_by_month ON documents (month);
)"};

}  // namespace

std::span<const std::string_view> archive_schema_steps() { return steps; }

void migrate(Database& database, std::span<const std::string_view> wanted) {
    const std::int64_t application = database.integer("PRAGMA application_id");
    const std::int64_t version = database.integer("PRAGMA user_version");
    const std::int64_t tables = database.integer("SELECT count(*) FROM sqlite_schema");
    if (application != archive_application_id && (application != 0 || tables != 0)) {
        throw JobError(Code::archive_foreign, {}, {database.shown_name()});
    }
    const auto known = static_cast<std::int64_t>(wanted.size());
    if (version > known) {
        throw JobError(
            Code::archive_newer, {},
            {database.shown_name(), std::to_string(version), std::to_string(wanted.size())});
    }
    for (std::int64_t step = version; step < known; ++step) {
        Transaction transaction(database);
        // Another process may have taken the step while this one waited for the lock.
        if (database.integer("PRAGMA user_version") > step) continue;
        database.execute("PRAGMA application_id = " + std::to_string(archive_application_id));
        database.execute(std::string(wanted[static_cast<std::size_t>(step)]));
        database.execute("PRAGMA user_version = " + std::to_string(step + 1));
        transaction.commit();
    }
}

}  // namespace dutylist
