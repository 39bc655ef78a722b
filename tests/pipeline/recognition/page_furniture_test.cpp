#include "pipeline/recognition/page_furniture.h"

#include <gtest/gtest.h>

using namespace dutylist;

namespace {

std::string group(std::string_view text) {
    const auto heading = parse_group_heading(text);
    if (!heading) return "";
    return std::string(heading->category) + "|" + std::to_string(heading->count) +
           (heading->labelled ? "|labelled" : "");
}

}  // namespace

TEST(ContentsLine, HasLeadersAndAPage) {
    const auto line = parse_contents_line("2. 配合履职事项清单.....\t12");
    ASSERT_TRUE(line);
    EXPECT_EQ(line->title, "2. 配合履职事项清单");
    EXPECT_EQ(line->page, "12");
    EXPECT_TRUE(parse_contents_line("基本履职事项清单……3"));
    EXPECT_TRUE(parse_contents_line("基本履职事项清单 · · · · 3"));
    EXPECT_FALSE(parse_contents_line("第1.2条"));
    EXPECT_FALSE(parse_contents_line("……3"));
    EXPECT_FALSE(parse_contents_line("监测PM2.5"));
}

TEST(PageFurniture, IsPageNumbersAndContinuationMarks) {
    for (std::string_view text : {"— 12 —", "-3-", "第 3 页", "第3页 共40页", "续表", "（续）"})
        EXPECT_TRUE(is_page_furniture(text)) << text;
    for (std::string_view text : {"12", "2025-07-01日", "第三条", "——", "页", "第页", "续建项目"})
        EXPECT_FALSE(is_page_furniture(text)) << text;
}

TEST(GroupHeading, IsACategoryWithALabelOrACount) {
    EXPECT_EQ(group("一、党的建设（22项）"), "党的建设|22|labelled");
    EXPECT_EQ(group("（二）经济发展 (共6项)"), "经济发展|6|labelled");
    EXPECT_EQ(group("民生服务（十二项）"), "民生服务|12");
    EXPECT_EQ(group("民生服务"), "民生服务|0");
    EXPECT_EQ(group("应急管理及消防（含森林防火）"), "应急管理及消防（含森林防火）|0");
}

TEST(StatedCount, IsALineOfItsOwnBelowAListOrInItsTitle) {
    EXPECT_TRUE(is_count_line("合计：106项"));
    EXPECT_TRUE(is_count_line("（共106项）"));
    EXPECT_FALSE(is_count_line("其他事项"));
    EXPECT_EQ(stated_count("基本履职事项清单（共106项）"), 106);
}

TEST(GroupHeading, IsNoSentence) {
    EXPECT_EQ(group("注：本清单自印发之日起施行。"), "");
    EXPECT_EQ(group("一、党的建设，经济发展"), "");
}

TEST(ContinuedNumber, IsANumberWithAMark) {
    EXPECT_EQ(continued_number("12（续）"), "12");
    EXPECT_EQ(continued_number("12续"), "12");
    EXPECT_EQ(continued_number("续12"), "12");
    EXPECT_FALSE(continued_number("12"));
    EXPECT_FALSE(continued_number("续"));
}
