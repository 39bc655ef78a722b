#include "pipeline/io/leftovers.h"

#include <set>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/io/checksum.h"
#include "pipeline/io/file_descriptor.h"
#include "pipeline/io/set_journal.h"
#include "pipeline/io/temporary_name.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

using test::read_file;
using test::write_file;

class Leftovers : public testing::Test {
protected:
    std::set<std::string> files() const {
        std::set<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
            names.insert(entry.path().filename());
        return names;
    }
    void clear() { remove_leftovers(folder_.path(), diagnostics_); }

    const test::TemporaryFolder folder_;
    TemporaryNames names_;
    Diagnostics diagnostics_;
};

TEST_F(Leftovers, OfARunThatIsGoneAreRemovedAndNothingElse) {
    write_file(folder_ / names_.next("a.xlsx"), "half");
    write_file(folder_ / TemporaryNames().next("b.pdf"), "half");
    const std::set<std::string> others{".a.xlsx.12-1.tmp", "a.xlsx", ".hidden", "x.tmp"};
    for (const std::string& name : others) write_file(folder_ / name, "somebody's");
    clear();
    EXPECT_EQ(files(), others);
    EXPECT_TRUE(diagnostics_.entries().empty());
}

TEST_F(Leftovers, OfARunThatIsAliveStayAllOfThem) {
    const std::string open = names_.next("a.xlsx");
    const std::string closed = names_.next("b.xlsx");
    write_file(folder_ / open, "half");
    write_file(folder_ / closed, "whole");
    {
        const FileDescriptor alive(::open((folder_ / open).c_str(), O_RDWR | O_CLOEXEC));
        ASSERT_EQ(::flock(alive.get(), LOCK_EX | LOCK_NB), 0);
        clear();
        EXPECT_EQ(files(), (std::set<std::string>{open, closed}));
    }
    clear();
    EXPECT_TRUE(files().empty());
}

TEST_F(Leftovers, OfAnotherUserStay) {
    if (::getuid() != 0) GTEST_SKIP() << "only root can give files away";
    const std::string name = names_.next("a.xlsx");
    write_file(folder_ / name, "half");
    ASSERT_EQ(::chown((folder_ / name).c_str(), 65534, 65534), 0);
    clear();
    EXPECT_EQ(files(), (std::set<std::string>{name}));
}

TEST_F(Leftovers, InAFolderThatIsNotThereAreNone) {
    remove_leftovers(folder_ / "none", diagnostics_);
    EXPECT_TRUE(diagnostics_.entries().empty());
}

// A process that may not remove files from the folder says which it could not.
TEST(LeftoversDeathTest, ThatCannotBeRemovedAreTold) {
    const test::TemporaryFolder folder;
    const auto run = [&] {
        if (::getuid() == 0 &&
            (::chown(folder.path().c_str(), 65534, 65534) != 0 || ::setuid(65534) != 0)) {
            std::_Exit(2);
        }
        write_file(folder / TemporaryNames().next("a.xlsx"), "half");
        ::chmod(folder.path().c_str(), 0555);
        Diagnostics diagnostics;
        remove_leftovers(folder.path(), diagnostics);
        std::_Exit(diagnostics.count(Code::output_leftover) == 1 ? 0 : 1);
    };
    EXPECT_EXIT(run(), ::testing::ExitedWithCode(0), "");
}

// The set of a, b and c, which takes its place over an older a and b, cut off after some steps.
class SetCutOff : public Leftovers {
protected:
    static constexpr int all_steps = 5;

    void cut_off_after(int steps) {
        names_ = TemporaryNames();
        write_file(folder_ / "a", "old a");
        write_file(folder_ / "b", "old b");
        std::filesystem::remove(folder_ / "c");
        Journal journal;
        for (const char* output : {"a", "b", "c"}) {
            const std::string text = std::string("new ") + output;
            const std::string former = output == std::string("c") ? "" : names_.next(output);
            journal.push_back(
                {output, names_.next(output), former, text.size(), checksum(0, text)});
            write_file(folder_ / journal.back().temporary, text);
        }
        write_file(folder_ / names_.journal(), journal_text(journal));
        int step = 0;
        for (const JournalEntry& entry : journal) {
            if (!entry.former.empty() && step++ < steps)
                std::filesystem::create_hard_link(folder_ / entry.output, folder_ / entry.former);
            if (step++ < steps)
                std::filesystem::rename(folder_ / entry.temporary, folder_ / entry.output);
        }
    }
};

