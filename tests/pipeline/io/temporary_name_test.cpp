#include "pipeline/io/temporary_name.h"

#include <set>

#include <gtest/gtest.h>

namespace dutylist {
namespace {

TEST(TemporaryNames, AreNeverTheSameAndKnownAgain) {
    std::set<std::string> all;
    for (int i = 0; i < 100; ++i) {
        TemporaryNames names;
        for (int j = 0; j < 40; ++j) {
            const std::string name = names.next("a.xlsx");
            EXPECT_TRUE(name.starts_with(".a.xlsx.dutylist-")) << name;
            EXPECT_EQ(TemporaryNames::id_in(name), names.id()) << name;
            EXPECT_FALSE(TemporaryNames::is_journal(name));
            all.insert(name);
        }
        EXPECT_EQ(TemporaryNames::id_in(names.journal()), names.id());
        EXPECT_TRUE(TemporaryNames::is_journal(names.journal()));
    }
    EXPECT_EQ(all.size(), 4000u);
}

TEST(TemporaryNames, FitWhereverTheirOutputDoesAndHoldWholeCharacters) {
    std::string output;
    for (int i = 0; i < 83; ++i) output += "县";
    const std::string name = TemporaryNames().next(output);
    EXPECT_LE(name.size(), 255u);
    EXPECT_FALSE(TemporaryNames::id_in(name).empty());
    EXPECT_EQ((name.find(".dutylist-") - 1) % 3, 0u);
}

TEST(TemporaryNames, AreNoNamesThatOthersGive) {
    for (const char* name :
         {"", ".", "a.xlsx", ".a.xlsx.123-1.tmp", ".a.dutylist-abc.tmp",
          "a.dutylist-abcdefgh0001.tmp", ".a.dutylist-ABCDEFGH0001.tmp",
          ".a.dutylist-abcdefgh0001.tmp~", ".a.xlsx.tmp", ".dutylist-abcdefgh.journal2",
          ".a.dutylist-abcdefgh.journal", "dutylist.db", ".dutylist-.journal"}) {
        EXPECT_EQ(TemporaryNames::id_in(name), "") << name;
    }
    EXPECT_EQ(TemporaryNames::id_in(".a.dutylist-abcdefgh0001.tmp"), "abcdefgh");
}

}  // namespace
}  // namespace dutylist
