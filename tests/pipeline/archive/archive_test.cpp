#include "pipeline/archive/archive.h"

#include <csignal>
#include <fstream>
#include <map>

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pipeline/archive/database.h"
#include "pipeline/archive/schema.h"
#include "pipeline/archive/sha256.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

class ArchiveTest : public testing::Test {
protected:
    void SetUp() override {
        folder_ =
            std::filesystem::temp_directory_path() / ("archive-test-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
        file_ = folder_ / "lists.db";
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    static NewDocument document(const std::string& township, int month, std::string_view xml) {
        NewDocument result;
        result.unit = {"", "", "云溪县", township};
        result.period = {2025, month, ""};
        result.items = {3, 2, 1};
        result.source_name = township + ".txt";
        result.source_sha256 = sha256("source " + std::string(xml));
        result.xml = xml;
        result.timestamp = 1'750'000'000;
        return result;
    }

    Archive make() const { return Archive(file_, Archive::Mode::create); }
    static Code code_of(const std::function<void()>& action) {
        try {
            action();
        } catch (const JobError& error) {
            return error.diagnostic().code;
        }
        return Code::internal_failure;
    }

    std::filesystem::path folder_;
    std::filesystem::path file_;
};

TEST_F(ArchiveTest, GivesBackTheBytesExactly) {
    const std::string xml = std::string("<list>清单\n\0 </list>", 22) + std::string(100'000, 'x');
    Archive archive = make();
    EXPECT_EQ(archive.add(document("清河乡", 7, xml), false), AddOutcome::added);
    const auto found = Archive(file_, Archive::Mode::existing).find();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].unit.township, "清河乡");
    EXPECT_EQ(found[0].month, "2025-07");
    EXPECT_EQ(found[0].items[1], 2u);
    EXPECT_LT(found[0].stored_bytes, xml.size() / 10);
    EXPECT_EQ(archive.xml(found[0]), xml);
}

TEST_F(ArchiveTest, AddingTheSameAgainChangesNothing) {
    Archive archive = make();
    archive.add(document("清河乡", 7, "<a/>"), false);
    EXPECT_EQ(archive.add(document("清河乡", 7, "<a/>"), false), AddOutcome::unchanged);
    EXPECT_EQ(archive.add(document("清河乡", 7, "<a/>"), true), AddOutcome::unchanged);
    EXPECT_EQ(archive.find({"", "", "", 0, true}).size(), 1u);
}

TEST_F(ArchiveTest, AnotherVersionAsksForReplaceAndKeepsTheOldOne) {
    Archive archive = make();
    archive.add(document("清河乡", 7, "<a/>"), false);
    EXPECT_EQ(archive.add(document("清河乡", 7, "<b/>"), false), AddOutcome::refused);
    EXPECT_EQ(archive.xml(archive.find().at(0)), "<a/>");
    EXPECT_EQ(archive.add(document("清河乡", 7, "<b/>"), true), AddOutcome::replaced);
    ASSERT_EQ(archive.find().size(), 1u);
    EXPECT_EQ(archive.xml(archive.find()[0]), "<b/>");
    const auto history = archive.find({"", "", "", 1, false});
    ASSERT_EQ(history.size(), 1u);
    EXPECT_FALSE(history[0].current());
    EXPECT_EQ(archive.xml(history[0]), "<a/>");
}

TEST_F(ArchiveTest, FindsByUnitCountyAndMonth) {
    Archive archive = make();
    archive.add(document("清河乡", 7, "<a/>"), false);
    archive.add(document("清河乡", 8, "<b/>"), false);
    archive.add(document("双桥镇", 8, "<c/>"), false);
    EXPECT_EQ(archive.find({"清河乡", "", "", 0, false}).size(), 2u);
    EXPECT_EQ(archive.find({"云溪县/双桥镇", "", "", 0, false}).size(), 1u);
    EXPECT_EQ(archive.find({"", "云溪县", "2025-08", 0, false}).size(), 2u);
    EXPECT_TRUE(archive.find({"", "别的县", "", 0, false}).empty());
}

TEST_F(ArchiveTest, RemovesWhatIsNamed) {
    Archive archive = make();
    archive.add(document("清河乡", 7, "<a/>"), false);
    archive.add(document("双桥镇", 7, "<b/>"), false);
    archive.remove(archive.find({"清河乡", "", "", 0, true}));
    ASSERT_EQ(archive.find().size(), 1u);
    EXPECT_EQ(archive.find()[0].unit.township, "双桥镇");
    EXPECT_TRUE(archive.verify().empty());
}

TEST_F(ArchiveTest, AsksForMonthAndTownship) {
    Archive archive = make();
    NewDocument without_month = document("清河乡", 7, "<a/>");
    without_month.period = {2025, 0, ""};
    EXPECT_EQ(code_of([&] { archive.add(without_month, false); }), Code::archive_month_unknown);
    NewDocument without_unit = document("", 7, "<a/>");
    EXPECT_EQ(code_of([&] { archive.add(without_unit, false); }), Code::archive_unit_unknown);
}

TEST_F(ArchiveTest, VerifyFindsADamagedDocument) {
    {
        Archive archive = make();
        archive.add(document("清河乡", 7, "<a/>"), false);
        archive.add(document("双桥镇", 7, "<b/>"), false);
    }
    {
        Database database(file_, Database::Mode::existing);
        database.execute("UPDATE documents SET xml = x'0102' WHERE id = 1");
    }
    const Archive archive(file_, Archive::Mode::existing);
    const auto faults = archive.verify();
    ASSERT_EQ(faults.size(), 1u);
    ASSERT_TRUE(faults[0].document);
    EXPECT_EQ(faults[0].document->unit.township, "清河乡");
    EXPECT_EQ(code_of([&] { archive.xml(*faults[0].document); }), Code::archive_document_damaged);
}

// Bytes of the file are altered in many places, one at a time: what is told as whole is whole.
TEST_F(ArchiveTest, DamageInOnePlaceKeepsTheOtherDocumentsReadable) {
    std::map<std::string, std::string> texts;
    {
        Archive archive = make();
        for (int month = 1; month <= 9; ++month) {
            std::string xml = "<document>";
            for (int i = 0; i < 3000; ++i) xml += std::to_string(i * i * month);
            archive.add(document("清河乡", month, xml), false);
            texts["2025-0" + std::to_string(month)] = xml;
        }
    }
    std::ifstream input(file_, std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(input), {}};
    std::size_t most_lost = 0;
    for (std::size_t at = 5000; at + 40 < whole.size(); at += 3011) {
        std::string damaged = whole;
        for (std::size_t i = 0; i < 40; ++i) damaged[at + i] ^= 0x5A;
        std::ofstream(file_, std::ios::binary) << damaged;
        for (const char* more : {"-wal", "-shm"}) std::filesystem::remove(file_.string() + more);
        const Archive archive(file_, Archive::Mode::existing);
        std::vector<ArchiveFault> faults;
        std::size_t found = 0;
        for (const ArchivedDocument& one : archive.find_readable({}, faults)) {
            try {
                const std::string xml = archive.xml(one);
                const auto text = texts.find(one.month);
                if (text != texts.end()) {
                    EXPECT_EQ(xml, text->second);
                }
                ++found;
            } catch (const JobError&) {
            }
        }
        if (found < texts.size()) {
            EXPECT_FALSE(archive.verify().empty()) << at;
        }
        most_lost = std::max(most_lost, texts.size() - found);
    }
    EXPECT_LE(most_lost, 4u);
}

TEST_F(ArchiveTest, AMissingACorruptAndAForeignFileAreToldAndNotChanged) {
    EXPECT_EQ(code_of([&] { Archive(file_, Archive::Mode::existing); }), Code::archive_missing);
    EXPECT_FALSE(std::filesystem::exists(file_));

    const std::string noise(5000, 'z');
    std::ofstream(file_) << noise;
    EXPECT_EQ(code_of([&] { Archive(file_, Archive::Mode::create); }), Code::archive_corrupt);
    EXPECT_EQ(std::filesystem::file_size(file_), noise.size());

    std::filesystem::remove(file_);
    Database(file_, Database::Mode::create).execute("CREATE TABLE other (a)");
    EXPECT_EQ(code_of([&] { Archive(file_, Archive::Mode::create); }), Code::archive_foreign);
}

TEST_F(ArchiveTest, ANewerFileIsToldAndNotChanged) {
    make().add(document("清河乡", 7, "<a/>"), false);
    Database(file_, Database::Mode::existing).execute("PRAGMA user_version = 99");
    EXPECT_EQ(code_of([&] { Archive(file_, Archive::Mode::existing); }), Code::archive_newer);
    EXPECT_EQ(Database(file_, Database::Mode::existing).integer("PRAGMA user_version"), 99);
}

TEST_F(ArchiveTest, MigrationTakesOnlyTheMissingSteps) {
    Database database(file_, Database::Mode::create);
    const SchemaStep steps[] = {{"CREATE TABLE a (x)"},
                                {"CREATE TABLE b (x)", [](Database& filled) {
                                     filled.execute("INSERT INTO b SELECT x + 1 FROM a");
                                 }}};
    migrate(database, std::span(steps).first(1));
    database.execute("INSERT INTO a VALUES (1)");
    migrate(database, steps);
    migrate(database, steps);
    EXPECT_EQ(database.integer("PRAGMA user_version"), 2);
    EXPECT_EQ(database.integer("SELECT count(*) FROM b WHERE x = 2"), 1);
}

TEST_F(ArchiveTest, AFailingMigrationLeavesTheFileAsItWas) {
    Database database(file_, Database::Mode::create);
    const SchemaStep steps[] = {{"CREATE TABLE a (x)"}, {"CREATE TABLE b (x); NONSENSE"}};
    migrate(database, std::span(steps).first(1));
    EXPECT_THROW(migrate(database, steps), JobError);
    EXPECT_EQ(database.integer("PRAGMA user_version"), 1);
    EXPECT_EQ(database.integer("SELECT count(*) FROM sqlite_schema"), 1);
}

// The process dies in the middle of its write number `writes_left`, half of which reaches the file.
int writes_left = 0;

void die_in_time(int file, const void* bytes, std::size_t count) {
    if (--writes_left > 0) return;
    if (::write(file, bytes, count / 2) >= 0) ::kill(::getpid(), SIGKILL);
    ::_exit(1);
}

ssize_t dying_write(int file, const void* bytes, std::size_t count) {
    die_in_time(file, bytes, count);
    return ::write(file, bytes, count);
}

ssize_t dying_pwrite(int file, const void* bytes, std::size_t count, off_t offset) {
    if (writes_left == 1) ::lseek(file, offset, SEEK_SET);
    die_in_time(file, bytes, count);
    return ::pwrite(file, bytes, count, offset);
}

void die_in_write(int number) {
    writes_left = number;
    sqlite3_vfs* files = sqlite3_vfs_find(nullptr);
    files->xSetSystemCall(files, "write", reinterpret_cast<sqlite3_syscall_ptr>(&dying_write));
    for (const char* name : {"pwrite", "pwrite64"}) {
        files->xSetSystemCall(files, name, reinterpret_cast<sqlite3_syscall_ptr>(&dying_pwrite));
    }
}

TEST_F(ArchiveTest, KilledInAnyOfItsWritesItIsWhole) {
    int killed = 0;
    for (bool finished = false; !finished; ++killed) {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        make().add(document("清河乡", 7, "<a/>"), false);
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            die_in_write(killed + 1);
            {
                Archive archive(file_, Archive::Mode::existing);
                archive.add(document("清河乡", 7, "<b/>"), true);
                archive.add(document("双桥镇", 7, std::string(50'000, 'x')), false);
            }
            ::_exit(0);
        }
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        finished = WIFEXITED(status);
        ASSERT_TRUE(finished ? WEXITSTATUS(status) == 0 : WTERMSIG(status) == SIGKILL) << killed;

        const Archive archive(file_, Archive::Mode::existing);
        ASSERT_TRUE(archive.verify().empty()) << killed;
        const auto all = archive.find({"", "", "", 0, true});
        ASSERT_GE(all.size(), finished ? 3u : 1u) << killed;
        for (const ArchivedDocument& one : all) {
            ASSERT_EQ(archive.xml(one).size(), one.xml_bytes) << killed;
        }
        ASSERT_LT(killed, 1000);
    }
    EXPECT_GT(killed, 10);
}

}  // namespace
}  // namespace dutylist
