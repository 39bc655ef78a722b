#include "exporters/sheet_layout/page_flow.h"

#include <gtest/gtest.h>

namespace dutylist {
namespace {

// A4 upright, 20 mm all around: 728 pt high.
const spreadsheet::PrintSetup page{
    .margin_top = 20, .margin_bottom = 20, .margin_left = 20, .margin_right = 20};

TEST(PageFlow, BreaksBeforeTheRowThatDoesNotFit) {
    PageFlow flow(page, 100, 20);
    flow.add(0, 50);
    for (std::uint32_t row = 1; row <= 4; ++row) flow.add(row, 300);
    EXPECT_EQ(flow.breaks(), (std::vector<std::uint32_t>{3}));
}

// A sheet wider than the page prints smaller, but where digits are narrow it is not wider at all.
TEST(PageFlow, CountsPagesWhereDigitsAreNarrowest) {
    const auto breaks = [](double pixels) {
        PageFlow flow(page, pixels, 20);
        for (std::uint32_t row = 0; row < 8; ++row) flow.add(row, 100);
        return flow.breaks();
    };
    const double page_pixels = printable_width(page) / 0.75;
    EXPECT_EQ(breaks(page_pixels), (std::vector<std::uint32_t>{7}));
    EXPECT_EQ(breaks(page_pixels * 1.1), (std::vector<std::uint32_t>{7}));
    EXPECT_TRUE(breaks(page_pixels * 1.4).empty());
}

TEST(PageFlow, AGroupRowGoesWithItsFirstItem) {
    PageFlow flow(page, 100, 20);
    flow.add(0, 50);
    flow.add(1, 600);
    flow.add(2, 20, true);
    flow.add(3, 100);
    EXPECT_EQ(flow.breaks(), (std::vector<std::uint32_t>{2}));
}

TEST(PageFlow, TheSignatureIsNotAloneOnTheLastPage) {
    PageFlow flow(page, 100, 20);
    flow.add(0, 50);
    flow.add(1, 500);
    flow.add(2, 100);
    flow.add_closing(3, 80);
    EXPECT_EQ(flow.breaks(), (std::vector<std::uint32_t>{2}));
}

}  // namespace
}  // namespace dutylist
