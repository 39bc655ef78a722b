#include "pipeline/recognition/passed_over_table.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/recognised.h"

using namespace dutylist;
using dutylist::test::Recognised;
using dutylist::test::recognised;
using dutylist::test::SimpleDraft;

namespace {

Recognised beside_a_list(std::initializer_list<std::string_view> rows, std::string caption = {}) {
    SimpleDraft draft;
    draft.paragraph("基本履职事项清单").table({"序号|事项名称", "1|甲"});
    draft.table(rows, std::move(caption));
    return recognised(draft);
}

}  // namespace

TEST(PassedOverTable, IsAWarningWhereItHasAKnownHead) {
    EXPECT_EQ(beside_a_list({"主管|配合职责", "县局|甲"})
                  .diagnostics.count(Code::table_of_text_passed_over),
              1U);
}

TEST(PassedOverTable, IsAWarningWhereItHasNumberedRows) {
    EXPECT_EQ(
        beside_a_list({"次|条|文", "7|甲|乙"}).diagnostics.count(Code::table_of_text_passed_over),
        1U);
}

TEST(PassedOverTable, IsARemarkWhereItHasAWordOrTwo) {
    EXPECT_EQ(beside_a_list({"姓名|电话", "甲|无"}).diagnostics.count(Code::table_passed_over), 1U);
}

TEST(PassedOverTable, IsARemarkWhereItsSheetIsExpectedBesideLists) {
    EXPECT_EQ(beside_a_list({"序号|部门", "1|县局"}, "按部门统计")
                  .diagnostics.count(Code::table_passed_over),
              1U);
}

TEST(PassedOverTable, IsReadAsALineWhereItIsABoxAroundOne) {
    const Recognised result = beside_a_list({"备注：乙事项由乡人大负责。"});
    EXPECT_EQ(result.diagnostics.count(Code::text_passed_over), 1U);
}

TEST(PassedOverTable, NamesTheHeadWhereThereIsNoListAtAll) {
    SimpleDraft draft;
    draft.paragraph("基本履职事项清单").table({"序号|主管|内容", "1|县局|甲"});
    try {
        recognised(draft);
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::no_list_recognised);
        EXPECT_EQ(error.diagnostic().arguments.at(1), "序号");
    }
}
