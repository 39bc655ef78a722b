#include "pipeline/io/atomic_file.h"

#include <csignal>
#include <cstdlib>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

using test::read_file;
using test::TemporaryFolder;
using test::write_file;

std::size_t files_in(const TemporaryFolder& folder) {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder.path()), {}));
}

Code failure(const std::function<void()>& action) {
    try {
        action();
    } catch (const JobError& error) {
        return error.diagnostic().code;
    }
    return Code::internal_failure;
}

TEST(AtomicFile, ReplacesTheOldFileAndLeavesNothingElse) {
    const TemporaryFolder folder;
    write_file(folder / "a.txt", "old");
    write_atomically(folder / "a.txt", "new");
    EXPECT_EQ(read_file(folder / "a.txt"), "new");
    EXPECT_EQ(files_in(folder), 1u);
}

TEST(AtomicFile, KeepsTheOldFileWhenTheCheckFails) {
    const TemporaryFolder folder;
    write_file(folder / "a.txt", "old");
    const auto refuse = [](const WrittenBytes& bytes) { bytes.refuse("rows"); };
    const auto produce = [](Sink& sink) { sink.write("half"); };
    EXPECT_EQ(failure([&] { write_atomically(folder / "a.txt", produce, refuse); }),
              Code::output_not_verified);
    EXPECT_EQ(read_file(folder / "a.txt"), "old");
    EXPECT_EQ(files_in(folder), 1u);
}

TEST(AtomicFile, KeepsTheOldFileWhenTheDiskIsFull) {
    const TemporaryFolder folder;
    write_file(folder / "a.txt", "old");
    // A limit on file size fails writes as a full disk does.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{4096, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const Code code =
        failure([&] { write_atomically(folder / "a.txt", std::string(10'000, 'x')); });
    ::setrlimit(RLIMIT_FSIZE, &before);
    EXPECT_EQ(code, Code::output_write_failed);
    EXPECT_EQ(read_file(folder / "a.txt"), "old");
    EXPECT_EQ(files_in(folder), 1u);
}

TEST(AtomicFile, NamesTheTargetToThoseWhoWriteAndRead) {
    const TemporaryFolder folder;
    const std::string target = (folder / "a.pdf").string();
    write_atomically(
        target, [&](Sink& sink) { EXPECT_EQ(sink.name(), target); },
        [&](const WrittenBytes& bytes) { EXPECT_EQ(bytes.name(), target); });
}

TEST(AtomicFile, ReadsBackWhatItWrote) {
    const TemporaryFolder folder;
    const auto produce = [](Sink& sink) {
        sink.write("ab");
        sink.write("");
        sink.write("c");
    };
    const auto verify = [](const WrittenBytes& bytes) {
        EXPECT_EQ(bytes.all(), "abc");
        EXPECT_EQ(bytes.size(), 3u);
    };
    write_atomically(folder / "a", produce, verify);
    EXPECT_EQ(read_file(folder / "a"), "abc");
    EXPECT_NO_THROW(write_atomically(folder / "nothing", ""));
}

// What another process or the disk makes of the temporary file is found before it takes its place.
TEST(AtomicFile, RefusesBytesThatAreNotThoseThatWereWritten) {
    const TemporaryFolder folder;
    write_file(folder / "a", "old");
    for (const char* found : {"abd", "ab", "abcd", ""}) {
        const auto produce = [&](Sink& sink) {
            sink.write("abc");
            for (const std::string& file : test::open_files_in(folder.path()))
                write_file(file, found);
        };
        EXPECT_EQ(failure([&] { write_atomically(folder / "a", produce); }),
                  Code::output_not_verified)
            << found;
        EXPECT_EQ(read_file(folder / "a"), "old");
    }
}

TEST(AtomicFile, SaysThatAFolderIsMissing) {
    const TemporaryFolder folder;
    EXPECT_EQ(failure([&] { write_atomically(folder / "none/a.txt", "x"); }),
              Code::output_folder_unusable);
}

TEST(AtomicFile, RefusesToReplaceAFolder) {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "a.txt");
    EXPECT_EQ(failure([&] { write_atomically(folder / "a.txt", "x"); }), Code::output_write_failed);
    EXPECT_EQ(files_in(folder), 1u);
}

TEST(AtomicFile, GivesNewFilesThePermissionsOfTheUmask) {
    const TemporaryFolder folder;
    const mode_t before = ::umask(027);
    write_atomically(folder / "a.txt", "x");
    ::umask(before);
    struct stat status {};
    ASSERT_EQ(::stat((folder / "a.txt").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0640u);
}

TEST(AtomicFile, KeepsThePermissionsOfTheFileItReplaces) {
    const TemporaryFolder folder;
    write_file(folder / "a.txt", "old");
    ::chmod((folder / "a.txt").c_str(), 0600);
    write_atomically(folder / "a.txt", "x");
    struct stat status {};
    ASSERT_EQ(::stat((folder / "a.txt").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST(AtomicFile, WritesNamesOfTheGreatestLength) {
    const TemporaryFolder folder;
    std::string name;
    for (int i = 0; i < 83; ++i) name += "县";
    write_atomically(folder / (name + ".xlsx"), "x");
    EXPECT_EQ(read_file(folder / (name + ".xlsx")), "x");
}

TEST(WritableFolder, IsMadeWithItsParents) {
    const TemporaryFolder folder;
    require_writable_folder(folder / "a/b/c");
    EXPECT_TRUE(std::filesystem::is_directory(folder / "a/b/c"));
    EXPECT_EQ(files_in(folder), 1u);
}

// A folder that may be written to and not be opened: its names cannot be synchronised.
TEST(AtomicFileDeathTest, SaysThatTheNewFileStandsIfTheFolderIsNotSafeOnTheDisk) {
    const TemporaryFolder folder;
    ASSERT_EQ(::chmod(folder.path().c_str(), 0333), 0);
    const auto write = [&] {
        if (::getuid() == 0 && ::setuid(65534) != 0) std::_Exit(2);
        const Code found = failure([&] { write_atomically(folder / "a.txt", "new"); });
        std::_Exit(found == Code::output_not_durable ? 0 : 1);
    };
    EXPECT_EXIT(write(), ::testing::ExitedWithCode(0), "");
    ASSERT_EQ(::chmod(folder.path().c_str(), 0700), 0);
    EXPECT_EQ(read_file(folder / "a.txt"), "new");
}

TEST(WritableFolder, IsRefusedWhereAFileStands) {
    const TemporaryFolder folder;
    write_file(folder / "a", "");
    EXPECT_EQ(failure([&] { require_writable_folder(folder / "a"); }),
              Code::output_folder_unusable);
    EXPECT_EQ(failure([&] { require_writable_folder(folder / "a/b"); }),
              Code::output_folder_unusable);
}

}  // namespace
}  // namespace dutylist
