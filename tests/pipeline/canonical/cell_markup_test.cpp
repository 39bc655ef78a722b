#include "pipeline/canonical/cell_markup.h"

#include <gtest/gtest.h>

namespace dutylist {
namespace {

const Column departments{CellRole::departments, "对应上级部门"};

Item item_of(std::size_t bytes) {
    Item item;
    item.cells.resize(1);
    item.cells[0].text = std::string(bytes, 'x');
    return item;
}

Block paragraph(std::uint32_t begin, std::uint32_t end) {
    Block block;
    block.kind = BlockKind::paragraph;
    block.text = {begin, end};
    return block;
}

TEST(CellMarkup, LeavesOutWhatCrossesMarkupThatIsThere) {
    Item item = item_of(30);
    item.cells[0].blocks = {paragraph(0, 10), paragraph(10, 20), paragraph(20, 30)};
    for (const TextSpan name :
         {TextSpan{2, 8}, TextSpan{5, 15}, TextSpan{10, 20}, TextSpan{15, 25}, TextSpan{20, 31}}) {
        DepartmentMention mention;
        mention.name = name;
        item.departments.push_back(mention);
    }
    const auto markup = cell_markup(item, departments, 0);
    std::vector<TextSpan> mentions;
    for (const MarkupSpan& entry : markup) {
        if (entry.kind == MarkupKind::mention) mentions.push_back(entry.span);
    }
    EXPECT_EQ(mentions, (std::vector<TextSpan>{{2, 8}, {10, 20}, {20, 31}}));
}

TEST(CellMarkup, CutsRestoredTextWhereOtherMarkupBeginsAndEnds) {
    Item item = item_of(30);
    item.cells[0].blocks = {paragraph(0, 10), paragraph(12, 20)};
    item.cells[0].restored = {{5, 15}, {20, 25}};
    const auto markup = cell_markup(item, {CellRole::name, ""}, 0);
    std::vector<TextSpan> pieces;
    for (const MarkupSpan& entry : markup) {
        if (entry.kind == MarkupKind::restored) pieces.push_back(entry.span);
    }
    EXPECT_EQ(pieces, (std::vector<TextSpan>{{5, 10}, {10, 12}, {12, 15}, {20, 25}}));
    EXPECT_EQ(restored_spans(markup), item.cells[0].restored);
}

TEST(CellMarkup, HoldsForACellOfVeryManyBlocks) {
    constexpr std::uint32_t count = 60'000;
    Item item = item_of(2 * count);
    for (std::uint32_t i = 0; i < count; ++i) {
        item.cells[0].blocks.push_back(paragraph(2 * i, 2 * i + 1));
        item.cells[0].restored.push_back({2 * i, 2 * i + 2});
        DepartmentMention mention;
        mention.name = {2 * i, 2 * i + 1};
        item.departments.push_back(mention);
    }
    // A block each, a mention each, two pieces of restored text each.
    EXPECT_EQ(cell_markup(item, departments, 0).size(), 4U * count);
}

}  // namespace
}  // namespace dutylist
