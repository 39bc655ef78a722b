#include "exporters/pdf/imposition.h"

#include <set>

#include <gtest/gtest.h>

namespace dutylist::pdf {
namespace {

// "8,1" for the pages of a side from left to right, counted from 1; "-" for a blank half.
std::string order(const ImpositionPlan& plan) {
    std::string text;
    for (const SheetSide& side : plan.sides) {
        std::string left = "-";
        std::string right = "-";
        for (const PlacedPage& placed : side) {
            (placed.cell_x == 0 ? left : right) = std::to_string(placed.page + 1);
        }
        text += left + "," + right + " ";
    }
    return text;
}

TEST(Imposition, SaddleOrdersPagesForTheFold) {
    EXPECT_EQ(order(plan_imposition({}, 8, 100, 200)), "8,1 2,7 6,3 4,5 ");
}

TEST(Imposition, SaddleFillsUpToAMultipleOfFour) {
    EXPECT_EQ(order(plan_imposition({}, 5, 100, 200)), "-,1 2,- -,3 4,5 ");
    EXPECT_EQ(order(plan_imposition({}, 1, 100, 200)), "-,1 -,- ");
}

TEST(Imposition, TwoUpKeepsTheOrderOfReading) {
    EXPECT_EQ(order(plan_imposition({.kind = Imposition::Kind::two_up}, 3, 100, 200)), "1,2 3,- ");
}

TEST(Imposition, SheetIsTwoPagesWideUnlessGiven) {
    const ImpositionPlan natural = plan_imposition({}, 4, 100, 200);
    EXPECT_EQ(natural.sheet_width, 200);
    EXPECT_EQ(natural.sheet_height, 200);
    EXPECT_EQ(natural.sides[0][1].scale, 1);
    const ImpositionPlan small =
        plan_imposition({.sheet_width = 100, .sheet_height = 120}, 4, 100, 200);
    EXPECT_EQ(small.sides[0][1].scale, 0.5);
    EXPECT_EQ(small.sides[0][0].x, 0);
    EXPECT_EQ(small.sides[0][1].x, 50);
    EXPECT_EQ(small.sides[0][1].y, 10);
}

TEST(Imposition, CreepMovesInnerSheetsTowardsTheFold) {
    const ImpositionPlan plan = plan_imposition({.creep = 0.5}, 12, 100, 200);
    EXPECT_EQ(plan.sides[0][0].x, 0);
    EXPECT_EQ(plan.sides[4][0].x, 1);
    EXPECT_EQ(plan.sides[4][1].x, 99);
    EXPECT_EQ(plan.sides[5][0].x, 1);
}

TEST(Imposition, EveryPageStandsOnceWhateverTheirNumber) {
    for (std::size_t count = 0; count < 70; ++count) {
        for (const auto kind : {Imposition::Kind::saddle, Imposition::Kind::two_up}) {
            std::multiset<std::size_t> pages;
            const ImpositionPlan plan = plan_imposition({.kind = kind}, count, 100, 200);
            for (const SheetSide& side : plan.sides) {
                for (const PlacedPage& placed : side) pages.insert(placed.page);
            }
            EXPECT_EQ(pages.size(), count);
            EXPECT_EQ(std::set<std::size_t>(pages.begin(), pages.end()).size(), count);
            if (kind == Imposition::Kind::saddle) {
                EXPECT_EQ(plan.sides.size() % 2, 0u);
            }
        }
    }
}

}  // namespace
}  // namespace dutylist::pdf
