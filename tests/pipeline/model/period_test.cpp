#include "pipeline/model/period.h"

#include <gtest/gtest.h>

TEST(Period, ReadsTheFormsInWhichOfficesWriteIt) {
    EXPECT_EQ(dutylist::parse_period("2025 年 7 月")->iso(), "2025-07");
    EXPECT_EQ(dutylist::parse_period("二〇二五年十二月")->iso(), "2025-12");
    EXPECT_EQ(dutylist::parse_period("2025-07")->iso(), "2025-07");
}
