#include "pipeline/io/file_set.h"

#include <gtest/gtest.h>

#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

TEST(FileSet, KnowsAFileByEveryWayToIt) {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "a");
    std::filesystem::create_directory_symlink(folder / "a", folder / "b");
    FileSet set;
    set.insert(folder / "a/new.txt");
    EXPECT_TRUE(set.contains(folder / "a/./new.txt"));
    EXPECT_TRUE(set.contains(folder / "b/new.txt"));
    EXPECT_TRUE(set.contains(folder / "none/../a/new.txt"));
    EXPECT_FALSE(set.contains(folder / "new.txt"));
}

TEST(FileSet, KnowsTheOtherNamesOfAFile) {
    const test::TemporaryFolder folder;
    test::write_file(folder / "file", "x");
    std::filesystem::create_hard_link(folder / "file", folder / "hard");
    std::filesystem::create_symlink(folder / "file", folder / "soft");
    test::write_file(folder / "copy", "x");
    FileSet set;
    set.insert(folder / "file");
    EXPECT_TRUE(set.contains(folder / "hard"));
    EXPECT_TRUE(set.contains(folder / "soft"));
    EXPECT_FALSE(set.contains(folder / "copy"));
}

TEST(FileSet, TakesARelativePathAsOneInTheCurrentFolder) {
    FileSet set;
    set.insert("no-such-file.txt");
    EXPECT_TRUE(set.contains(std::filesystem::current_path() / "no-such-file.txt"));
}

}  // namespace
}  // namespace dutylist
