#include "pipeline/io/scratch_bytes.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

TEST(ScratchBytes, OfASmallNumberNeedNoFolder) {
    ScratchBytes bytes(
        "a.xlsx", [] { return std::filesystem::path("/no/such/folder"); }, 8);
    bytes.write(0, "abcdef");
    bytes.write(2, "XY");
    bytes.write(5, "ZZZ");
    EXPECT_EQ(bytes.all(), "abXYeZZZ");
    EXPECT_THROW(bytes.write(8, "!"), JobError);
}

TEST(ScratchBytes, OfALargeNumberStandInAFileWithoutAName) {
    const test::TemporaryFolder folder;
    ScratchBytes bytes(
        "a.xlsx", [&] { return folder.path(); }, 4);
    bytes.write(0, "abc");
    bytes.write(3, "defgh");
    bytes.write(1, "XY");
    EXPECT_EQ(bytes.all(), "aXYdefgh");
    EXPECT_EQ(bytes.size(), 8u);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

}  // namespace
}  // namespace dutylist
