#include "pipeline/model/slim_vector.h"

#include <span>

#include <gtest/gtest.h>

#include "pipeline/model/cell.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {
namespace {

TEST(SlimVector, TakesAPointerAndIsEmptyFromTheStart) {
    const SlimVector<int> none;
    EXPECT_EQ(sizeof none, sizeof(void*));
    EXPECT_TRUE(none.empty());
    EXPECT_EQ(none.begin(), none.end());
    EXPECT_EQ(none, SlimVector<int>(std::vector<int>()));
}

TEST(SlimVector, HoldsWhatIsPutInAndCopiesIt) {
    SlimVector<int> some{1, 2};
    some.push_back(3);
    SlimVector<int> copy = some;
    copy[0] = 9;
    EXPECT_EQ(some, (SlimVector<int>{1, 2, 3}));
    EXPECT_EQ(std::span<const int>(copy).back(), 3);
    EXPECT_NE(copy, some);
    some.clear();
    EXPECT_TRUE(some.empty());
    some = std::move(copy);
    EXPECT_EQ(some.front(), 9);
}

// A document's row takes the place that its draft's row leaves only if it fits there: else a large
// list needs both.
TEST(Cell, IsNoLargerThanACellOfADraft) { EXPECT_LE(sizeof(Cell), sizeof(DraftCell)); }

}  // namespace
}  // namespace dutylist
