#include <gtest/gtest.h>

#include "importers/csv/csv_importer.h"
#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/recognise.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/drafts.h"

namespace dutylist {
namespace {

constexpr const char* two_lists =
    "云川县枫落坪乡履职事项清单\n2025年7月\n基本履职事项清单\n序号,事项类别,事项名称\n1,党的建设,"
    "甲\n2,党的建设,乙\n"
    "上级部门收回事项清单\n序号,事项类别,事项名称,承接部门及工作方式\n1,民生服务,丙,"
    "县民政局：办理。\n";

Document recognised(Draft draft) {
    const TemplateStore templates;
    const ColumnSynonyms synonyms(templates);
    RecognitionSettings settings;
    settings.synonyms = &synonyms;
    Diagnostics diagnostics;
    return recognise(std::move(draft), settings, diagnostics);
}

void expect_two_lists(const Document& document) {
    ASSERT_EQ(document.lists.size(), 2u);
    EXPECT_EQ(document.lists[0].title, "基本履职事项清单");
    EXPECT_EQ(document.lists[0].items.size(), 2u);
    EXPECT_EQ(document.lists[1].title, "上级部门收回事项清单");
    EXPECT_EQ(document.lists[1].items.size(), 1u);
    EXPECT_EQ(document.lists[1].columns.at(0).head, "序号");
}

TEST(SeveralListsInATable, ATitleInARowOfOneCellBeginsTheNextList) {
    expect_two_lists(recognised(test::read_bytes(read_csv, two_lists).draft));
}

TEST(SeveralListsInATable, ATitleMergedOverAllColumnsIsNoUpperLevelOfHeads) {
    Draft draft = test::read_bytes(read_csv, two_lists).draft;
    for (DraftRow& row : std::get<DraftTable>(draft.elements.at(0)).rows) {
        if (row.cells.size() > 1) continue;
        for (int i = 0; i < 3; ++i) {
            DraftCell copy = row.cells.front();
            copy.from_merge = true;
            row.cells.push_back(std::move(copy));
        }
    }
    expect_two_lists(recognised(std::move(draft)));
}

}  // namespace
}  // namespace dutylist
