#include "pipeline/report/name_difference.h"

#include <gtest/gtest.h>

#include "pipeline/report/value_text.h"

namespace dutylist {
namespace {

std::string told(const std::vector<std::string>& before, const std::vector<std::string>& after) {
    return marked_text(name_difference(before, after));
}

TEST(NameDifference, ANameThatCameIsMarkedAlone) {
    EXPECT_EQ(told({"县公安局", "县教育局"}, {"县公安局", "县教育局", "县民政局"}),
              "县公安局、县教育局{+、县民政局+}");
    EXPECT_EQ(told({"县教育局"}, {"县公安局", "县教育局"}), "{+县公安局、+}县教育局");
}

TEST(NameDifference, ANameThatWentIsMarkedAlone) {
    EXPECT_EQ(told({"县公安局", "县教育局", "县民政局"}, {"县公安局", "县民政局"}),
              "县公安局、[-县教育局、-]县民政局");
}

TEST(NameDifference, ANameIsReplacedAsAWhole) {
    EXPECT_EQ(told({"县公安局", "县农业局"}, {"县公安局", "县农业农村局"}),
              "县公安局、[-县农业局-]{+县农业农村局+}");
}

TEST(NameDifference, BothTextsStandInIt) {
    const std::vector<Segment> segments =
        name_difference(std::vector<std::string>{"甲局", "乙局", "丙局"},
                        std::vector<std::string>{"丙局", "丁局", "甲局"});
    std::string before;
    std::string after;
    for (const Segment& segment : segments) {
        if (segment.kind != Segment::Kind::added) before += segment.text;
        if (segment.kind != Segment::Kind::removed) after += segment.text;
    }
    EXPECT_EQ(before, "甲局、乙局、丙局");
    EXPECT_EQ(after, "丙局、丁局、甲局");
}

}  // namespace
}  // namespace dutylist
