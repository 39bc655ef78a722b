#include "pipeline/io/temporary_name.h"

#include <set>

#include <gtest/gtest.h>

namespace dutylist {
namespace {

TEST(TemporaryName, IsAnotherEveryTimeAndIsKnownAgain) {
    std::set<std::string> names;
    for (int i = 0; i < 1000; ++i) names.insert(temporary_name("a.xlsx"));
    EXPECT_EQ(names.size(), 1000u);
    for (const std::string& name : names) {
        EXPECT_TRUE(name.starts_with(".a.xlsx.dutylist-")) << name;
        EXPECT_TRUE(is_temporary_name(name)) << name;
    }
}

TEST(TemporaryName, FitsWhereverItsOutputDoesAndHoldsWholeCharacters) {
    std::string output;
    for (int i = 0; i < 83; ++i) output += "县";
    const std::string name = temporary_name(output);
    EXPECT_LE(name.size(), 255u);
    EXPECT_TRUE(is_temporary_name(name));
    EXPECT_EQ((name.find(".dutylist-") - 1) % 3, 0u);
}

TEST(TemporaryName, IsNoNameThatOthersGive) {
    for (const char* name : {"", ".", "a.xlsx", ".a.xlsx.123-1.tmp", ".a.dutylist-abc.tmp",
                             "a.dutylist-abcdefghijkm.tmp", ".a.dutylist-ABCDEFGHIJKM.tmp",
                             ".a.dutylist-abcdefghijkm.tmp~", ".a.xlsx.tmp"}) {
        EXPECT_FALSE(is_temporary_name(name)) << name;
    }
    EXPECT_TRUE(is_temporary_name(".a.dutylist-abcdefghijkm.tmp"));
}

}  // namespace
}  // namespace dutylist
