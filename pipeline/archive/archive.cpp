#include "pipeline/archive/archive.h"

#include <algorithm>
#include <set>

#include "pipeline/archive/compression.h"
#include "pipeline/archive/database.h"
#include "pipeline/archive/schema.h"
#include "pipeline/archive/sha256.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::string_view document_columns =
    "SELECT d.id, u.province, u.prefecture, u.county, u.township, d.month, d.version, d.added_at,"
    " d.replaced_at IS NOT NULL, coalesce(d.replaced_at, 0), d.source_name, d.source_sha256,"
    " d.xml_sha256, d.xml_bytes, length(d.xml), d.basic, d.cooperative, d.recalled"
    " FROM documents d JOIN units u ON u.id = d.unit ";

ArchivedDocument read_row(const Statement& row) {
    ArchivedDocument document;
    document.id = row.integer(0);
    document.unit = {row.text(1), row.text(2), row.text(3), row.text(4)};
    document.month = row.text(5);
    document.version = static_cast<int>(row.integer(6));
    document.added_at = row.integer(7);
    if (row.integer(8) != 0) document.replaced_at = row.integer(9);
    document.source_name = row.text(10);
    document.source_sha256 = row.text(11);
    document.xml_sha256 = row.text(12);
    document.xml_bytes = static_cast<std::uint64_t>(row.integer(13));
    document.stored_bytes = static_cast<std::uint64_t>(row.integer(14));
    for (std::size_t i = 0; i < 3; ++i) {
        document.items[i] = static_cast<std::uint32_t>(row.integer(15 + static_cast<int>(i)));
    }
    return document;
}

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
}

}  // namespace

struct Archive::Implementation {
    mutable Database database;

    std::optional<std::string> unpacked(const ArchivedDocument& document) const {
        Statement select(database, "SELECT xml FROM documents WHERE id = ?1");
        select.bind(1, document.id);
        try {
            if (!select.step()) return {};
        } catch (const JobError& error) {
            if (error.diagnostic().code == Code::archive_corrupt) return {};
            throw;
        }
        auto bytes = decompressed(select.blob(0), document.xml_bytes);
        if (!bytes || sha256(*bytes) != document.xml_sha256) return {};
        return bytes;
    }
};

Archive::Archive(const std::filesystem::path& file, Mode mode) {
    std::error_code error;
    if (mode == Mode::existing && !std::filesystem::exists(file, error)) {
        throw JobError(Code::archive_missing, {}, {file.string()});
    }
    implementation_.reset(new Implementation{
        {file, mode == Mode::create ? Database::Mode::create : Database::Mode::existing}});
    Database& database = implementation_->database;
    database.execute("PRAGMA foreign_keys = ON");
    // Before anything that writes: a foreign or newer file stays as it is, to the byte.
    migrate(database, archive_schema_steps());
    database.execute("PRAGMA journal_mode = WAL");
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
        Statement retire(database, "UPDATE documents SET replaced_at = ?2 WHERE id = ?1");
        retire.bind(1, select.integer(0)).bind(2, document.timestamp).run();
        outcome = AddOutcome::replaced;
    }
    Statement last(
        database, "SELECT coalesce(max(version), 0) FROM documents WHERE unit = ?1 AND month = ?2");
    last.bind(1, unit).bind(2, month).step();
    insert_document(database, unit, month, last.integer(0) + 1, document, hash);
    transaction.commit();
    return outcome;
}

namespace {

bool is_wanted(const ArchivedDocument& document, const ArchiveFilter& filter) {
    const bool wanted_version = filter.version != 0 ? document.version == filter.version
                                                    : filter.history || document.current();
    return wanted_version && (filter.month.empty() || document.month == filter.month) &&
           (filter.unit.empty() || names_unit(filter.unit, document.unit)) &&
           (filter.county.empty() || lies_in(document.unit, filter.county));
}

std::string reason_of(const JobError& error) {
    const auto& values = error.diagnostic().arguments;
    return values.empty() ? std::string() : values.back();
}

// Every id that the table or its index still tells.
std::set<std::int64_t> readable_ids(Database& database, std::vector<ArchiveFault>& faults) {
    std::set<std::int64_t> ids;
    for (const char* sql : {"SELECT id FROM documents NOT INDEXED",
                            "SELECT id FROM documents ORDER BY unit, month, version"}) {
        try {
            Statement select(database, sql);
            while (select.step()) ids.insert(select.integer(0));
        } catch (const JobError& error) {
            faults.push_back({{}, reason_of(error)});
        }
    }
    return ids;
}

}  // namespace

std::vector<ArchivedDocument> Archive::find(const ArchiveFilter& filter) const {
    Statement select(implementation_->database,
                     std::string(document_columns) + "ORDER BY u.id, d.month, d.version");
    std::vector<ArchivedDocument> documents;
    while (select.step()) {
        ArchivedDocument document = read_row(select);
        if (is_wanted(document, filter)) documents.push_back(std::move(document));
    }
    return documents;
}

std::vector<ArchivedDocument> Archive::find_readable(const ArchiveFilter& filter,
                                                     std::vector<ArchiveFault>& faults) const {
    Database& database = implementation_->database;
    std::vector<ArchivedDocument> documents;
    for (const std::int64_t id : readable_ids(database, faults)) {
        try {
            Statement select(database, std::string(document_columns) + "WHERE d.id = ?1");
            select.bind(1, id);
            if (!select.step()) {
                faults.push_back({{}, "documents.id " + std::to_string(id)});
                continue;
            }
            ArchivedDocument document = read_row(select);
            if (is_wanted(document, filter)) documents.push_back(std::move(document));
        } catch (const JobError& error) {
            faults.push_back({{}, "documents.id " + std::to_string(id) + ": " + reason_of(error)});
        }
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

void Archive::remove(const std::vector<ArchivedDocument>& documents) {
    Database& database = implementation_->database;
    Transaction transaction(database);
    for (const ArchivedDocument& document : documents) {
        Statement statement(database, "DELETE FROM documents WHERE id = ?1");
        statement.bind(1, document.id).run();
    }
    database.execute("DELETE FROM units WHERE id NOT IN (SELECT unit FROM documents)");
    transaction.commit();
}

std::vector<ArchiveFault> Archive::verify() const {
    Database& database = implementation_->database;
    std::vector<ArchiveFault> faults;
    const auto check = [&](const char* pragma, const auto& take) {
        try {
            Statement statement(database, pragma);
            while (statement.step()) take(statement);
        } catch (const JobError& error) {
            faults.push_back({{}, reason_of(error)});
        }
    };
    check("PRAGMA integrity_check", [&](Statement& row) {
        if (std::string line = row.text(0); line != "ok") faults.push_back({{}, line});
    });
    check("PRAGMA foreign_key_check", [&](Statement& row) {
        faults.push_back({{}, "foreign key: " + row.text(0) + " " + row.text(1)});
    });
    for (ArchivedDocument& document : find_readable({{}, {}, {}, 0, true}, faults)) {
        if (!implementation_->unpacked(document)) {
            faults.push_back({std::move(document), "SHA-256"});
        }
    }
    return faults;
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
