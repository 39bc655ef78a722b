#include "pipeline/compare/match_items.h"

#include <gtest/gtest.h>

#include "pipeline/compare/compare.h"
#include "tests/support/document_builder.h"

namespace dutylist {
namespace {

using test::DocumentBuilder;

// So many items of one name, each with duties of its own.
Document items_of_one_name(std::size_t count, const std::string& verb) {
    DocumentBuilder builder("清河乡", 2025, 7);
    for (std::size_t i = 0; i < count; ++i) {
        builder.cooperative("社会管理", "校外培训机构监管", "县教育局",
                            "1." + verb + "第" + std::to_string(i) + "类机构；", "配合。");
    }
    return builder.build();
}

TEST(MatchItems, PairsManyItemsOfOneNameEachWithItsOwnDuties) {
    const Document before = items_of_one_name(600, "监管");
    const Document after = items_of_one_name(600, "检查");
    const auto pairs = match_items(view_items(before), view_items(after));
    ASSERT_EQ(pairs.size(), 600u);
    for (const MatchedPair& pair : pairs) EXPECT_EQ(pair.old_index, pair.new_index);
}

TEST(MatchItems, LeavesNoItemOfANameUnpairedThatTheOtherDocumentHasToo) {
    const Document before = items_of_one_name(700, "监管");
    const Document after = items_of_one_name(300, "检查");
    EXPECT_EQ(match_items(view_items(before), view_items(after)).size(), 300u);
}

// Names that all share most of their characters; the rare ones tell which is which.
TEST(MatchItems, ComparesThoseFirstThatShareRareCharacters) {
    DocumentBuilder before("清河乡", 2025, 7);
    DocumentBuilder after("清河乡", 2025, 8);
    for (int i = 0; i < 400; ++i) {
        const std::string number = std::to_string(1000 + i);
        before.basic("党的建设", "负责编号" + number + "的村民小组全部日常工作");
        after.basic("党的建设", "负责编号" + number + "的村民小组全部日常工作任务");
    }
    const Document old_document = before.build();
    const Document new_document = after.build();
    for (const MatchedPair& pair : match_items(view_items(old_document), view_items(new_document)))
        EXPECT_EQ(pair.old_index, pair.new_index);
}

LedgerEntry row(const std::string& old_name, const std::string& new_name,
                std::optional<ListKind> list, const std::string& basis) {
    LedgerEntry entry;
    entry.old_name = old_name;
    entry.new_name = new_name;
    entry.list = list;
    entry.basis = basis;
    return entry;
}

TEST(LedgerRows, AreTakenOnceEachInTheirOrder) {
    DocumentBuilder before("清河乡", 2025, 7);
    DocumentBuilder after("清河乡", 2025, 8);
    before.basic("党的建设", "旧事项");
    after.basic("党的建设", "旧事项").basic("党的建设", "新事项").basic("党的建设", "新事项");
    Ledger ledger;
    ledger.entries = {row("", "新事项", ListKind::recalled, "别的清单"),
                      row("", "新事项", ListKind::basic, "甲"), row("", " 新 事项", {}, "乙")};
    Diagnostics diagnostics;
    const Comparison result =
        compare(before.build(), after.build(), {&ledger, {}, true}, diagnostics);
    ASSERT_EQ(result.changes.size(), 2u);
    EXPECT_EQ(result.changes[0].ledger->basis, "甲");
    EXPECT_EQ(result.changes[1].ledger->basis, "乙");
}

}  // namespace
}  // namespace dutylist
