#include "exporters/typeset/table_pages.h"

#include <random>

#include <gtest/gtest.h>

namespace dutylist::typeset {
namespace {

TableMeasures measures() {
    TableMeasures m;
    m.leading = 10;
    m.padding = 6;
    m.first_page = 100;
    m.other_pages = 120;
    return m;
}

RowShape row(std::vector<std::uint32_t> lines) {
    RowShape shape;
    for (std::uint32_t n : lines) shape.cells.push_back({n, {}, {}});
    return shape;
}

TEST(TablePages, PutsShortRowsTogetherOnOnePage) {
    const std::vector<RowShape> rows{row({1, 2}), row({3, 1})};
    const auto pages = split_table(rows, measures());
    ASSERT_EQ(pages.size(), 1u);
    EXPECT_EQ(pages[0].parts.size(), 2u);
    EXPECT_EQ(pages[0].used, 2 * 6 + 5 * 10);
}

TEST(TablePages, SplitsBetweenLinesWithTwoOnEachSide) {
    const std::vector<RowShape> rows{row({1, 10})};
    const auto pages = split_table(rows, measures());
    ASSERT_EQ(pages.size(), 2u);
    EXPECT_EQ(pages[0].parts[0].cells[1].end, 8u);  // nine would fit and leave one
    EXPECT_EQ(pages[1].parts[0].cells[1].begin, 8u);
    EXPECT_EQ(pages[1].parts[0].cells[0].begin, pages[1].parts[0].cells[0].end);
    EXPECT_FALSE(pages[1].parts[0].first);
    EXPECT_TRUE(pages[1].parts[0].last);
}

TEST(TablePages, PrefersTheEndOfAClause) {
    std::vector<RowShape> rows{row({1, 14})};
    rows[0].cells[1].block_starts = {3, 8};
    const auto pages = split_table(rows, measures());
    EXPECT_EQ(pages[0].parts[0].cells[1].end, 8u);
}

TEST(TablePages, KeepsAHeadingWithWhatItHeads) {
    std::vector<RowShape> rows{row({1, 14})};
    rows[0].cells[1].headings = {8};
    const auto pages = split_table(rows, measures());
    EXPECT_EQ(pages[0].parts[0].cells[1].end, 8u);
}

TEST(TablePages, BeginsARowOnTheNextPageWhereTwoLinesDoNotFit) {
    const std::vector<RowShape> rows{row({8}), row({5})};
    const auto pages = split_table(rows, measures());
    ASSERT_EQ(pages.size(), 2u);
    EXPECT_EQ(pages[0].parts.size(), 1u);
    EXPECT_TRUE(pages[1].parts[0].first);
}

TEST(TablePages, LeavesNoGroupHeadingAtTheFootOfAPage) {
    std::vector<RowShape> rows{row({7}), row({1}), row({5})};
    rows[1].heading = true;
    const auto pages = split_table(rows, measures());
    ASSERT_EQ(pages.size(), 2u);
    EXPECT_EQ(pages[0].parts.size(), 1u);
    EXPECT_EQ(pages[1].parts[0].row, 1u);
}

TEST(TablePages, KeepsAShortRowWhole) {
    TableMeasures m = measures();
    const std::vector<RowShape> rows{row({4}), row({5})};  // 46 of 100 are used: four lines fit
    EXPECT_EQ(split_table(rows, m)[1].parts[0].first, false);
    m.whole_lines = 6;
    EXPECT_EQ(split_table(rows, m)[1].parts[0].first, true);
}

TEST(TablePages, TakesARowOfManyPages) {
    const std::vector<RowShape> rows{row({2, 1000, 3})};
    EXPECT_GT(split_table(rows, measures()).size(), 80u);
}

TEST(TablePages, GivesEveryLineOnceInOrderAndNoPageTooMuch) {
    std::mt19937 random(7);
    const auto below = [&](std::uint32_t limit) {
        return static_cast<std::uint32_t>(random() % limit);
    };
    for (int round = 0; round < 300; ++round) {
        TableMeasures m = measures();
        m.first_page = 40 + below(200);
        m.other_pages = 40 + below(200);
        std::vector<RowShape> rows(1 + below(8));
        for (RowShape& shape : rows) {
            for (int c = 0; c < 3; ++c) {
                CellShape cell;
                cell.lines = below(below(5) == 0 ? 60 : 6);
                for (std::uint32_t i = 1; i < cell.lines; ++i) {
                    if (below(3) == 0) cell.block_starts.push_back(i);
                }
                shape.cells.push_back(std::move(cell));
            }
        }
        std::vector<std::vector<std::uint32_t>> next(rows.size(), {0, 0, 0});
        bool first_page = true;
        for (const TablePage& page : split_table(rows, m)) {
            EXPECT_LE(page.used, (first_page ? m.first_page : m.other_pages) + 1e-6);
            first_page = false;
            for (const RowPart& part : page.parts) {
                for (std::size_t c = 0; c < 3; ++c) {
                    EXPECT_EQ(part.cells[c].begin, next[part.row][c]);
                    next[part.row][c] = part.cells[c].end;
                }
            }
        }
        for (std::size_t r = 0; r < rows.size(); ++r) {
            for (std::size_t c = 0; c < 3; ++c) EXPECT_EQ(next[r][c], rows[r].cells[c].lines);
        }
    }
}

}  // namespace
}  // namespace dutylist::typeset
