#include "exporters/spreadsheet/library_files.h"

#include <csignal>
#include <optional>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include "exporters/spreadsheet/workbook_writer.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

extern "C" std::FILE* lxw_tmpfile(const char* folder);

namespace dutylist::spreadsheet {
namespace {

constexpr std::size_t large = 3 * 1024 * 1024;  // not kept in memory

std::optional<Code> failure_of(const LibraryFiles& files) {
    try {
        files.require_whole();
    } catch (const JobError& error) {
        return error.diagnostic().code;
    }
    return std::nullopt;
}

class LibraryStreams : public testing::Test {
protected:
    std::FILE* written(std::size_t size) {
        const LibraryFiles::Use use(files_);
        std::FILE* file = ::lxw_tmpfile(nullptr);
        const std::string line(1023, 'x');
        for (std::size_t i = 0; i < size; i += 1024) std::fprintf(file, "%s\n", line.c_str());
        std::rewind(file);
        return file;
    }
    static std::size_t size_of(std::FILE* file) {
        std::string buffer(32 * 1024, '\0');
        std::size_t size = 0;
        while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file))
            size += count;
        std::fclose(file);
        return size;
    }
    // The file that a large stream lies in.
    FileDescriptor file_behind() const {
        const auto files = test::open_files_in(folder_.path());
        return FileDescriptor(files.empty() ? -1
                                            : ::open(files.front().c_str(), O_RDWR | O_CLOEXEC));
    }

    const test::TemporaryFolder folder_;
    LibraryFiles files_{"a.xlsx", [this] { return folder_.path(); }};
};

TEST_F(LibraryStreams, GiveBackWhatWasWrittenAndLeaveNothing) {
    EXPECT_EQ(size_of(written(0)), 0u);
    EXPECT_EQ(size_of(written(4096)), 4096u);
    EXPECT_EQ(size_of(written(large)), large);
    EXPECT_EQ(failure_of(files_), std::nullopt);
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(LibraryStreams, TellThatTheDiskIsFull) {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{2 * 1024 * 1024, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    std::FILE* file = written(large);
    ::setrlimit(RLIMIT_FSIZE, &before);
    EXPECT_EQ(size_of(file), 0u);
    EXPECT_EQ(failure_of(files_), Code::output_write_failed);
}

TEST_F(LibraryStreams, TellThatOtherBytesAreReadThanWereWritten) {
    std::FILE* file = written(large);
    const FileDescriptor behind = file_behind();
    ASSERT_TRUE(behind.valid());
    ASSERT_EQ(::pwrite(behind.get(), "y", 1, 1'000'000), 1);
    size_of(file);
    EXPECT_EQ(failure_of(files_), Code::output_not_verified);
}

TEST_F(LibraryStreams, TellThatFewerBytesAreReadThanWereWritten) {
    std::FILE* file = written(large);
    const FileDescriptor behind = file_behind();
    ASSERT_TRUE(behind.valid());
    ASSERT_EQ(::ftruncate(behind.get(), 1'000'000), 0);
    size_of(file);
    EXPECT_EQ(failure_of(files_), Code::output_not_verified);
}

// The library writes into them: a workbook whose parts find no room is refused while it is made.
TEST_F(LibraryStreams, AreTheFilesOfEveryWorkbook) {
    struct Target : MemorySink {
        using MemorySink::MemorySink;
        std::filesystem::path scratch_folder() const override { return "/no/such/folder"; }
    };
    Target sink("a.xlsx");
    Workbook book(sink, {.constant_memory = true});
    const std::string text(30'000, 'x');
    Sheet& sheet = book.add_sheet("一");
    const auto fill = [&] {
        for (std::uint32_t row = 0; row < 1000; ++row) sheet.text(row, 0, text);
    };
    EXPECT_THROW(fill(), JobError);
    EXPECT_THROW(book.close(), JobError);
    EXPECT_EQ(sink.size(), 0u);
}

}  // namespace
}  // namespace dutylist::spreadsheet
