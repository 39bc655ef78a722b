#include "pipeline/recognition/recognise.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/recognised.h"

using namespace dutylist;
using dutylist::test::Recognised;
using dutylist::test::recognised;
using dutylist::test::SimpleDraft;

TEST(Recognise, TellsListsByTheirColumns) {
    SimpleDraft draft;
    draft.table({"序号|类别|事项名称", "1|党的建设|甲"})
        .table({"序号|类别|事项名称|对应上级部门|上级部门职责|街道配合职责",
                "1|党的建设|乙|县水利局|丙|丁"})
        .table({"序号|类别|事项名称|承接部门|工作方式", "1|党的建设|戊|县水利局|己"});
    const Recognised result = recognised(draft);
    ASSERT_EQ(result.document.lists.size(), 3U);
    EXPECT_EQ(result.document.lists[0].kind, ListKind::basic);
    EXPECT_EQ(result.document.lists[1].kind, ListKind::cooperative);
    EXPECT_EQ(result.document.lists[2].kind, ListKind::recalled);
    EXPECT_EQ(result.roles(2), "number category name handover_department handover_method");
}

TEST(Recognise, TellsListsByTheNameOfTheirSheet) {
    SimpleDraft draft;
    draft.table({"序号|类别|事项名称|上级部门", "1|党的建设|甲|县水利局"}, "收回事项");
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.document.lists[0].kind, ListKind::cooperative);
    SimpleDraft basic;
    basic.table({"序号|类别|事项名称", "1|党的建设|甲"}, "收回事项");
    EXPECT_EQ(recognised(basic).document.lists[0].kind, ListKind::recalled);
}

TEST(Recognise, JoinsATableSplitOverPages) {
    SimpleDraft draft;
    draft.paragraph("新禾乡基本履职事项清单")
        .table({"序号|类别|事项名称", "1|党的建设|甲"})
        .paragraph("— 1 —")
        .paragraph("新禾乡基本履职事项清单")
        .table({"序号|类别|事项名称", "2|党的建设|乙"})
        .paragraph("续表")
        .table({"3|党的建设|丙"});
    const Recognised result = recognised(draft);
    ASSERT_EQ(result.document.lists.size(), 1U);
    EXPECT_EQ(result.document.lists[0].items.size(), 3U);
    EXPECT_EQ(result.document.lists[0].title, "新禾乡基本履职事项清单");
    EXPECT_FALSE(result.warns());
}

