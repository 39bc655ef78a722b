#include "pipeline/recognition/unit_names.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/job_error.h"

using namespace dutylist;

namespace {

// The levels, "-" for a missing one.
std::string levels(const Unit& unit) {
    const auto show = [](const std::string& level) { return level.empty() ? "-" : level; };
    return show(unit.province) + " " + show(unit.prefecture) + " " + show(unit.county) + " " +
           show(unit.township);
}
std::string read(std::string_view text) {
    const auto unit = parse_unit(text);
    return unit ? levels(*unit) : "";
}

}  // namespace

TEST(UnitNames, ReadAllLevels) {
    EXPECT_EQ(read("天南自治区青岚回族自治州云川县新禾乡"),
              "天南自治区 青岚回族自治州 云川县 新禾乡");
    EXPECT_EQ(read("江东省 镇河市\n临江区 高桥街道"), "江东省 镇河市 临江区 高桥街道");
}

TEST(UnitNames, AllowMissingLevels) {
    EXPECT_EQ(read("云川县新禾乡"), "- - 云川县 新禾乡");
    EXPECT_EQ(read("新禾镇"), "- - - 新禾镇");
    EXPECT_EQ(read("江东省云川县新禾镇"), "江东省 - 云川县 新禾镇");
}

TEST(UnitNames, TakeACityAboveATownForACounty) {
    EXPECT_EQ(read("江东省云山市玉带镇"), "江东省 - 云山市 玉带镇");
    EXPECT_EQ(read("苏河市云山市玉带镇"), "- 苏河市 云山市 玉带镇");
}

TEST(UnitNames, ReadNamesThatHoldEndings) {
    EXPECT_EQ(read("枣岭市市中区齐村镇"), "- 枣岭市 市中区 齐村镇");
    EXPECT_EQ(read("内原自治区兴北盟右前旗阿尔苏木"), "内原自治区 兴北盟 右前旗 阿尔苏木");
}

TEST(UnitNames, AreNothingElse) {
    EXPECT_EQ(read("履职事项清单"), "");
    EXPECT_EQ(read("天南自治区"), "");
    EXPECT_EQ(read("2025年7月"), "");
    EXPECT_EQ(read(""), "");
}

TEST(UnitNames, AreNoWordsForTownshipsInGeneral) {
    EXPECT_FALSE(parse_unit("乡镇"));
    EXPECT_FALSE(parse_unit("本镇"));
}

TEST(UnitNames, AllTownshipsOfACountyAreItsCounty) {
    EXPECT_EQ(read("云川县各乡镇"), "- - 云川县 -");
    EXPECT_EQ(read("江东省云川县各乡镇（街道）"), "江东省 - 云川县 -");
    EXPECT_FALSE(parse_unit("各乡镇"));
    EXPECT_EQ(read("云川县各庄镇"), "- - 云川县 各庄镇");
}

TEST(UnitNames, AreReadFromWhatTheUserSays) {
    EXPECT_EQ(levels(unit_from_setting("天南自治区/青岚州/云川县/新禾乡")),
              "天南自治区 青岚州 云川县 新禾乡");
    EXPECT_EQ(levels(unit_from_setting("云川县/新禾乡")), "- - 云川县 新禾乡");
    EXPECT_EQ(levels(unit_from_setting("云川县新禾乡")), "- - 云川县 新禾乡");
    EXPECT_THROW(unit_from_setting("不是单位"), JobError);
    EXPECT_THROW(unit_from_setting("a/b/c/d/e"), JobError);
}

TEST(UnitNames, StandBeforeTheWordsOfATitle) {
    EXPECT_EQ(unit_part_of_title("云川县新禾乡基本履职事项清单"), "云川县新禾乡");
    EXPECT_EQ(unit_part_of_title("云川县新禾乡上级部门收回事项清单"), "云川县新禾乡");
    EXPECT_EQ(unit_part_of_title("履职事项清单"), "");
}

TEST(UnitNames, CutANameThatCouldBeCutInMillionsOfWays) {
    std::string name;
    for (int i = 0; i < 13; ++i) name += "省市县州旗区";
    EXPECT_TRUE(parse_unit(name + "镇"));
}
