#include "pipeline/io/sink.h"

#include <array>
#include <cstdlib>

#include <gtest/gtest.h>
#include <stdlib.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

TEST(MemorySink, KeepsWhatIsWrittenInItsOrder) {
    MemorySink sink("a.txt");
    sink.write("一");
    sink.write("");
    sink.write("二");
    EXPECT_EQ(sink.size(), 6u);
    EXPECT_EQ(sink.take_bytes(), "一二");
}

TEST(MemorySink, VerifiesWhatItGivesBack) {
    const auto produce = [](Sink& sink) { sink.write("half"); };
    const auto refuse = [](const WrittenBytes& bytes) { bytes.refuse("rows"); };
    try {
        write_in_memory("a.txt", produce, refuse);
        FAIL() << "accepted";
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::output_not_verified);
        EXPECT_EQ(error.diagnostic().arguments, (std::vector<Argument>{"a.txt", "rows"}));
    }
    EXPECT_EQ(write_in_memory("a.txt", produce, {}), "half");
}

TEST(MemorySinkDeathTest, NamesTheFolderForTemporaryFilesThatCannotBeUsed) {
    const auto run = [] {
        ::setenv("TMPDIR", "/no/such/folder", 1);
        try {
            MemorySink("a.txt").scratch_folder();
        } catch (const JobError& error) {
            const bool named = error.diagnostic().arguments.front() == "/no/such/folder";
            std::_Exit(named && error.diagnostic().code == Code::output_folder_unusable ? 0 : 1);
        }
        std::_Exit(2);
    };
    EXPECT_EXIT(run(), ::testing::ExitedWithCode(0), "");
}

TEST(SameBytes, AreAsManyWithTheSameContent) {
    MemorySink sink("a.txt");
    sink.write("ab");
    sink.write("c");
    EXPECT_NO_THROW(require_same_bytes(sink, MemoryBytes("a.txt", "abc")));
    for (const char* other : {"", "ab", "abd", "abcd", "cab"}) {
        EXPECT_THROW(require_same_bytes(sink, MemoryBytes("a.txt", other)), JobError) << other;
    }
}

TEST(WrittenBytes, AreReadFromAnyPlace) {
    const MemoryBytes bytes("a.txt", "abcdef");
    std::array<char, 4> buffer{};
    EXPECT_EQ(bytes.read(4, buffer), 2u);
    EXPECT_EQ(std::string(buffer.data(), 2), "ef");
    EXPECT_EQ(bytes.read(6, buffer), 0u);
    EXPECT_EQ(bytes.read(0, buffer), 4u);
    EXPECT_EQ(bytes.all(), "abcdef");
}

}  // namespace
}  // namespace dutylist
