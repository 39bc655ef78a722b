#include "pipeline/archive/archive.h"

#include <algorithm>

#include "pipeline/archive/archive_implementation.h"
#include "pipeline/archive/compression.h"
#include "pipeline/archive/document_rows.h"
#include "pipeline/archive/schema.h"
#include "pipeline/archive/sha256.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

std::int64_t unit_row(Database& database, const Unit& unit) {
    Statement insert(database,
                     "INSERT INTO units (province, prefecture, county, township)"
                     " VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");
    insert.bind(1, unit.province).bind(2, unit.prefecture).bind(3, unit.county);
    insert.bind(4, unit.township).run();
    Statement select(database,
                     "SELECT id FROM units WHERE province = ?1 AND prefecture = ?2 AND"
                     " county = ?3 AND township = ?4");
    select.bind(1, unit.province).bind(2, unit.prefecture).bind(3, unit.county);
    select.bind(4, unit.township).step();
    return select.integer(0);
}

void insert_document(Database& database, std::int64_t unit, const std::string& month,
                     std::int64_t version, const NewDocument& document,
                     const std::string& xml_sha256) {
    Statement insert(database,
                     "INSERT INTO documents (unit, month, version, added_at, source_name,"
                     " source_sha256, xml_sha256, xml_bytes, basic, cooperative, recalled, xml)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
    insert.bind(1, unit).bind(2, month).bind(3, version).bind(4, document.timestamp);
    insert.bind(5, document.source_name).bind(6, document.source_sha256).bind(7, xml_sha256);
    insert.bind(8, static_cast<std::int64_t>(document.xml.size()));
    for (std::size_t i = 0; i < 3; ++i) {
        insert.bind(9 + static_cast<int>(i), std::int64_t{document.items[i]});
    }
    insert.bind_blob(12, compressed(document.xml)).run();
    seal_new_document(database, database.last_row());
}

Database::Mode mode_of(Archive::Mode mode) {
    switch (mode) {
        case Archive::Mode::create:
            return Database::Mode::create;
        case Archive::Mode::existing:
            return Database::Mode::existing;
        case Archive::Mode::read:
            break;
    }
    return Database::Mode::read;
}

// Where another process has the file just now, it stays in the mode it is in, which is safe too.
void use_write_ahead_log(Database& database) {
    try {
        database.execute("PRAGMA journal_mode = WAL");
    } catch (const JobError& error) {
        if (error.diagnostic().code != Code::archive_busy) throw;
    }
}

}  // namespace

Archive::Archive(const std::filesystem::path& file, Mode mode) {
    std::error_code error;
    if (mode != Mode::create && !std::filesystem::exists(file, error)) {
        throw JobError(Code::archive_missing, {}, {file.string()});
    }
    implementation_.reset(new Implementation{{file, mode_of(mode)}, 0});
    Database& database = implementation_->database;
    database.execute("PRAGMA foreign_keys = ON");
    if (mode == Mode::read) {
        implementation_->schema_version = require_readable(database, archive_schema_steps());
        return;
    }
    // Before anything that writes: a foreign or newer file stays as it is, to the byte.
    migrate(database, archive_schema_steps());
    implementation_->schema_version = static_cast<std::int64_t>(archive_schema_steps().size());
    use_write_ahead_log(database);
    database.execute("PRAGMA synchronous = FULL");
}

Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

AddOutcome Archive::add(const NewDocument& document, bool replace) {
    const std::string month = document.period.iso();
    if (document.period.month == 0) {
        throw JobError(Code::archive_month_unknown, {document.source_name, {}, 0, 0});
    }
    if (!document.unit.department.empty()) {
        throw JobError(Code::archive_department_list, {document.source_name, {}, 0, 0});
    }
    if (document.unit.township.empty()) {
        throw JobError(Code::archive_unit_unknown, {document.source_name, {}, 0, 0});
    }
    Database& database = implementation_->database;
    const std::string hash = sha256(document.xml);
    Transaction transaction(database);
    const std::int64_t unit = unit_row(database, document.unit);
    Statement select(database,
                     "SELECT id, source_sha256, xml_sha256 FROM documents"
                     " WHERE unit = ?1 AND month = ?2 AND replaced_at IS NULL");
    select.bind(1, unit).bind(2, month);
    AddOutcome outcome = AddOutcome::added;
    if (select.step()) {
        const bool same_text = select.text(2) == hash;
        const bool same_source = select.text(1) == document.source_sha256;
        if (same_text || (same_source && !replace)) return AddOutcome::unchanged;
        if (!replace) return AddOutcome::refused;
        retire_document(database, select.integer(0), document.timestamp);
        outcome = AddOutcome::replaced;
    }
    Statement last(
        database, "SELECT coalesce(max(version), 0) FROM documents WHERE unit = ?1 AND month = ?2");
    last.bind(1, unit).bind(2, month).step();
    insert_document(database, unit, month, last.integer(0) + 1, document, hash);
    transaction.commit();
    return outcome;
}

