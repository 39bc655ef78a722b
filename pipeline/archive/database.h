#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace dutylist {

// SQLite behind values; the only header of the project that speaks of it, and database.cpp the only
// source that includes it. Every failure is a JobError with the file's name: archive_corrupt only
// where the file is damaged, archive_read_failed where the system could not read it this time,
// archive_unusable, archive_busy or archive_write_failed; std::bad_alloc where memory ran out. Not
// thread safe.
class Database {
public:
    // read: also of a file on a read-only disk or of another owner.
    enum class Mode : std::uint8_t { create, existing, read };
    // `patience`: how long it waits for another program that writes before archive_busy.
    Database(const std::filesystem::path& file, Mode mode,
             std::chrono::milliseconds patience = std::chrono::seconds(10));
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void execute(const std::string& sql);
    void roll_back() noexcept;  // where no transaction is open, nothing happens
    std::int64_t integer(const std::string& sql);
    std::int64_t last_row() const;
    int changes() const;
    const std::string& shown_name() const { return shown_name_; }
    [[noreturn]] void fail(int status) const;
    // Whether a line of PRAGMA integrity_check is about a page that the system did not read, which
    // says nothing about the file.
    static bool tells_failed_read(std::string_view line);

private:
    friend class Statement;
    void open(const std::string& name, int flags);
    sqlite3* handle_ = nullptr;
    std::string shown_name_;
    std::chrono::milliseconds patience_;
};

// A prepared statement. Parameters count from 1, columns from 0.
class Statement {
public:
    Statement(Database& database, std::string_view sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(int parameter, std::string_view text);
    Statement& bind(int parameter, std::int64_t number);
    Statement& bind_blob(int parameter, std::string_view bytes);

    bool step();  // true: a row is there
    void run();   // to its end
    std::string text(int column) const;
    std::int64_t integer(int column) const;
    std::string_view blob(int column) const;  // valid until the next step

private:
    Database& database_;
    sqlite3_stmt* handle_ = nullptr;
};

// Rolls back unless committed.
class Transaction {
public:
    // read: one view of the file for several statements; write: the only writer from here on.
    enum class Kind : std::uint8_t { read, write };
    explicit Transaction(Database& database, Kind kind = Kind::write) : database_(database) {
        database_.execute(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
    }
    ~Transaction();
    void commit();

private:
    Database& database_;
    bool open_ = true;
};

}  // namespace dutylist
