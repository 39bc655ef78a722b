#include <filesystem>
#include <functional>
#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pipeline/archive/archive.h"
#include "pipeline/archive/database.h"
#include "pipeline/archive/schema.h"
#include "pipeline/archive/seal.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

NewDocument document(const std::string& township, int month, std::string_view xml) {
    NewDocument result;
    result.unit = {"", "", "云溪县", township};
    result.period = {2025, month, ""};
    result.items = {3, 2, 1};
    result.source_name = township + ".txt";
    result.source_sha256 = "source of " + std::string(xml);
    result.xml = xml;
    result.timestamp = 1'750'000'000;
    return result;
}

// An archive that another program, or a fault of the disk, has changed behind dutylist's back.
class ArchiveTrust : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() /
                  ("archive-trust-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
        file_ = folder_ / "lists.db";
    }
    void TearDown() override {
        ::chmod(folder_.c_str(), 0755);
        std::filesystem::remove_all(folder_);
    }

    // Two townships, one of them with a replaced version.
    void fill() const {
        Archive archive(file_, Archive::Mode::create);
        archive.add(document("清河乡", 7, "<a/>"), false);
        archive.add(document("清河乡", 7, "<b/>"), true);
        archive.add(document("双桥镇", 7, "<c/>"), false);
    }
    void edit(const std::string& sql) const {
        Database(file_, Database::Mode::existing).execute(sql);
    }
    std::vector<ArchiveFault> verified(const FactsReader& facts = {}) const {
        return Archive(file_, Archive::Mode::read).verify(facts);
    }
    Code code_of_opening(Archive::Mode mode) const {
        try {
            Archive(file_, mode).find();
        } catch (const JobError& error) {
            return error.diagnostic().code;
        }
        return Code::internal_failure;
    }
    // As schema 1 left it.
    void make_older() const {
        Database database(file_, Database::Mode::create);
        migrate(database, archive_schema_steps().first(1));
        database.execute("INSERT INTO units VALUES (1, '', '', '云溪县', '清河乡')");
        database.execute(
            "INSERT INTO documents (id, unit, month, version, added_at, source_name, source_sha256,"
            " xml_sha256, xml_bytes, basic, cooperative, recalled, xml) VALUES (1, 1, '2025-07', 1,"
            " 5, 'a.txt', 's', 'x', 4, 1, 1, 1, x'00')");
    }

    std::filesystem::path folder_;
    std::filesystem::path file_;
};

class EditedField : public ArchiveTrust, public testing::WithParamInterface<const char*> {};

