#include "pipeline/archive/database.h"

#include <sqlite3.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/phrase.h"

namespace dutylist {

Database::Database(const std::filesystem::path& file, Mode mode) : shown_name_(file.string()) {
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                      (mode == Mode::create ? SQLITE_OPEN_CREATE : 0);
    const int status = sqlite3_open_v2(shown_name_.c_str(), &handle_, flags, nullptr);
    if (status != SQLITE_OK) {
        const std::string reason = handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(status);
        sqlite3_close(handle_);
        throw JobError(Code::archive_unusable, {}, {shown_name_, localised(reason)});
    }
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, 10'000);
}

Database::~Database() { sqlite3_close(handle_); }

void Database::fail(int status) const {
    const std::string reason = sqlite3_errmsg(handle_);
    switch (status & 0xff) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            throw JobError(Code::archive_corrupt, {}, {shown_name_, localised(reason)});
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw JobError(Code::archive_busy, {}, {shown_name_});
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_READONLY:
            throw JobError(Code::archive_unusable, {}, {shown_name_, localised(reason)});
        default:
            throw JobError(Code::archive_write_failed, {}, {shown_name_, localised(reason)});
    }
}

void Database::execute(const std::string& sql) {
    const int status = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
    if (status != SQLITE_OK) fail(status);
}

void Database::roll_back() noexcept {
    sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
}

std::int64_t Database::integer(const std::string& sql) {
    Statement statement(*this, sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_); }

int Database::changes() const { return sqlite3_changes(handle_); }

Statement::Statement(Database& database, std::string_view sql) : database_(database) {
    const int status = sqlite3_prepare_v2(database.handle_, sql.data(),
                                          static_cast<int>(sql.size()), &handle_, nullptr);
    if (status != SQLITE_OK) database.fail(status);
}

Statement::~Statement() { sqlite3_finalize(handle_); }

Statement& Statement::bind(int parameter, std::string_view text) {
    const int status = sqlite3_bind_text64(handle_, parameter, text.data(), text.size(),
                                           SQLITE_TRANSIENT, SQLITE_UTF8);
    if (status != SQLITE_OK) database_.fail(status);
    return *this;
}

Statement& Statement::bind(int parameter, std::int64_t number) {
    const int status = sqlite3_bind_int64(handle_, parameter, number);
    if (status != SQLITE_OK) database_.fail(status);
    return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
    const int status =
        sqlite3_bind_blob64(handle_, parameter, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    if (status != SQLITE_OK) database_.fail(status);
    return *this;
}

bool Statement::step() {
    const int status = sqlite3_step(handle_);
    if (status == SQLITE_ROW) return true;
    if (status != SQLITE_DONE) database_.fail(status);
    return false;
}

void Statement::run() {
    while (step()) {
    }
}

std::string Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
    return bytes
               ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)))
               : std::string();
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_, column); }

std::string_view Statement::blob(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_, column));
    return {bytes, bytes ? static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)) : 0};
}

Transaction::~Transaction() {
    if (open_) database_.roll_back();
}

void Transaction::commit() {
    database_.execute("COMMIT");
    open_ = false;
}

}  // namespace dutylist
