#include "pipeline/io/bounded_reader.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

using test::TemporaryFolder;
using test::write_file;

Code refusal(const std::filesystem::path& file, std::uint64_t limit = 100) {
    try {
        read_source(file, limit);
    } catch (const JobError& error) {
        return error.diagnostic().code;
    }
    return Code::internal_failure;
}

TEST(BoundedReader, ReadsAFileOfExactlyTheLimit) {
    const TemporaryFolder folder;
    write_file(folder / "a", std::string(100, 'x'));
    EXPECT_EQ(read_source(folder / "a", 100).bytes.size(), 100u);
}

TEST(BoundedReader, RefusesAFileOverTheLimit) {
    const TemporaryFolder folder;
    write_file(folder / "a", std::string(101, 'x'));
    EXPECT_EQ(refusal(folder / "a"), Code::input_too_large);
}

TEST(BoundedReader, RefusesAFileWithoutEnd) {
    EXPECT_EQ(refusal("/dev/zero"), Code::input_too_large);
}

TEST(BoundedReader, TellsMissingEmptyAndFolderApart) {
    const TemporaryFolder folder;
    write_file(folder / "empty", "");
    EXPECT_EQ(refusal(folder / "none"), Code::input_missing);
    EXPECT_EQ(refusal(folder / "empty"), Code::input_empty);
    EXPECT_EQ(refusal(folder.path()), Code::input_is_folder);
}

TEST(BoundedReader, DoesNotWaitForAPipeThatLiesInAFolder) {
    const TemporaryFolder folder;
    const std::filesystem::path pipe = folder / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    try {
        read_file_of_folder(pipe, 100);
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::input_not_a_file);
    }
    EXPECT_FALSE(is_plain_file(pipe));
}

}  // namespace
}  // namespace dutylist