TEST_F(SetCutOff, IsUndoneWhereverItWasCutOff) {
    for (int steps = 0; steps <= all_steps; ++steps) {
        cut_off_after(steps);
        clear();
        EXPECT_EQ(files(), (std::set<std::string>{"a", "b"})) << steps;
        EXPECT_EQ(read_file(folder_ / "a"), "old a") << steps;
        EXPECT_EQ(read_file(folder_ / "b"), "old b") << steps;
    }
    EXPECT_EQ(diagnostics_.count(Code::output_set_undone), all_steps + 1u);
    EXPECT_EQ(diagnostics_.count(Code::output_leftover), 0u);
}

TEST_F(SetCutOff, IsUndoneWhereUndoingWasCutOffToo) {
    cut_off_after(all_steps);
    const auto journal = read_journal(read_file(folder_ / names_.journal()));
    ASSERT_TRUE(journal);
    std::filesystem::rename(folder_ / journal->front().former, folder_ / "a");
    clear();
    EXPECT_EQ(files(), (std::set<std::string>{"a", "b"}));
    EXPECT_EQ(read_file(folder_ / "a"), "old a");
}

TEST_F(SetCutOff, LeavesWhatSomebodyPutThereSince) {
    cut_off_after(all_steps);
    write_file(folder_ / "a", "corrected by hand");
    write_file(folder_ / "c", "made by hand");
    clear();
    EXPECT_EQ(read_file(folder_ / "a"), "corrected by hand");
    EXPECT_EQ(read_file(folder_ / "b"), "old b");
    EXPECT_EQ(read_file(folder_ / "c"), "made by hand");
    EXPECT_EQ(files(), (std::set<std::string>{"a", "b", "c"}));
}

TEST_F(SetCutOff, StaysWhereItsJournalIsOfAnotherVersionAndThatIsTold) {
    cut_off_after(2);
    const std::size_t before = files().size();
    write_file(folder_ / names_.journal(), "dutylist outputs 2\n");
    clear();
    EXPECT_EQ(files().size(), before);
    EXPECT_EQ(diagnostics_.count(Code::output_leftover), 1u);
}

TEST(SetJournal, IsReadAsItWasWritten) {
    const Journal journal{
        {"a b\n%-县.xlsx", ".a.dutylist-abcdefgh0000.tmp", ".a.dutylist-abcdefgh0001.tmp", 12, 345},
        {"-", ".-.dutylist-abcdefgh0002.tmp", "", 0, 0}};
    EXPECT_EQ(read_journal(journal_text(journal)), journal);
}

TEST(SetJournal, LeadsOutOfNoFolderAndTouchesNoOtherFiles) {
    const std::string temporary = ".a.dutylist-abcdefgh0000.tmp";
    EXPECT_TRUE(read_journal(journal_text({{"a", temporary, "", 1, 1}})));
    for (const JournalEntry& entry :
         {JournalEntry{"../a", temporary, "", 1, 1},
          JournalEntry{"/etc/passwd", temporary, "", 1, 1}, JournalEntry{"..", temporary, "", 1, 1},
          JournalEntry{"", temporary, "", 1, 1}, JournalEntry{"a", "passwd", "", 1, 1},
          JournalEntry{"a", "", "", 1, 1}, JournalEntry{"a", temporary, "passwd", 1, 1},
          JournalEntry{"a", "../" + temporary, "", 1, 1},
          JournalEntry{"a", temporary, "b/" + temporary, 1, 1}}) {
        EXPECT_FALSE(read_journal(journal_text({entry}))) << entry.output << entry.temporary;
    }
    for (const char* text : {"", "dutylist outputs 1\n", "dutylist outputs 1\nend\nmore\n",
                             "dutylist outputs 1\n1 2 3\nend\n", "dutylist outputs 9\nend\n",
                             "dutylist outputs 1\n1 1 - .a.dutylist-abcdefgh0000.tmp a%4\nend\n"}) {
        EXPECT_FALSE(read_journal(text)) << text;
    }
}

}  // namespace
}  // namespace dutylist
