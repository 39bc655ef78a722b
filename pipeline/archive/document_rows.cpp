#include "pipeline/archive/document_rows.h"

#include <vector>

#include "pipeline/archive/seal.h"

namespace dutylist {
namespace {

constexpr std::int64_t first_version_with_seals = 2;

ArchivedDocument document_of(Database& database, std::int64_t id) {
    Statement select(database, select_documents(first_version_with_seals) + "WHERE d.id = ?1");
    select.bind(1, id).step();
    return read_document_row(select);
}

// Brings number and sum of the set up to date: one seal goes, one comes; either may be empty.
void change_set(Database& database, const std::string& gone, const std::string& come) {
    Statement select(database, "SELECT documents, sum FROM sealed_set");
    select.step();
    const std::int64_t count = select.integer(0) + (come.empty() ? 0 : 1) - (gone.empty() ? 0 : 1);
    SealSum sum(select.text(1));
    if (!gone.empty()) sum.subtract(gone);
    if (!come.empty()) sum.add(come);
    Statement update(database, "UPDATE sealed_set SET documents = ?1, sum = ?2");
    update.bind(1, count).bind(2, sum.hex()).run();
}

void set_replaced_at(Database& database, std::int64_t id, std::optional<std::int64_t> timestamp) {
    const ArchivedDocument before = document_of(database, id);
    Statement update(database, timestamp ? "UPDATE documents SET replaced_at = ?2 WHERE id = ?1"
                                         : "UPDATE documents SET replaced_at = NULL WHERE id = ?1");
    update.bind(1, id);
    if (timestamp) update.bind(2, *timestamp);
    update.run();
    if (before.seal != seal_of(before)) return;
    ArchivedDocument after = before;
    after.replaced_at = timestamp;
    const std::string seal = seal_of(after);
    Statement renew(database, "UPDATE seals SET sha256 = ?2 WHERE document = ?1");
    renew.bind(1, id).bind(2, seal).run();
    change_set(database, before.seal, seal);
}

}  // namespace

std::string select_documents(std::int64_t schema_version) {
    const bool sealed = schema_version >= first_version_with_seals;
    return "SELECT d.id, u.province, u.prefecture, u.county, u.township, d.month, d.version,"
           " d.added_at, d.replaced_at IS NOT NULL, coalesce(d.replaced_at, 0), d.source_name,"
           " d.source_sha256, d.xml_sha256, d.xml_bytes, length(d.xml), d.basic, d.cooperative,"
           " d.recalled, " +
           std::string(sealed ? "coalesce(s.sha256, '')" : "''") +
           " FROM documents d JOIN units u ON u.id = d.unit " +
           (sealed ? "LEFT JOIN seals s ON s.document = d.id " : "");
}

ArchivedDocument read_document_row(const Statement& row) {
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
    for (std::size_t i = 0; i < document.items.size(); ++i) {
        document.items[i] = static_cast<std::uint32_t>(row.integer(15 + static_cast<int>(i)));
    }
    document.seal = row.text(18);
    return document;
}

void seal_new_document(Database& database, std::int64_t id) {
    const std::string seal = seal_of(document_of(database, id));
    Statement insert(database, "INSERT INTO seals (document, sha256) VALUES (?1, ?2)");
    insert.bind(1, id).bind(2, seal).run();
    change_set(database, {}, seal);
}

void retire_document(Database& database, std::int64_t id, std::int64_t timestamp) {
    set_replaced_at(database, id, timestamp);
}

void make_current_again(Database& database, std::int64_t id) { set_replaced_at(database, id, {}); }

void delete_document(Database& database, std::int64_t id) {
    const std::string seal = document_of(database, id).seal;
    Statement statement(database, "DELETE FROM documents WHERE id = ?1");
    statement.bind(1, id).run();
    change_set(database, seal, {});
}

void seal_all_documents(Database& database) {
    std::vector<std::int64_t> ids;
    Statement select(database, "SELECT id FROM documents");
    while (select.step()) ids.push_back(select.integer(0));
    for (const std::int64_t id : ids) seal_new_document(database, id);
}

}  // namespace dutylist
