#include "pipeline/io/output_set.h"

#include <cerrno>
#include <set>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/leftovers.h"
#include "tests/support/failing_calls.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

using test::read_file;
using test::write_file;

class Outputs : public testing::Test {
protected:
    void add(const std::string& name, const std::string& text = "new") {
        set_.add(name, [&](Sink& sink) { sink.write(text); });
    }
    static Code failure_of_publishing(OutputSet& set) {
        try {
            set.publish();
        } catch (const JobError& error) {
            return error.diagnostic().code;
        }
        return Code::internal_failure;
    }
    std::set<std::string> files() const {
        std::set<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
            names.insert(entry.path().filename());
        return names;
    }

    const test::TemporaryFolder folder_;
    Diagnostics diagnostics_;
    OutputSet set_{folder_.path(), diagnostics_};
};

TEST_F(Outputs, AppearTogether) {
    write_file(folder_ / "a", "old");
    add("a");
    add("b");
    EXPECT_EQ(read_file(folder_ / "a"), "old");
    EXPECT_EQ(files(), (std::set<std::string>{"a"}));
    EXPECT_EQ(set_.publish().size(), 2u);
    EXPECT_EQ(read_file(folder_ / "a"), "new");
    EXPECT_EQ(read_file(folder_ / "b"), "new");
    EXPECT_EQ(files(), (std::set<std::string>{"a", "b"}));
    EXPECT_TRUE(diagnostics_.entries().empty());
}

TEST_F(Outputs, ThatAreNotPublishedLeaveNothing) {
    {
        OutputSet set(folder_.path(), diagnostics_);
        set.add("a", [](Sink& sink) { sink.write("new"); });
        set.add("b", [](Sink& sink) { sink.write("new"); });
    }
    EXPECT_TRUE(files().empty());
}

TEST_F(Outputs, StandAsTheyWereWhereOneCannotTakeItsPlace) {
    write_file(folder_ / "a", "old");
    for (const char* name : {"a", "b", "c", "d"}) add(name);
    // What stands in the way came after the output was made.
    std::filesystem::create_directory(folder_ / "c");
    EXPECT_EQ(failure_of_publishing(set_), Code::output_write_failed);
    EXPECT_EQ(read_file(folder_ / "a"), "old");
    EXPECT_EQ(files(), (std::set<std::string>{"a", "c"}));
}

// Whichever rename fails, of the new files and of those that put the old ones back.
TEST_F(Outputs, AreMixedOnlyUntilTheNextRunWhereNotEvenTheOldOnesCanBePutBack) {
    write_file(folder_ / "a", "old");
    write_file(folder_ / "b", "old");
    {
        OutputSet set(folder_.path(), diagnostics_);
        for (const char* name : {"a", "b"}) set.add(name, [](Sink& sink) { sink.write("new"); });
        const test::FailingRename failing(1, EIO);
        EXPECT_EQ(failure_of_publishing(set), Code::output_set_mixed);
    }
    EXPECT_EQ(read_file(folder_ / "a"), "new");
    EXPECT_EQ(read_file(folder_ / "b"), "old");
    remove_leftovers(folder_.path(), diagnostics_);
    EXPECT_EQ(diagnostics_.count(Code::output_set_undone), 1u);
    EXPECT_EQ(read_file(folder_ / "a"), "old");
    EXPECT_EQ(files(), (std::set<std::string>{"a", "b"}));
}

TEST_F(Outputs, AreWithheldWhereOneFailedUnlessThatIsWanted) {
    add("a");
    EXPECT_TRUE(set_.publish_if(false, false).empty());
    EXPECT_EQ(diagnostics_.count(Code::output_set_withheld), 1u);
    EXPECT_TRUE(files().empty());
    EXPECT_EQ(set_.publish_if(false, true).size(), 1u);
    EXPECT_EQ(files(), (std::set<std::string>{"a"}));
}

TEST_F(Outputs, GoOnWithoutTheOneThatFailed) {
    add("a");
    const auto refuse = [](const WrittenBytes& bytes) { bytes.refuse("rows"); };
    EXPECT_THROW(set_.add(
                     "b", [](Sink& sink) { sink.write("half"); }, refuse),
                 JobError);
    add("c");
    EXPECT_EQ(set_.names(), (std::vector<std::string>{"a", "c"}));
    set_.publish();
    EXPECT_EQ(files(), (std::set<std::string>{"a", "c"}));
}

TEST_F(Outputs, AreMoreThanAProcessMayHaveOpen) {
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const rlimit few{120, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &few), 0);
    std::set<std::string> names;
    for (int i = 0; i < 200; ++i) {
        names.insert(std::to_string(i));
        add(std::to_string(i));
    }
    set_.publish();
    ::setrlimit(RLIMIT_NOFILE, &before);
    EXPECT_EQ(files(), names);
}

TEST_F(Outputs, KeepThePermissionsAndReplaceLinksNotWhatTheyLeadTo) {
    write_file(folder_ / "a", "old");
    write_file(folder_ / "far", "other");
    ::chmod((folder_ / "a").c_str(), 0600);
    std::filesystem::create_symlink("far", folder_ / "b");
    std::filesystem::create_symlink("nowhere", folder_ / "c");
    for (const char* name : {"a", "b", "c"}) add(name);
    set_.publish();
    struct stat status {};
    ASSERT_EQ(::stat((folder_ / "a").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
    EXPECT_EQ(read_file(folder_ / "far"), "other");
    EXPECT_FALSE(std::filesystem::is_symlink(folder_ / "b"));
    EXPECT_EQ(read_file(folder_ / "c"), "new");
}

TEST(OutputsInMemory, AreGivenToWhoPublishesThem) {
    Diagnostics diagnostics;
    OutputSet set(std::nullopt, diagnostics);
    set.add("a", [](Sink& sink) { sink.write("text"); });
    const std::vector<WrittenOutput> outputs = set.publish();
    ASSERT_EQ(outputs.size(), 1u);
    EXPECT_EQ(outputs.front().file, "a");
    EXPECT_EQ(outputs.front().bytes, "text");
}

}  // namespace
}  // namespace dutylist