bool is_wanted(const ArchivedDocument& document, const ArchiveFilter& filter) {
    const bool wanted_version = filter.version != 0 ? document.version == filter.version
                                                    : filter.history || document.current();
    return wanted_version && (filter.month.empty() || document.month == filter.month) &&
           (filter.unit.empty() || names_unit(filter.unit, document.unit)) &&
           (filter.county.empty() || lies_in(document.unit, filter.county));
}

std::vector<ArchivedDocument> Archive::find(const ArchiveFilter& filter) const {
    Statement select(implementation_->database, select_documents(implementation_->schema_version) +
                                                    "ORDER BY u.id, d.month, d.version");
    std::vector<ArchivedDocument> documents;
    while (select.step()) {
        ArchivedDocument document = read_document_row(select);
        if (is_wanted(document, filter)) documents.push_back(std::move(document));
    }
    return documents;
}

std::string Archive::xml(const ArchivedDocument& document) const {
    auto bytes = implementation_->unpacked(document);
    if (!bytes) {
        throw JobError(
            Code::archive_document_damaged, {},
            {implementation_->database.shown_name(), document.unit.full_name(), document.month});
    }
    return std::move(*bytes);
}

std::vector<ArchivedDocument> Archive::remove(const std::vector<ArchivedDocument>& documents) {
    Database& database = implementation_->database;
    Transaction transaction(database);
    std::vector<ArchivedDocument> current_again;
    for (const ArchivedDocument& document : documents) delete_document(database, document.id);
    for (const ArchivedDocument& gone : documents) {
        if (!gone.current()) continue;
        Statement latest(database, select_documents(implementation_->schema_version) +
                                       "WHERE u.province = ?1 AND u.prefecture = ?2 AND"
                                       " u.county = ?3 AND u.township = ?4 AND d.month = ?5"
                                       " ORDER BY d.version DESC LIMIT 1");
        latest.bind(1, gone.unit.province).bind(2, gone.unit.prefecture);
        latest.bind(3, gone.unit.county).bind(4, gone.unit.township).bind(5, gone.month);
        if (!latest.step()) continue;
        current_again.push_back(read_document_row(latest));
        current_again.back().replaced_at.reset();
        make_current_again(database, current_again.back().id);
    }
    database.execute("DELETE FROM units WHERE id NOT IN (SELECT unit FROM documents)");
    transaction.commit();
    return current_again;
}

bool names_unit(std::string_view wanted_text, const Unit& unit) {
    std::string wanted = without_white_space(wanted_text);
    wanted.erase(std::remove(wanted.begin(), wanted.end(), '/'), wanted.end());
    const std::string names[] = {unit.township, unit.county + unit.township,
                                 unit.prefecture + unit.county + unit.township, unit.full_name()};
    return std::any_of(std::begin(names), std::end(names), [&](const std::string& name) {
        return without_white_space(name) == wanted;
    });
}

bool lies_in(const Unit& unit, std::string_view wanted_text) {
    std::string wanted = without_white_space(wanted_text);
    wanted.erase(std::remove(wanted.begin(), wanted.end(), '/'), wanted.end());
    const std::string names[] = {unit.county,
                                 unit.prefecture,
                                 unit.province,
                                 unit.prefecture + unit.county,
                                 unit.province + unit.prefecture,
                                 unit.province + unit.prefecture + unit.county};
    return std::any_of(std::begin(names), std::end(names), [&](const std::string& name) {
        return !name.empty() && without_white_space(name) == wanted;
    });
}

}  // namespace dutylist
