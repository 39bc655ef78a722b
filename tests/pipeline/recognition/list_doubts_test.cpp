#include "pipeline/recognition/list_doubts.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/recognised.h"

using namespace dutylist;
using dutylist::test::recognised;
using dutylist::test::SimpleDraft;

namespace {

std::size_t doubts(std::initializer_list<std::string_view> rows, Code code) {
    SimpleDraft draft;
    draft.paragraph("云川县石梁塘乡").paragraph("2025年7月").paragraph("配合履职事项清单");
    draft.table(rows);
    return recognised(draft).diagnostics.count(code);
}

constexpr std::string_view heads = "序号|事项类别|事项名称|对应上级部门|上级部门职责|乡镇配合职责";

}  // namespace

TEST(ListDoubts, TellsNamesThatAllAreCategories) {
    EXPECT_EQ(doubts({heads, "1|党的建设|党的建设|县委组织部|审。|报。",
                      "2|民生服务|党的建设|县民政局|审。|报。"},
                     Code::list_names_are_categories),
              1U);
}

TEST(ListDoubts, TellsNamesThatAllAreNumbers) {
    EXPECT_EQ(
        doubts({heads, "甲|党的建设|1|县委组织部|审。|报。", "乙|党的建设|2|县民政局|审。|报。"},
               Code::list_names_are_numbers),
        1U);
}

TEST(ListDoubts, TellsANumberColumnWithoutNumbers) {
    EXPECT_EQ(
        doubts({heads, "党的建设|1|甲|县委组织部|审。|报。", "党的建设|2|乙|县民政局|审。|报。"},
               Code::list_without_numbers),
        1U);
}

TEST(ListDoubts, TellsDepartmentsThatAreSentences) {
    EXPECT_EQ(doubts({heads, "1|党的建设|甲|负责审核。|县委组织部|报。",
                      "2|党的建设|乙|负责审核；验收。|县民政局|报。"},
                     Code::list_column_of_sentences),
              1U);
}

TEST(ListDoubts, KeepsQuietAboutAListInOrder) {
    SimpleDraft draft;
    draft.paragraph("云川县石梁塘乡").paragraph("2025年7月").paragraph("配合履职事项清单");
    draft.table({heads, "1|党的建设|甲|县委组织部|审。|报。", "2|民生服务|乙|县民政局|审。|报。"});
    EXPECT_FALSE(recognised(draft).diagnostics.has(Severity::warning));
}