TEST(Recognise, JoinsSheetsWithColumnsInAnotherOrder) {
    SimpleDraft draft;
    draft.table({"序号|类别|事项名称", "1|党的建设|甲"})
        .table({"序号|事项名称|类别|备注", "2|乙|党的建设|丙"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.row(0, 0), "1|党的建设|甲|");
    EXPECT_EQ(result.row(0, 1), "2|党的建设|乙|丙");
}

TEST(Recognise, ReadsTitleRowsAboveTheHeader) {
    SimpleDraft draft;
    draft.table(
        {"云川县新禾乡基本履职事项清单|^云川县新禾乡基本履职事项清单|^云川县新禾乡基本履职事项清单",
         "2025年7月||", "序号|类别|事项名称", "1|党的建设|甲"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.document.lists[0].title, "云川县新禾乡基本履职事项清单");
    EXPECT_EQ(result.document.period.iso(), "2025-07");
}

TEST(Recognise, ReadsSeveralListsInOneSheet) {
    SimpleDraft draft;
    draft.table({"一、基本履职事项清单||", "序号|类别|事项名称", "1|党的建设|甲",
                 "二、上级部门收回事项清单||", "序号|类别|事项名称|承接部门及工作方式",
                 "1|党的建设|乙|县水利局：丙"});
    const Recognised result = recognised(draft);
    ASSERT_EQ(result.document.lists.size(), 2U);
    EXPECT_EQ(result.document.lists[1].kind, ListKind::recalled);
    EXPECT_EQ(result.document.lists[1].title, "二、上级部门收回事项清单");
}

TEST(Recognise, ReadsHeadersOfTwoLevels) {
    SimpleDraft draft;
    draft.table({"序号|类别|事项名称|承接情况|^承接情况", "^序号|^类别|^事项名称|承接部门|工作方式",
                 "1|党的建设|甲|县水利局|乙"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.roles(0), "number category name handover_department handover_method");
    EXPECT_EQ(result.document.lists[0].columns[3].head, "承接情况\n承接部门");
    EXPECT_EQ(result.document.lists[0].items.size(), 1U);
}

TEST(Recognise, TakesCategoriesFromGroupRows) {
    SimpleDraft draft;
    draft.table({"序号|事项名称", "一、党的建设（2项）|^一、党的建设（2项）", "1|甲", "2|乙",
                 "二、经济发展（2项）|", "3|丙"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.roles(0), "number category name");
    EXPECT_EQ(result.row(0, 1), "2|党的建设|乙");
    EXPECT_EQ(result.row(0, 2), "3|经济发展|丙");
    EXPECT_EQ(result.diagnostics.count(Code::group_count_differs), 1U);
    EXPECT_EQ(result.document.lists[0].columns[1].head, "事项类别");
}

TEST(Recognise, KeepsHeadingsOfGroupsForChecking) {
    SimpleDraft draft;
    draft.table({"序号|事项名称", "一、党的建设（2项）|", "1|甲", "一、党的建设（2项）|", "2|乙",
                 "二、经济发展|", "3|丙"});
    const Recognised result = recognised(draft);
    const auto& groups = result.document.lists[0].groups;
    ASSERT_EQ(groups.size(), 2U);  // one is repeated at the top of a page
    EXPECT_EQ(groups[0].text, "一、党的建设（2项）");
    EXPECT_EQ(groups[0].count, 2U);
    EXPECT_EQ(groups[1].count, 0U);
    EXPECT_EQ(groups[1].first_item, 2U);
    EXPECT_EQ(result.diagnostics.count(Code::group_count_differs), 0U);
}

TEST(Recognise, TakesCategoriesFromLinesBetweenRows) {
    SimpleDraft draft;
    draft.table({"序号|事项名称"})
        .paragraph("一、党的建设（1项）")
        .table({"1|甲"})
        .paragraph("二、经济发展（1项）")
        .table({"2|乙"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.row(0, 1), "2|经济发展|乙");
    EXPECT_FALSE(result.warns());
}

TEST(Recognise, FillsCategoriesThatStandOnlyInTheFirstRow) {
    SimpleDraft draft;
    draft.table({"序号|类别|事项名称", "1|党的建设|甲", "2||乙", "3|经济发展|丙", "4||丁"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.row(0, 1), "2|党的建设|乙");
    EXPECT_EQ(result.diagnostics.count(Code::category_filled_down), 1U);
}

TEST(Recognise, LeavesAMissingCategoryEmpty) {
    SimpleDraft draft;
    draft.table({"序号|类别|事项名称", "1|党的建设|甲", "2|党的建设|乙", "3||丙"});
    EXPECT_EQ(recognised(draft).row(0, 2), "3||丙");
}

TEST(Recognise, KeepsUnknownColumnsAndReportsThem) {
    SimpleDraft draft;
    draft.table({"序号|类别|事项名称|完成时限|备注", "1|党的建设|甲|年底|无"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.roles(0), "number category name extra extra");
    EXPECT_EQ(result.row(0, 0), "1|党的建设|甲|年底|无");
    EXPECT_EQ(result.diagnostics.count(Code::column_unknown), 1U);
}

TEST(Recognise, KeepsRowsWithTooFewCells) {
    SimpleDraft draft;
    draft.table({"序号|类别|事项名称", "1|党的建设", "2|党的建设|乙", "党的建设|丙"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.row(0, 0), "1|党的建设|");
    EXPECT_EQ(result.row(0, 2), "|党的建设|丙");
    EXPECT_EQ(result.diagnostics.count(Code::row_too_short), 2U);
}

TEST(Recognise, KeepsTheTextOfRowsWithTooManyCells) {
    SimpleDraft draft;
    draft.table({"序号|类别|事项名称", "1|党的建设|甲|乙|丙", "2|党的建设|丁||"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.row(0, 0), "1|党的建设|甲 乙 丙");
    EXPECT_EQ(result.row(0, 1), "2|党的建设|丁");
    EXPECT_EQ(result.diagnostics.count(Code::row_too_long), 1U);
}

TEST(Recognise, ReportsNumbersThatAreMissingRepeatedOrSkipped) {
    SimpleDraft draft;
    draft.table(
        {"序号|类别|事项名称", "1|党的建设|甲", "1|党的建设|乙", "|党的建设|丙", "5|党的建设|丁"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.diagnostics.count(Code::number_repeated), 1U);
    EXPECT_EQ(result.diagnostics.count(Code::number_missing), 1U);
    EXPECT_EQ(result.diagnostics.count(Code::number_gap), 1U);
    EXPECT_EQ(result.document.lists[0].items.size(), 4U);
}

TEST(Recognise, AllowsNumbersThatStartAnewInEachCategory) {
    SimpleDraft draft;
    draft.table({"序号|类别|事项名称", "1|党的建设|甲", "2|党的建设|乙", "1|经济发展|丙"});
    EXPECT_FALSE(recognised(draft).warns());
}

TEST(Recognise, JoinsContinuationRows) {
    SimpleDraft draft;
    draft.table({"序号|类别|事项名称|对应上级部门|上级部门职责|乡镇配合职责",
                 "1|党的建设|甲|县水利局|1.乙；|1.丙，", "1（续）|党的建设（续）|||2.丁。|戊。",
                 "2|党的建设|己|县水利局|庚|辛"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.document.lists[0].items.size(), 2U);
    EXPECT_EQ(result.row(0, 0), "1|党的建设|甲|县水利局|1.乙；\n2.丁。|1.丙，戊。");
    EXPECT_EQ(result.diagnostics.count(Code::rows_joined), 1U);
}

TEST(Recognise, JoinsRowsWhoseNumberAndNameAreMerged) {
    SimpleDraft draft;
    draft.table({"序号|类别|事项名称|对应上级部门|上级部门职责|乡镇配合职责",
                 "1|党的建设|甲|县水利局|乙|丙", "^1|^党的建设|^甲|县公安局|丁|^丙"});
    const Recognised result = recognised(draft);
    ASSERT_EQ(result.document.lists[0].items.size(), 1U);
    EXPECT_EQ(result.row(0, 0), "1|党的建设|甲|县水利局\n县公安局|乙\n丁|丙");
    EXPECT_EQ(result.document.lists[0].items[0].departments.size(), 2U);
}

TEST(Recognise, ReadsSeveralInputsAsOneDocument) {
    SimpleDraft basic("basic.csv");
    basic.table({"序号|类别|事项名称", "1|党的建设|甲"});
    SimpleDraft recalled("recalled.csv");
    recalled.paragraph("云川县新禾乡上级部门收回事项清单")
        .table({"序号|类别|事项名称|承接部门及工作方式", "1|党的建设|乙|县水利局：丙"});
    std::vector<Draft> drafts;
    drafts.push_back(basic.build());
    drafts.push_back(recalled.build());
    const Recognised result = recognised(std::move(drafts));
    EXPECT_EQ(result.document.lists.size(), 2U);
    EXPECT_EQ(result.document.unit.township, "新禾乡");
    EXPECT_EQ(result.document.source_file, "basic.csv、recalled.csv");
}

TEST(Recognise, RefusesAnInputWithoutAList) {
    SimpleDraft draft;
    draft.paragraph("关于开会的通知").table({"姓名|电话", "甲|1"});
    try {
        recognised(draft);
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::no_list_found);
    }
}

TEST(MergeDocuments, JoinsListsOfOneKind) {
    SimpleDraft one;
    one.table({"序号|类别|事项名称", "1|党的建设|甲"});
    SimpleDraft two;
    two.paragraph("云川县新禾乡基本履职事项清单")
        .table({"序号|事项名称|类别|备注", "2|乙|党的建设|丙"});
    std::vector<Document> documents;
    documents.push_back(recognised(one).document);
    documents.push_back(recognised(two).document);
    Recognised merged;
    merged.document = merge_documents(std::move(documents), merged.diagnostics);
    EXPECT_EQ(merged.row(0, 0), "1|党的建设|甲|");
    EXPECT_EQ(merged.row(0, 1), "2|党的建设|乙|丙");
    EXPECT_EQ(merged.document.unit.township, "新禾乡");
}

TEST(MergeDocuments, RefusesListsOfDifferentUnits) {
    std::vector<Document> documents;
    for (const char* title : {"云川县新禾乡基本履职事项清单", "云川县石桥镇配合履职事项清单"}) {
        SimpleDraft draft;
        draft.paragraph(title).table({"序号|事项类别|事项名称", "1|党的建设|甲"});
        documents.push_back(recognised(draft).document);
    }
    Diagnostics diagnostics;
    try {
        merge_documents(std::move(documents), diagnostics);
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::unit_several);
        EXPECT_EQ(error.diagnostic().arguments[1], "云川县新禾乡");
        EXPECT_EQ(error.diagnostic().arguments[3], "云川县石桥镇");
    }
}

TEST(Recognise, TakesAListWithoutWordsForTheBasicOne) {
    SimpleDraft draft;
    draft
        .table({"序号|类别|事项名称|对应上级部门|上级部门职责|乡镇配合职责",
                "1|党的建设|甲|县水利局|乙|丙"})
        .table({"序号|类别|事项名称", "1|党的建设|丁"});
    const Recognised result = recognised(draft);
    ASSERT_EQ(result.document.lists.size(), 2U);
    EXPECT_EQ(result.document.lists[1].kind, ListKind::basic);
}

TEST(Recognise, TakesAGroupLineAboveTheHeader) {
    SimpleDraft draft;
    draft.paragraph("新禾乡基本履职事项清单")
        .paragraph("一、党的建设（1项）")
        .table({"序号|事项名称", "1|甲"})
        .paragraph("二、经济发展（1项）")
        .table({"序号|事项名称", "2|乙"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.row(0, 0), "1|党的建设|甲");
    EXPECT_EQ(result.row(0, 1), "2|经济发展|乙");
    EXPECT_FALSE(result.warns());
}

TEST(Recognise, KeepsAnItemThatHasOnlyItsName) {
    SimpleDraft draft;
    draft.table({"序号|事项名称", "1|甲", "|乙"});
    EXPECT_EQ(recognised(draft).document.lists[0].items.size(), 2U);
}

TEST(Recognise, RefusesAListWhoseHeadersAddColumnsWithoutEnd) {
    SimpleDraft draft;
    for (int i = 0; i < 1100; ++i) {
        const std::string number = std::to_string(i + 1);
        const std::string head = "序号|事项类别|事项名称|备注" + number;
        const std::string row = number + "|党的建设|甲" + number + "|乙";
        draft.table({head, row});
    }
    try {
        recognised(draft);
        FAIL() << "not refused";
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::format_too_many_columns);
        EXPECT_EQ(error.diagnostic().place.line, 2 * 1021 + 1U);
    }
}

TEST(Recognise, JoinsContinuationRowsWithoutTheirLastCells) {
    SimpleDraft draft;
    draft.table({"序号|类别|事项名称|对应上级部门|上级部门职责|乡镇配合职责",
                 "1|党的建设|甲|县水利局|1.乙；|丙", "1（续）|党的建设|||2.丁。"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.document.lists[0].items.size(), 1U);
    EXPECT_EQ(result.row(0, 0), "1|党的建设|甲|县水利局|1.乙；\n2.丁。|丙");
    EXPECT_FALSE(result.warns());
}
