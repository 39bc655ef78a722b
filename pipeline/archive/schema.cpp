#include "pipeline/archive/schema.h"

#include <array>
#include <map>
#include <string>

#include "pipeline/archive/document_rows.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

constexpr std::array<SchemaStep, 2> steps{SchemaStep{R"(
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
)"},
                                          SchemaStep{R"(
CREATE TABLE seals (
    document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL
) STRICT;
CREATE TABLE sealed_set (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    documents INTEGER NOT NULL,
    sum TEXT NOT NULL
) STRICT;
INSERT INTO sealed_set VALUES (1, 0, '');
)",
                                                     seal_all_documents}};

struct State {
    std::int64_t application = 0;
    std::int64_t version = 0;
    std::int64_t objects = 0;
};

State state_of(Database& database) {
    return {database.integer("PRAGMA application_id"), database.integer("PRAGMA user_version"),
            database.integer("SELECT count(*) FROM sqlite_schema")};
}

// Name of each table, index, view and trigger, and the statement that made it. SQLite keeps the
// statements as they were written.
std::map<std::string, std::string> objects_of(Database& database) {
    std::map<std::string, std::string> objects;
    Statement select(database, "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema");
    while (select.step()) objects.emplace(select.text(0), select.text(1));
    return objects;
}

void require_own_objects(Database& database, std::span<const SchemaStep> taken) {
    Database model(":memory:", Database::Mode::create);
    for (const SchemaStep& step : taken) model.execute(std::string(step.sql));
    const auto expected = objects_of(model);
    auto found = objects_of(database);
    for (const auto& [name, sql] : expected) {
        const auto own = found.find(name);
        if (own == found.end() || own->second != sql) {
            throw JobError(Code::archive_altered, {}, {database.shown_name(), name});
        }
        found.erase(own);
    }
    // Statistics of ANALYZE are SQLite's own.
    std::erase_if(found,
                  [](const auto& entry) { return entry.first.starts_with("table sqlite_stat"); });
    if (!found.empty()) {
        throw JobError(Code::archive_altered, {}, {database.shown_name(), found.begin()->first});
    }
}

void require_own(Database& database, const State& state, std::span<const SchemaStep> wanted) {
    if (state.application != archive_application_id &&
        (state.application != 0 || state.objects != 0)) {
        throw JobError(Code::archive_foreign, {}, {database.shown_name()});
    }
    const auto known = static_cast<std::int64_t>(wanted.size());
    if (state.version > known) {
        throw JobError(
            Code::archive_newer, {},
            {database.shown_name(), std::to_string(state.version), std::to_string(known)});
    }
    if (state.version < 0)
        throw JobError(Code::archive_altered, {}, {database.shown_name(), "user_version"});
    require_own_objects(database, wanted.first(static_cast<std::size_t>(state.version)));
}

}  // namespace

std::span<const SchemaStep> archive_schema_steps() { return steps; }

void migrate(Database& database, std::span<const SchemaStep> wanted) {
    const auto known = static_cast<std::int64_t>(wanted.size());
    {
        // One view of the file: another process may be taking the steps meanwhile.
        Transaction reading(database, Transaction::Kind::read);
        const State state = state_of(database);
        require_own(database, state, wanted);
        if (state.application == archive_application_id && state.version == known) return;
    }
    Transaction transaction(database);
    const State state = state_of(database);
    require_own(database, state, wanted);
    if (state.application == archive_application_id && state.version == known) return;
    database.execute("PRAGMA application_id = " + std::to_string(archive_application_id));
    for (const SchemaStep& step : wanted.subspan(static_cast<std::size_t>(state.version))) {
        database.execute(std::string(step.sql));
        if (step.fill) step.fill(database);
    }
    database.execute("PRAGMA user_version = " + std::to_string(known));
    transaction.commit();
}

std::int64_t require_readable(Database& database, std::span<const SchemaStep> wanted) {
    Transaction reading(database, Transaction::Kind::read);
    const State state = state_of(database);
    require_own(database, state, wanted);
    if (state.version == 0) throw JobError(Code::archive_foreign, {}, {database.shown_name()});
    return state.version;
}

}  // namespace dutylist
