#include "pipeline/recognition/impossible_month.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/recognised.h"

using namespace dutylist;

TEST(ImpossibleMonth, IsFoundWhereverAMonthMayStand) {
    EXPECT_EQ(find_impossible_month("2025年13月"), "2025年13月");
    EXPECT_EQ(find_impossible_month("（2025 年 0 月修订）"), "2025 年 0 月");
    EXPECT_EQ(find_impossible_month("二〇二五年十三月"), "二〇二五年十三月");
    EXPECT_EQ(find_impossible_month("2025-13"), "2025-13");
}

TEST(ImpossibleMonth, IsNoMonthOfTheYearAndNoOtherText) {
    EXPECT_EQ(find_impossible_month("2025年7月"), "");
    EXPECT_EQ(find_impossible_month("2025-07"), "");
    EXPECT_EQ(find_impossible_month("近三年每月报送"), "");
    EXPECT_EQ(find_impossible_month("1-13"), "");
}

TEST(ImpossibleMonth, IsToldInsteadOfAMonthThatIsNotThere) {
    dutylist::test::SimpleDraft draft;
    draft.paragraph("云川县石梁塘乡").paragraph("2025年13月").table({"序号|事项名称", "1|甲"});
    const dutylist::test::Recognised result = dutylist::test::recognised(draft);
    EXPECT_EQ(result.diagnostics.count(Code::period_impossible), 1U);
    EXPECT_EQ(result.diagnostics.count(Code::period_unknown), 0U);
}
