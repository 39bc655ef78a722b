#include "pipeline/archive/database.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <iterator>
#include <new>
#include <utility>

#include <sqlite3.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {

namespace {

// Any name of a file as a URI, for the parameters that only a URI can have.
std::string uri_of(const std::filesystem::path& file) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string uri = "file:";
    for (const char byte : std::filesystem::absolute(file).string()) {
        const auto value = static_cast<unsigned char>(byte);
        if (std::isalnum(value) || byte == '/') {
            uri += byte;
        } else {
            uri += {'%', digits[value >> 4], digits[value & 0xf]};
        }
    }
    return uri;
}

bool is_failed_read(int status) {
    static constexpr int reads[] = {
        SQLITE_IOERR,        SQLITE_IOERR_READ,    SQLITE_IOERR_SHORT_READ, SQLITE_IOERR_FSTAT,
        SQLITE_IOERR_ACCESS, SQLITE_IOERR_SHMOPEN, SQLITE_IOERR_SHMMAP,     SQLITE_IOERR_MMAP};
    return std::find(std::begin(reads), std::end(reads), status) != std::end(reads);
}

Message reason_of(int status) {
    switch (status & 0xff) {
        case SQLITE_NOTADB:
            return {Code::sqlite_not_a_database, {}};
        case SQLITE_CORRUPT:
            return {Code::sqlite_damaged, {}};
        case SQLITE_CANTOPEN:
            return {Code::sqlite_cannot_open, {}};
        case SQLITE_READONLY:
            return {Code::sqlite_read_only, {}};
        case SQLITE_IOERR:
            return {Code::sqlite_disk_error, {}};
        case SQLITE_FULL:
            return {Code::sqlite_disk_full, {}};
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {Code::system_no_permission, {}};
        default:
            return {Code::sqlite_other, {status}};
    }
}

}  // namespace

Database::Database(const std::filesystem::path& file, Mode mode, std::chrono::milliseconds patience)
    : shown_name_(file.string()), patience_(patience) {
    // Where writing is not allowed, SQLite falls back to reading.
    open(shown_name_, SQLITE_OPEN_READWRITE | (mode == Mode::create ? SQLITE_OPEN_CREATE : 0));
    if (mode != Mode::read) return;
    const int status =
        sqlite3_exec(handle_, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
    if ((status & 0xff) != SQLITE_CANTOPEN && (status & 0xff) != SQLITE_READONLY) return;
    // Nothing can be made beside the file, so nobody writes to it either.
    sqlite3_close(std::exchange(handle_, nullptr));
    open(uri_of(file) + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

void Database::open(const std::string& name, int flags) {
    const int status =
        sqlite3_open_v2(name.c_str(), &handle_, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    if (status != SQLITE_OK) {
        const Message reason = reason_of(status);
        sqlite3_close(std::exchange(handle_, nullptr));
        if (status == SQLITE_NOMEM) throw std::bad_alloc();
        throw JobError(Code::archive_unusable, {}, {shown_name_, reason});
    }
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, static_cast<int>(patience_.count()));
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

Database::~Database() { sqlite3_close(handle_); }

void Database::fail(int status) const {
    const Message reason = reason_of(status);
    if (status == SQLITE_IOERR_NOMEM) throw std::bad_alloc();
    if (is_failed_read(status)) {
        throw JobError(Code::archive_read_failed, {}, {shown_name_, reason});
    }
    switch (status & 0xff) {
        case SQLITE_NOMEM:
            throw std::bad_alloc();
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            throw JobError(Code::archive_corrupt, {}, {shown_name_, reason});
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            throw JobError(Code::archive_busy, {}, {shown_name_});
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_READONLY:
            throw JobError(Code::archive_unusable, {}, {shown_name_, reason});
        default:
            throw JobError(Code::archive_write_failed, {}, {shown_name_, reason});
    }
}

bool Database::tells_failed_read(std::string_view line) {
    static constexpr std::string_view code = "error code=";
    const std::size_t at = line.find(code);
    if (at == std::string_view::npos) return false;
    int status = 0;
    std::from_chars(line.data() + at + code.size(), line.data() + line.size(), status);
    return (status & 0xff) == SQLITE_IOERR;
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
