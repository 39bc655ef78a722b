#include "pipeline/recognition/copy_budget.h"

#include <gtest/gtest.h>

#include "pipeline/io/limits.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {
namespace {

constexpr Limits limits = default_limits;

TEST(CopyBudget, LimitsCellsThatStandForNothingInTheInput) {
    CopyBudget budget;
    const std::uint64_t most = limits.merged_bytes / sizeof(DraftCell);
    EXPECT_FALSE(budget.take(most, 0));
    EXPECT_EQ(budget.take(1, 0), limits.merged_bytes);
}

TEST(CopyBudget, LimitsCopiedTextsByTheInputsOwn) {
    CopyBudget budget;
    EXPECT_FALSE(budget.take(1, limits.merged_text_free));
    EXPECT_TRUE(budget.take(1, 1));
    budget.add_own(1);
    EXPECT_FALSE(budget.take(1, 1));
}

TEST(CopyBudget, AllowsEveryWrittenCellAShortSharedText) {
    CopyBudget budget;
    bool allowed = true;
    for (int cell = 0; cell < 1'000'000; ++cell) allowed = allowed && !budget.take_shared(300);
    EXPECT_TRUE(allowed);
}

TEST(CopyBudget, RefusesALongTextThatManyCellsShare) {
    CopyBudget budget;
    bool allowed = true;
    for (int cell = 0; cell < 100; ++cell) allowed = allowed && !budget.take_shared(1'000'000);
    EXPECT_FALSE(allowed);
}

}  // namespace
}  // namespace dutylist
