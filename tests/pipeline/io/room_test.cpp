#include "pipeline/io/room.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

TEST(Room, IsThereForALittleAndLeavesNothing) {
    const test::TemporaryFolder folder;
    EXPECT_NO_THROW(require_room(folder.path(), 1000, "a.xlsx"));
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Room, ThatNoDiskHasIsRefusedWithTheTargetsName) {
    const test::TemporaryFolder folder;
    try {
        require_room(folder.path(), std::uint64_t{1} << 60, "a.xlsx");
        GTEST_SKIP() << "this file system does not tell";
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::output_write_failed);
        EXPECT_EQ(error.diagnostic().arguments.front(), "a.xlsx");
    }
}

TEST(Room, OfAFolderThatIsNotThereIsLeftToTheWriter) {
    EXPECT_NO_THROW(require_room("/no/such/folder", 1000, "a.xlsx"));
}

}  // namespace
}  // namespace dutylist
