#include "pipeline/model/source_map.h"

#include <gtest/gtest.h>

#include "pipeline/model/source_cursor.h"

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

TEST(SourceCursor, GivesThePlacesThatTheMapGives) {
    const std::string text = "一、县农业\n局长（县）1.办理";
    for (const std::string& sheet : {std::string(), std::string("清单")}) {
        const SourceMap map =
            map_of({{0, 0, 0}, {6, 17, 5}, {16, 18, 1}, {25, 0, 0}, {28, 19, 2}}, sheet);
        SourceCursor ascending(map, text);
        SourceCursor descending(map, text);
        for (std::uint32_t i = 0; i <= text.size() + 1; ++i) {
            EXPECT_EQ(ascending.at(i), map.locate(text, i)) << i;
            const auto back = static_cast<std::uint32_t>(text.size()) -
                              std::min<std::uint32_t>(i, static_cast<std::uint32_t>(text.size()));
            EXPECT_EQ(descending.at(back), map.locate(text, back)) << back;
        }
    }
}

}  // namespace
}  // namespace dutylist
