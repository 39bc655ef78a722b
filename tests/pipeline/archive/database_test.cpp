#include "pipeline/archive/database.h"

#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

using std::chrono::milliseconds;

std::optional<Diagnostic> failure_of(Database& database, const std::string& sql) {
    try {
        database.execute(sql);
    } catch (const JobError& error) {
        return error.diagnostic();
    }
    return {};
}

TEST(Database, ThatAnotherProgramWritesIsBusy) {
    const test::TemporaryFolder folder;
    Database first(folder / "lists.db", Database::Mode::create, milliseconds(0));
    Database second(folder / "lists.db", Database::Mode::create, milliseconds(0));
    first.execute("BEGIN EXCLUSIVE");
    const auto failure = failure_of(second, "CREATE TABLE a (b)");
    ASSERT_TRUE(failure);
    EXPECT_EQ(failure->code, Code::archive_busy);
    first.roll_back();
    EXPECT_FALSE(failure_of(second, "CREATE TABLE a (b)"));
}

TEST(Database, TellsWhatTheSystemDidNotReadFromDamage) {
    const test::TemporaryFolder folder;
    Database database(folder / "lists.db", Database::Mode::create);
    const auto code_of = [&](int status) {
        try {
            database.fail(status);
        } catch (const JobError& error) {
            return error.diagnostic().code;
        }
    };
    EXPECT_EQ(code_of(10 | (1 << 8)), Code::archive_read_failed);  // SQLITE_IOERR_READ
    EXPECT_EQ(code_of(11), Code::archive_corrupt);                 // SQLITE_CORRUPT
}

TEST(Database, NamesTheReasonByItsNumber) {
    const test::TemporaryFolder folder;
    Database database(folder / "lists.db", Database::Mode::create);
    try {
        database.fail(13);  // SQLITE_FULL
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().arguments.back(),
                  Argument(Message{Code::sqlite_disk_full, {}}));
    }
}

}  // namespace
}  // namespace dutylist