TEST_P(EditedField, IsFoundByVerify) {
    fill();
    ASSERT_TRUE(verified().empty());
    edit(GetParam());
    EXPECT_FALSE(verified().empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, EditedField,
    testing::Values("UPDATE units SET township = '清河镇' WHERE id = 1",
                    "UPDATE units SET county = '云河县' WHERE id = 2",
                    "UPDATE documents SET month = '2025-08' WHERE id = 3",
                    "UPDATE documents SET month = '2031-99' WHERE id = 3",
                    "UPDATE documents SET version = 7 WHERE id = 3",
                    "UPDATE documents SET added_at = added_at + 1 WHERE id = 1",
                    "UPDATE documents SET replaced_at = replaced_at - 1 WHERE id = 1",
                    "UPDATE documents SET replaced_at = 5",
                    "UPDATE documents SET replaced_at = 5 WHERE id = 3",
                    "UPDATE documents SET source_name = '双桥镇*txt' WHERE id = 3",
                    "UPDATE documents SET source_sha256 = 'other' WHERE id = 3",
                    "UPDATE documents SET basic = basic + 1 WHERE id = 3",
                    "UPDATE documents SET cooperative = 0, recalled = 3 WHERE id = 3",
                    "UPDATE documents SET xml = (SELECT xml FROM documents WHERE id = 2),"
                    " xml_sha256 = (SELECT xml_sha256 FROM documents WHERE id = 2) WHERE id = 3",
                    "DELETE FROM documents WHERE id = 3", "DELETE FROM seals WHERE document = 3",
                    "DELETE FROM sealed_set", "UPDATE seals SET sha256 = 'ff' WHERE document = 3",
                    "UPDATE sealed_set SET documents = 2"));

TEST_F(ArchiveTrust, ADocumentExchangedWithItsSealChangesTheSumOfAll) {
    fill();
    std::string seal;
    {
        const Archive archive(file_, Archive::Mode::read);
        ArchivedDocument invented = archive.find()[1];
        invented.source_name = "invented.txt";
        seal = seal_of(invented);
    }
    edit(
        "UPDATE documents SET source_name = 'invented.txt' WHERE id = 3;"
        "UPDATE seals SET sha256 = '" +
        seal + "' WHERE document = 3");
    ASSERT_EQ(verified().size(), 1u);
    EXPECT_FALSE(verified()[0].document);
}

TEST_F(ArchiveTrust, ATextThatSaysOtherwiseIsFound) {
    fill();
    const auto as_archived = [](std::string_view xml) {
        DocumentFacts facts;
        const bool second = xml == "<c/>";
        facts.unit = {"", "", "云溪县", second ? "双桥镇" : "清河乡"};
        facts.month = "2025-07";
        facts.sources = {"other.txt", facts.unit.township + ".txt"};
        facts.items = {3, 2, 1};
        return std::optional(facts);
    };
    EXPECT_TRUE(verified(as_archived).empty());
    const std::function<void(DocumentFacts&)> alterations[] = {
        [](DocumentFacts& facts) { facts.unit.township = "青河乡"; },
        [](DocumentFacts& facts) { facts.month = "2025-06"; },
        [](DocumentFacts& facts) { facts.sources.pop_back(); },
        [](DocumentFacts& facts) { ++facts.items[2]; }};
    for (const auto& alter : alterations) {
        const auto faults = verified([&](std::string_view xml) {
            auto facts = as_archived(xml);
            if (xml == "<c/>") alter(*facts);
            return facts;
        });
        ASSERT_EQ(faults.size(), 1u);
        EXPECT_EQ(faults[0].document->unit.township, "双桥镇");
    }
    EXPECT_EQ(verified([](std::string_view) { return std::optional<DocumentFacts>(); }).size(), 3u);
}

TEST_F(ArchiveTrust, ADocumentWhoseRecordWasEditedIsNotRead) {
    fill();
    edit("UPDATE documents SET month = '2025-09' WHERE id = 3");
    const Archive archive(file_, Archive::Mode::read);
    for (const ArchivedDocument& found : archive.find()) {
        if (found.id == 3) {
            EXPECT_THROW(archive.xml(found), JobError);
        } else {
            EXPECT_EQ(archive.xml(found), "<b/>");
        }
    }
}

TEST_F(ArchiveTrust, ReplacingAnEditedDocumentKeepsTheFaultVisible) {
    fill();
    edit("UPDATE documents SET source_name = 'x' WHERE id = 3");
    Archive(file_, Archive::Mode::existing).add(document("双桥镇", 7, "<d/>"), true);
    const auto faults = verified();
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults[0].document->version, 1);
}

TEST_F(ArchiveTrust, AnOlderFileIsReadUnchangedAndSealedWhenItIsWritten) {
    make_older();
    EXPECT_EQ(Archive(file_, Archive::Mode::read).find().size(), 1u);
    EXPECT_EQ(Database(file_, Database::Mode::existing).integer("PRAGMA user_version"), 1);
    {
        Archive archive(file_, Archive::Mode::existing);
        EXPECT_EQ(archive.find().at(0).seal, seal_of(archive.find().at(0)));
    }
    EXPECT_EQ(Database(file_, Database::Mode::existing).integer("PRAGMA user_version"), 2);
    // What was wrong before stays wrong: the text is not that of the checksum.
    EXPECT_EQ(verified().size(), 1u);
}

