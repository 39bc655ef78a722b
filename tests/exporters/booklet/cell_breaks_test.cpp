#include "exporters/booklet/cell_breaks.h"

#include <gtest/gtest.h>

namespace dutylist::booklet {
namespace {

std::string region_of(const std::string& department) {
    const Unit unit{"青岭省", "", "云川县", "石梁塘乡"};
    return department.substr(0, region_end(department, unit));
}

TEST(CellBreaks, ADepartmentsRegionIsThatOfTheUnit) {
    EXPECT_EQ(region_of("云川县应急管理局"), "云川县");
    EXPECT_EQ(region_of("应急管理局"), "");
}

TEST(CellBreaks, ThePartyCommitteeStandsWithItsRegion) {
    EXPECT_EQ(region_of("云川县委政法委"), "云川县委");
    EXPECT_EQ(region_of("云川县委员会办公室"), "云川县");
}

TEST(CellBreaks, ARegionOfOneCharacterIsNoLine) { EXPECT_EQ(region_of("县公安局"), ""); }

}  // namespace
}  // namespace dutylist::booklet
