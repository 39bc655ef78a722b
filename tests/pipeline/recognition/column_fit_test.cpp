#include "pipeline/recognition/column_fit.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/recognised.h"

using namespace dutylist;
using dutylist::test::Recognised;
using dutylist::test::recognised;
using dutylist::test::SimpleDraft;

namespace {

SimpleDraft titled() {
    SimpleDraft draft;
    draft.paragraph("云川县石梁塘乡").paragraph("2025年7月").paragraph("基本履职事项清单");
    return draft;
}

}  // namespace

TEST(ColumnFit, MatchesARowOfAsManyCellsAsHeadsInOrder) {
    SimpleDraft draft = titled();
    draft.table({"序号|事项类别|事项名称|<事项名称", "1|党的建设|<党的建设|负责党员发展",
                 "2|党的建设|抓好班子建设|<抓好班子建设"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.row(0, 0), "1|党的建设|负责党员发展");
    EXPECT_EQ(result.row(0, 1), "2|党的建设|抓好班子建设");
    EXPECT_FALSE(result.diagnostics.has(Severity::warning));
}

TEST(ColumnFit, KeepsTheTextOfACellWiderThanItsHeadOnce) {
    SimpleDraft draft = titled();
    draft.table({"序号|事项类别|事项名称", "1|党的建设|负责党员发展|<负责党员发展"});
    EXPECT_EQ(recognised(draft).row(0, 0), "1|党的建设|负责党员发展");
}

TEST(ColumnFit, DoesNotCountColumnsThatARowLeavesOut) {
    SimpleDraft draft = titled();
    draft.table({"序号|事项类别|事项名称", "×|1|党的建设|负责党员发展"});
    EXPECT_EQ(recognised(draft).row(0, 0), "1|党的建设|负责党员发展");
}

TEST(ColumnFit, PutsACellOverSeveralHeadsBelowOneAndSaysSo) {
    SimpleDraft draft = titled();
    draft.table({"序号|事项类别|事项名称|备注", "1|党的建设|负责党员发展|<负责党员发展"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.row(0, 0), "1|党的建设|负责党员发展|");
    EXPECT_EQ(result.diagnostics.count(Code::row_fitted), 1U);
}

TEST(ColumnFit, ComparesPositionsNotIndexes) {
    SimpleDraft draft = titled();
    draft.table({"序号|事项类别|事项名称|备注", "1|党的建设|负责党员发展|<负责党员发展"});
    Draft built = draft.build();
    // The last column is the widest: most of the merged cell lies below 备注.
    std::get<DraftTable>(built.elements.back()).grid = {0, 500, 1500, 2000, 9000};
    std::vector<Draft> drafts;
    drafts.push_back(std::move(built));
    EXPECT_EQ(recognised(std::move(drafts)).row(0, 0), "1|党的建设||负责党员发展");
}

TEST(ColumnFit, KeepsColumnsBelowOneHeadThatRowsFillApart) {
    SimpleDraft draft = titled();
    draft.table({"序号|事项类别|事项名称|<事项名称", "1|党的建设|甲|乙", "2|党的建设|丙|<丙"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.row(0, 0), "1|党的建设|甲|乙");
    EXPECT_EQ(result.row(0, 1), "2|党的建设|丙|");
}

TEST(ColumnFit, LetsACategoryReachDownOverRows) {
    SimpleDraft draft = titled();
    draft.table({"序号|事项类别|事项名称|<事项名称", "1|党的建设|<党的建设|甲",
                 "2|^党的建设|<党的建设|乙"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.row(0, 0), "1|党的建设|甲");
    EXPECT_EQ(result.row(0, 1), "2|党的建设|乙");
}

TEST(ColumnFit, ReadsATableThatGoesOnWithoutHeadsAndSpans) {
    SimpleDraft draft = titled();
    draft.table({"序号|事项类别|事项名称|<事项名称", "1|党的建设|甲|<甲"}).table({"2|党的建设|乙"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.row(0, 1), "2|党的建设|乙");
}
