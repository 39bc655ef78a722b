#pragma once

#include <cstdint>
#include <string>

#include "pipeline/archive/archived_document.h"
#include "pipeline/archive/database.h"

namespace dutylist {

// The rows of documents, their seals and the sum over all seals, kept in step within one
// transaction of the caller's.

// SELECT of all that read_document_row() reads, up to and without WHERE.
std::string select_documents(std::int64_t schema_version);
ArchivedDocument read_document_row(const Statement& row);

// Seals what the row says now. A seal that the row had broken before stays, so that the fault is
// still found.
void seal_new_document(Database& database, std::int64_t id);
void retire_document(Database& database, std::int64_t id, std::int64_t timestamp);
void make_current_again(Database& database, std::int64_t id);
void delete_document(Database& database, std::int64_t id);

// Of a file that had no seals.
void seal_all_documents(Database& database);

}  // namespace dutylist
