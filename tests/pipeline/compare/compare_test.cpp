#include "pipeline/compare/compare.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/document_builder.h"

namespace dutylist {
namespace {

using test::DocumentBuilder;

DocumentBuilder sample(int month) {
    DocumentBuilder builder("清河乡", 2025, month);
    builder.basic("党的建设", "加强基层阵地建设，优化提升服务功能")
        .basic("经济发展", "负责招商引资和项目服务工作")
        .cooperative("社会管理", "校外培训机构监管", "县教育局、县公安局",
                     "1.做好政策宣传；\n2.开展日常监管；\n3.防范安全风险。",
                     "1.排查线索；\n2.协助调查取证。")
        .recalled("民生服务", "收养登记", "县民政局", "负责收养登记。");
    return builder;
}

Comparison run(const Document& before, const Document& after, const Ledger* ledger = nullptr,
               Diagnostics* told = nullptr) {
    Diagnostics diagnostics;
    return compare(before, after, {ledger, {}, true}, told ? *told : diagnostics);
}

TEST(Compare, EqualDocumentsAreUnchanged) {
    const Comparison result = run(sample(7).build(), sample(8).build());
    EXPECT_TRUE(result.identical());
    EXPECT_EQ(result.unchanged, 4u);
}

TEST(Compare, RenumberingAndWhiteSpaceAreNoChange) {
    Document before = sample(7).build();
    Document after = before;
    std::swap(after.lists[0].items[0], after.lists[0].items[1]);
    after.lists[0].items[0].cells[0].text = "1";
    after.lists[0].items[1].cells[0].text = "9";
    after.lists[0].items[1].cells[2].text = "加强基层 阵地建设，\n优化提升服务功能";
    EXPECT_TRUE(run(before, after).identical());
}

TEST(Compare, AnAddedAndARemovedItem) {
    const Document before = sample(7).basic("生态环保", "落实河长制").build();
    const Document after = sample(8).basic("平安法治", "负责人民调解工作").build();
    const Comparison result = run(before, after);
    ASSERT_EQ(result.changes.size(), 2u);
    EXPECT_EQ(result.changes[0].kinds, ChangeKinds{ChangeKind::added});
    EXPECT_EQ(result.changes[0].new_side->name, "负责人民调解工作");
    EXPECT_EQ(result.changes[1].kinds, ChangeKinds{ChangeKind::removed});
    EXPECT_EQ(result.changes[1].old_side->name, "落实河长制");
}

TEST(Compare, ARenamedItemShowsItsCharacters) {
    Document before = sample(7).build();
    Document after = before;
    after.lists[0].items[1].cells[2].text = "负责招商引资和重点项目服务工作";
    const Comparison result = run(before, after);
    ASSERT_EQ(result.changes.size(), 1u);
    EXPECT_EQ(result.changes[0].kinds, ChangeKinds{ChangeKind::renamed});
    const std::vector<Segment> expected{{Segment::Kind::equal, "负责招商引资和"},
                                        {Segment::Kind::added, "重点"},
                                        {Segment::Kind::equal, "项目服务工作"}};
    EXPECT_EQ(result.changes[0].name, expected);
}

TEST(Compare, ACategoryChange) {
    Document before = sample(7).build();
    Document after = before;
    after.lists[0].items[0].cells[1].text = "综合政务";
    const Comparison result = run(before, after);
    ASSERT_EQ(result.changes.size(), 1u);
    EXPECT_EQ(result.changes[0].kinds, ChangeKinds{ChangeKind::category});
}

TEST(Compare, ACooperativeItemTakenBackIsMoved) {
    const Document before =
        sample(7)
            .cooperative("民生服务", "医疗救助待遇审批", "县医保局", "1.审批。", "1.受理申请。")
            .build();
    const Document after =
        sample(8).recalled("民生服务", "医疗救助待遇审批", "县医保局", "负责审批。").build();
    const Comparison result = run(before, after);
    ASSERT_EQ(result.changes.size(), 1u);
    EXPECT_EQ(result.changes[0].kinds, ChangeKinds{ChangeKind::moved});
    EXPECT_EQ(result.changes[0].old_side->list, ListKind::cooperative);
    EXPECT_EQ(result.changes[0].new_side->list, ListKind::recalled);
    EXPECT_EQ(result.changes[0].cells.size(), 3u);
}

TEST(Compare, ChangedDepartmentsAreNamed) {
    const Document before = sample(7).build();
    const Document after = [] {
        DocumentBuilder builder("清河乡", 2025, 8);
        builder.basic("党的建设", "加强基层阵地建设，优化提升服务功能")
            .basic("经济发展", "负责招商引资和项目服务工作")
            .cooperative("社会管理", "校外培训机构监管", "县教育局、县市场监管局",
                         "1.做好政策宣传；\n2.开展日常监管；\n3.防范安全风险。",
                         "1.排查线索；\n2.协助调查取证。")
            .recalled("民生服务", "收养登记", "县政务服务局", "负责收养登记。");
        return builder.build();
    }();
    const Comparison result = run(before, after);
    ASSERT_EQ(result.changes.size(), 2u);
    EXPECT_EQ(result.changes[0].kinds, ChangeKinds{ChangeKind::departments});
    EXPECT_EQ(result.changes[0].departments_added, std::vector<std::string>{"县市场监管局"});
    EXPECT_EQ(result.changes[0].departments_removed, std::vector<std::string>{"县公安局"});
    EXPECT_EQ(result.changes[1].kinds, ChangeKinds{ChangeKind::departments});
    EXPECT_EQ(result.changes[1].departments_added, std::vector<std::string>{"县政务服务局"});
}

TEST(Compare, ModifiedDutiesAreShownClauseByClause) {
    const Document before = sample(7).build();
    DocumentBuilder builder("清河乡", 2025, 8);
    builder.basic("党的建设", "加强基层阵地建设，优化提升服务功能")
        .basic("经济发展", "负责招商引资和项目服务工作")
        .cooperative("社会管理", "校外培训机构监管", "县教育局、县公安局",
                     "1.做好政策解读和宣传；\n2.防范安全风险；\n3.建立名录。",
                     "1.排查线索；\n2.协助调查取证。")
        .recalled("民生服务", "收养登记", "县民政局", "负责收养登记。");
    const Comparison result = run(before, builder.build());
    ASSERT_EQ(result.changes.size(), 1u);
    EXPECT_EQ(result.changes[0].kinds, ChangeKinds{ChangeKind::modified});
    ASSERT_EQ(result.changes[0].cells.size(), 1u);
    const auto& clauses = result.changes[0].cells[0].clauses;
    ASSERT_EQ(clauses.size(), 4u);
    EXPECT_EQ(clauses[0].change, ClauseChange::changed);
    EXPECT_EQ(clauses[1].change, ClauseChange::removed);
    EXPECT_EQ(clauses[1].old_label, "2.");
    EXPECT_EQ(clauses[2].change, ClauseChange::changed);  // ； became a part of the sentence's end
    EXPECT_EQ(clauses[3].change, ClauseChange::added);
    EXPECT_EQ(clauses[3].new_label, "3.");
}

TEST(Compare, BoilerplateDutiesDoNotPairDifferentItems) {
    const std::string method = "负责执法检查、巡查、投诉、举报事项；开展立案登记审查。";
    DocumentBuilder before("清河乡", 2025, 7);
    before.recalled("市场监管", "对无照经营行为作出的处罚", "县市场监管局", method)
        .recalled("自然资源", "对破坏基本农田保护区标志的处罚", "县自然资源局", method);
    DocumentBuilder after("清河乡", 2025, 8);
    after.recalled("市场监管", "对无照经营行为作出的处罚", "县市场监管局", method)
        .recalled("水利", "对未经批准擅自取水的处罚", "县水利局", method);
    const Comparison result = run(before.build(), after.build());
    EXPECT_EQ(result.count(ChangeKind::added), 1u);
    EXPECT_EQ(result.count(ChangeKind::removed), 1u);
}

TEST(Compare, OwnDutiesPairAnItemWithANewName) {
    DocumentBuilder before("清河乡", 2025, 7);
    before.cooperative("社会管理", "校外培训机构监管", "县教育局", "1.做好政策宣传；\n2.日常监管。",
                       "1.排查线索；\n2.协助调查取证。");
    DocumentBuilder after("清河乡", 2025, 8);
    after.cooperative("社会管理", "学科类校外培训治理", "县教育局",
                      "1.做好政策宣传；\n2.日常监管。", "1.排查线索；\n2.协助调查取证。");
    const Comparison result = run(before.build(), after.build());
    ASSERT_EQ(result.changes.size(), 1u);
    EXPECT_EQ(result.changes[0].kinds, ChangeKinds{ChangeKind::renamed});
}

TEST(Compare, TheLedgerForcesAPairAndGivesItsReasons) {
    const Document before = sample(7).basic("生态环保", "落实河长制").build();
    const Document after = sample(8).basic("生态环保", "负责辖区水域巡护").build();
    Ledger ledger;
    LedgerEntry& entry = ledger.entries.emplace_back();
    entry.old_name = "落实河长制";
    entry.new_name = "负责辖区水域巡护";
    entry.basis = "县级文件";
    const Comparison result = run(before, after, &ledger);
    ASSERT_EQ(result.changes.size(), 1u);
    EXPECT_EQ(result.changes[0].kinds, ChangeKinds{ChangeKind::renamed});
    EXPECT_TRUE(result.changes[0].forced);
    ASSERT_TRUE(result.changes[0].ledger);
    EXPECT_EQ(result.changes[0].ledger->basis, "县级文件");
}

TEST(Compare, TheLedgerKeepsAlikeItemsApart) {
    const Document before = sample(7).basic("生态环保", "落实河长制工作").build();
    const Document after = sample(8).basic("生态环保", "落实湖长制工作").build();
    EXPECT_EQ(run(before, after).changes.size(), 1u);
    Ledger ledger;
    ledger.entries.emplace_back().old_name = "落实河长制工作";
    EXPECT_EQ(run(before, after, &ledger).changes.size(), 2u);
}

TEST(Compare, ALedgerRowWithoutAChangeIsTold) {
    Ledger ledger;
    ledger.entries.emplace_back().new_name = "不存在的事项";
    Diagnostics diagnostics;
    run(sample(7).build(), sample(8).build(), &ledger, &diagnostics);
    EXPECT_EQ(diagnostics.count(Code::ledger_without_change), 1u);
}

TEST(Compare, ADuplicatedItemIsToldAndPairedByContent) {
    const Document before = sample(7).basic("生态环保", "落实河长制").build();
    const Document after =
        sample(8).basic("生态环保", "落实河长制").basic("水利", "落实河长制").build();
    Diagnostics diagnostics;
    const Comparison result = run(before, after, nullptr, &diagnostics);
    EXPECT_EQ(diagnostics.count(Code::compare_duplicate_item), 1u);
    ASSERT_EQ(result.changes.size(), 1u);
    EXPECT_EQ(result.changes[0].kinds, ChangeKinds{ChangeKind::added});
    EXPECT_EQ(result.changes[0].new_side->category, "水利");
}

TEST(Compare, AnItemWithoutANameIsStillPaired) {
    const Document document = sample(7).basic("生态环保", "").build();
    EXPECT_TRUE(run(document, document).identical());
}

TEST(Compare, AnEmptyDocumentGivesOnlyAdditions) {
    const Comparison result = run(Document{}, sample(8).build());
    EXPECT_EQ(result.count(ChangeKind::added), 4u);
    EXPECT_EQ(result.changes.size(), 4u);
}

}  // namespace
}  // namespace dutylist