TEST_F(ArchiveTrust, TablesViewsAndTriggersOfOthersAreRefused) {
    for (const char* sql :
         {"CREATE VIEW current AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n)"
          " SELECT i FROM n",
          "CREATE TRIGGER t AFTER INSERT ON documents BEGIN DELETE FROM documents; END",
          "CREATE TABLE other (a)", "DROP INDEX documents_by_month",
          "DROP TABLE documents; CREATE VIEW documents AS WITH RECURSIVE n(i) AS (SELECT 1 UNION "
          "ALL SELECT i FROM n) SELECT i AS id FROM n"}) {
        std::filesystem::remove(file_);
        fill();
        edit(sql);
        EXPECT_EQ(code_of_opening(Archive::Mode::read), Code::archive_altered) << sql;
        EXPECT_EQ(code_of_opening(Archive::Mode::existing), Code::archive_altered) << sql;
    }
}

TEST_F(ArchiveTrust, ASizeThatNoStreamCanHaveCostsNoMemory) {
    fill();
    edit("UPDATE documents SET xml_bytes = 2000000000 WHERE id = 3");
    EXPECT_FALSE(verified().empty());
    edit("DELETE FROM seals; UPDATE sealed_set SET sum = ''");
    EXPECT_FALSE(verified().empty());
}

// As another user, who may read the file but not write to its folder.
TEST_F(ArchiveTrust, AFileThatCannotBeWrittenIsReadAndVerified) {
    fill();
    ::chmod(file_.c_str(), 0444);
    ::chmod(folder_.c_str(), 0555);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        if (::geteuid() == 0 && ::setuid(65534) != 0) ::_exit(9);
        try {
            const Archive archive(file_, Archive::Mode::read);
            if (archive.find().size() != 2 || archive.xml(archive.find()[0]) != "<b/>") ::_exit(1);
            if (!archive.verify().empty()) ::_exit(2);
        } catch (...) {
            ::_exit(3);
        }
        try {
            Archive(file_, Archive::Mode::existing).add(document("北山乡", 7, "<d/>"), false);
            ::_exit(4);
        } catch (const JobError& error) {
            ::_exit(error.diagnostic().code == Code::archive_unusable ? 0 : 5);
        }
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST_F(ArchiveTrust, ManyFirstAddsAtOnceAllArrive) {
    constexpr int processes = 12;
    for (int round = 0; round < 10; ++round) {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        std::vector<pid_t> children;
        for (int i = 0; i < processes; ++i) {
            const pid_t child = ::fork();
            ASSERT_GE(child, 0);
            if (child == 0) {
                try {
                    Archive(file_, Archive::Mode::create)
                        .add(document("第" + std::to_string(i) + "乡", 7, "<a/>"), false);
                    ::_exit(0);
                } catch (...) {
                    ::_exit(1);
                }
            }
            children.push_back(child);
        }
        for (const pid_t child : children) {
            int status = 0;
            ASSERT_EQ(::waitpid(child, &status, 0), child);
            EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << round;
        }
        EXPECT_EQ(Archive(file_, Archive::Mode::read).find().size(), std::size_t{processes});
        EXPECT_TRUE(verified().empty());
    }
}

TEST_F(ArchiveTrust, RemovingTheCurrentVersionMakesTheOneBeforeItCurrent) {
    fill();
    {
        Archive archive(file_, Archive::Mode::existing);
        const auto again = archive.remove(archive.find({"清河乡", "", "", 2, false}));
        ASSERT_EQ(again.size(), 1u);
        EXPECT_EQ(again[0].version, 1);
        EXPECT_EQ(archive.xml(archive.find({"清河乡", "", "", 0, false}).at(0)), "<a/>");
        EXPECT_TRUE(archive.remove(archive.find({"双桥镇", "", "", 0, true})).empty());
    }
    EXPECT_TRUE(verified().empty());
}

TEST(SealSum, IsTheSameInAnyOrderAndTakesBackWhatWasAdded) {
    ArchivedDocument document;
    const std::string a = seal_of(document);
    document.month = "2025-08";
    const std::string b = seal_of(document);
    SealSum one, other;
    one.add(a);
    one.add(b);
    other.add(b);
    other.add(a);
    EXPECT_EQ(one.hex(), other.hex());
    EXPECT_EQ(SealSum(one.hex()).hex(), one.hex());
    one.subtract(a);
    SealSum only;
    only.add(b);
    EXPECT_EQ(one.hex(), only.hex());
    only.subtract(b);
    EXPECT_EQ(only.hex(), std::string(64, '0'));
}

}  // namespace
}  // namespace dutylist
