#include <algorithm>
#include <map>
#include <set>

#include "pipeline/archive/archive_implementation.h"
#include "pipeline/archive/compression.h"
#include "pipeline/archive/document_rows.h"
#include "pipeline/archive/seal.h"
#include "pipeline/archive/sha256.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

// Damage is data; anything else that keeps the file from being read ends the job.
Argument damage_of(const JobError& error) {
    if (error.diagnostic().code != Code::archive_corrupt) throw error;
    const auto& values = error.diagnostic().arguments;
    return values.empty() ? Argument() : values.back();
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
            faults.push_back({{}, damage_of(error)});
        }
    }
    return ids;
}

void check_structure(Database& database, std::vector<ArchiveFault>& faults) {
    const auto check = [&](const char* pragma, const auto& take) {
        try {
            Statement statement(database, pragma);
            while (statement.step()) take(statement);
        } catch (const JobError& error) {
            faults.push_back({{}, damage_of(error)});
        }
    };
    check("PRAGMA integrity_check", [&](Statement& row) {
        const std::string line = row.text(0);
        if (Database::tells_failed_read(line)) {
            throw JobError(Code::archive_read_failed, {}, {database.shown_name(), line});
        }
        if (line != "ok") faults.push_back({{}, line});
    });
    check("PRAGMA foreign_key_check", [&](Statement& row) {
        faults.push_back({{}, "foreign key: " + row.text(0) + " " + row.text(1)});
    });
}

bool is_month(std::string_view month) {
    return month >= "0001-01" && month.substr(5) >= "01" && month.substr(5) <= "12";
}

std::string items_text(const std::array<std::uint32_t, 3>& items) {
    return std::to_string(items[0]) + " + " + std::to_string(items[1]) + " + " +
           std::to_string(items[2]);
}

// The first thing that the text says otherwise.
std::optional<Message> contradiction(const ArchivedDocument& document, const DocumentFacts& facts) {
    const auto otherwise = [](const std::string& kept, const std::string& read) {
        return Message{Code::reason_archive_contradiction, {kept, read}};
    };
    if (!(document.unit == facts.unit))
        return otherwise(document.unit.full_name(), facts.unit.full_name());
    if (document.month != facts.month) return otherwise(document.month, facts.month);
    // Canonical XML that was archived goes on naming the files that it was made from.
    const bool named = facts.sources.empty() || document.source_name.ends_with(".xml") ||
                       std::find(facts.sources.begin(), facts.sources.end(),
                                 document.source_name) != facts.sources.end();
    if (!named) return otherwise(document.source_name, facts.sources.front());
    if (document.items != facts.items)
        return otherwise(items_text(document.items), items_text(facts.items));
    return {};
}

// In each unit and month the latest version is current, and no other.
void check_versions(const std::vector<ArchivedDocument>& documents,
                    std::vector<ArchiveFault>& faults) {
    std::map<std::pair<std::string, std::string>, const ArchivedDocument*> latest;
    for (const ArchivedDocument& document : documents) {
        const ArchivedDocument*& found = latest[{document.unit.full_name(), document.month}];
        if (!found || found->version < document.version) found = &document;
    }
    for (const ArchivedDocument& document : documents) {
        const bool is_latest = latest[{document.unit.full_name(), document.month}] == &document;
        if (is_latest != document.current()) {
            faults.push_back({document, Message{is_latest ? Code::reason_archive_not_current
                                                          : Code::reason_archive_two_current,
                                                {}}});
        }
    }
}

// Documents that were put in or taken out by another program.
void check_set(Database& database, const std::vector<ArchivedDocument>& documents,
               std::vector<ArchiveFault>& faults) {
    try {
        SealSum sum;
        for (const ArchivedDocument& document : documents) sum.add(document.seal);
        Statement select(database, "SELECT documents, sum FROM sealed_set");
        const bool there = select.step();
        const std::int64_t count = there ? select.integer(0) : -1;
        const bool same_sum = there && SealSum(select.text(1)).hex() == sum.hex();
        if (count != static_cast<std::int64_t>(documents.size())) {
            faults.push_back({{}, Message{Code::reason_archive_count, {count, documents.size()}}});
        } else if (!same_sum) {
            faults.push_back({{}, Message{Code::reason_archive_set, {}}});
        }
    } catch (const JobError& error) {
        faults.push_back({{}, damage_of(error)});
    }
}

}  // namespace

std::optional<std::string> Archive::Implementation::unpacked(
    const ArchivedDocument& document) const {
    if (schema_version > 1 && document.seal != seal_of(document)) return {};
    Statement select(database, "SELECT xml FROM documents WHERE id = ?1");
    select.bind(1, document.id);
    try {
        if (!select.step()) return {};
    } catch (const JobError& error) {
        damage_of(error);
        return {};
    }
    auto bytes = decompressed(select.blob(0), document.xml_bytes);
    if (!bytes || sha256(*bytes) != document.xml_sha256) return {};
    return bytes;
}

std::vector<ArchivedDocument> Archive::find_readable(const ArchiveFilter& filter,
                                                     std::vector<ArchiveFault>& faults) const {
    Database& database = implementation_->database;
    std::vector<ArchivedDocument> documents;
    for (const std::int64_t id : readable_ids(database, faults)) {
        try {
            Statement select(database,
                             select_documents(implementation_->schema_version) + "WHERE d.id = ?1");
            select.bind(1, id);
            if (!select.step()) {
                faults.push_back({{}, "documents.id " + std::to_string(id)});
                continue;
            }
            ArchivedDocument document = read_document_row(select);
            if (is_wanted(document, filter)) documents.push_back(std::move(document));
        } catch (const JobError& error) {
            faults.push_back({{},
                              Message{Code::reason_about,
                                      {"documents.id " + std::to_string(id), damage_of(error)}}});
        }
    }
    return documents;
}

std::vector<ArchiveFault> Archive::verify(const FactsReader& facts) const {
    Database& database = implementation_->database;
    std::vector<ArchiveFault> faults;
    check_structure(database, faults);
    const std::vector<ArchivedDocument> documents = find_readable({{}, {}, {}, 0, true}, faults);
    const bool sealed = implementation_->schema_version > 1;
    for (const ArchivedDocument& document : documents) {
        if (!is_month(document.month)) {
            faults.push_back({document, Message{Code::reason_archive_month, {document.month}}});
        }
        if (sealed && document.seal != seal_of(document)) {
            faults.push_back({document, Message{Code::reason_archive_seal, {}}});
            continue;
        }
        const auto xml = implementation_->unpacked(document);
        if (!xml) {
            faults.push_back({document, Message{Code::reason_archive_text, {}}});
            continue;
        }
        if (!facts) continue;
        const auto read = facts(*xml);
        const std::optional<Message> why =
            read ? contradiction(document, *read) : Message{Code::reason_archive_text, {}};
        if (why) faults.push_back({document, *why});
    }
    check_versions(documents, faults);
    if (sealed) check_set(database, documents, faults);
    return faults;
}

}  // namespace dutylist
