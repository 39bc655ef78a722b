#include "pipeline/analysis/department_names.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "pipeline/analysis/analyse.h"
#include "pipeline/analysis/item_number.h"
#include "pipeline/analysis/region_names.h"

using namespace dutylist;

namespace {

const Unit unit{"天南自治区", "青岚回族自治州", "云川县", "新禾乡"};

std::string names(std::string_view text) {
    std::string joined;
    for (const DepartmentMention& mention : find_departments(text)) {
        joined += (joined.empty() ? "" : "|") + std::string(mention.name.of(text));
        if (mention.and_others) joined += "+";
    }
    return joined;
}

bool has_form(std::string_view department, const std::string& form) {
    const auto forms = short_forms(department, unit);
    return std::find(forms.begin(), forms.end(), form) != forms.end();
}

}  // namespace

TEST(DepartmentNames, AreSplitAtCommasAndLineBreaks) {
    EXPECT_EQ(names("县民政局、县公安局，县水利局,县残联\n县医保局"),
              "县民政局|县公安局|县水利局|县残联|县医保局");
}

TEST(DepartmentNames, AreNotSplitInsideBrackets) {
    EXPECT_EQ(names("县文旅局（文物局、体育局）、县公安局"), "县文旅局（文物局、体育局）|县公安局");
}

TEST(DepartmentNames, AreSplitAfterABracketThatIsNeverClosed) {
    EXPECT_EQ(names("县文旅局（文物局\n县公安局"), "县文旅局（文物局|县公安局");
}

TEST(DepartmentNames, LeaveOthersOut) {
    EXPECT_EQ(names("云川县应急管理局及其他负有安全生产监督管理职责的部门"), "云川县应急管理局+");
    EXPECT_EQ(names("县民政局及其下属单位"), "县民政局及其下属单位");
}

TEST(DepartmentNames, LeaveEmptyPartsOut) { EXPECT_EQ(names("、县民政局、 、"), "县民政局"); }

TEST(ShortForms, LeaveTheRegionOut) {
    EXPECT_TRUE(has_form("云川县农业农村局", "县农业农村局"));
    EXPECT_TRUE(has_form("云川县农业农村局", "农业农村局"));
    EXPECT_FALSE(has_form("云川县农业农村局", "村局"));
}

TEST(ShortForms, KnowShortenedPrefectures) {
    EXPECT_TRUE(has_form("青岚州生态环境局云川县分局", "州生态环境局云川县分局"));
    EXPECT_TRUE(has_form("青岚州生态环境局云川县分局", "青岚回族自治州生态环境局云川县分局"));
    EXPECT_TRUE(has_form("青岚回族自治州林草局", "州林草局"));
}

TEST(ShortForms, KnowBranchesWithAndWithoutTheirCounty) {
    EXPECT_TRUE(has_form("青岚州生态环境局云川分局", "青岚州生态环境局云川县分局"));
    EXPECT_TRUE(has_form("青岚州生态环境局云川县分局", "州生态环境局云川分局"));
}

TEST(ShortForms, KeepThePartyCommitteeWhole) {
    EXPECT_TRUE(has_form("云川县委组织部", "县委组织部"));
    EXPECT_FALSE(has_form("云川县委组织部", "委组织部"));
}

TEST(ShortForms, TakeNoWordOfANameForARegion) {
    const Unit city{"", "", "云川市", "新禾镇"};
    EXPECT_EQ(region_prefix("市场监督管理局", city).bytes, 0U);
    EXPECT_GT(region_prefix("市民政局", city).bytes, 0U);
}

TEST(ShortForms, OfAnUnknownUnitAreTheNameAlone) {
    EXPECT_EQ(short_forms("云川县农业农村局", {}), std::vector<std::string>{"云川县农业农村局"});
}

TEST(ItemNumber, ReadsTheFormsOfSerialNumbers) {
    EXPECT_EQ(parse_item_number("12"), 12U);
    EXPECT_EQ(parse_item_number("１２"), 12U);
    EXPECT_EQ(parse_item_number("12."), 12U);
    EXPECT_EQ(parse_item_number("（12）"), 12U);
    EXPECT_EQ(parse_item_number("十二"), 12U);
    EXPECT_EQ(parse_item_number("第2项"), 2U);
    EXPECT_EQ(parse_item_number("第十二条"), 12U);
    EXPECT_FALSE(parse_item_number("第"));
    EXPECT_EQ(parse_item_number("2.0"), 2U);
    EXPECT_FALSE(parse_item_number("2.1"));
    EXPECT_EQ(parse_item_number("200000"), 200000U);
    EXPECT_FALSE(parse_item_number(""));
    EXPECT_FALSE(parse_item_number("甲"));
    EXPECT_FALSE(parse_item_number("1-2"));
}
