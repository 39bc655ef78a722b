#include "pipeline/model/source_map.h"

#include <gtest/gtest.h>

namespace dutylist {
namespace {

SourceMap map_of(std::initializer_list<SourceMark> marks, std::string sheet = {}) {
    SourceMap map(std::make_shared<SourceOrigin>(SourceOrigin{"a", std::move(sheet)}));
    for (const SourceMark& mark : marks) map.add(mark);
    return map;
}

TEST(SourceMap, CountsCharactersFromTheNearestMark) {
    const SourceMap map = map_of({{0, 17, 5}, {7, 18, 1}});
    EXPECT_EQ(to_string(map.locate("县农\n局长", 3)), "a:17:6");
    EXPECT_EQ(to_string(map.locate("县农\n局长", 10)), "a:18:2");
}

TEST(SourceMap, PlacesRestoredTextAtItsNeighbour) {
    const SourceMap map = map_of({{0, 0, 0}, {2, 17, 9}});
    EXPECT_EQ(to_string(map.locate("1.县", 0)), "a:17:9");
}

TEST(SourceMap, KeepsToTheCellOfASheet) {
    EXPECT_EQ(to_string(map_of({{0, 4, 3}}, "清单").locate("县农业", 6)), "a 清单!C4");
}

}  // namespace
}  // namespace dutylist
