#include "pipeline/statistics/statistics.h"

#include <gtest/gtest.h>

#include "tests/support/document_builder.h"

namespace dutylist {
namespace {

using test::DocumentBuilder;

const DepartmentCount& department(const Statistics& statistics, std::string_view name) {
    for (const DepartmentCount& count : statistics.departments) {
        if (count.name == name) return count;
    }
    throw std::logic_error("no department " + std::string(name));
}

Document example() {
    return DocumentBuilder("白水镇", 2025, 7)
        .basic("党的建设", "学习")
        .basic("民生服务", "走访")
        .cooperative("民生服务", "救助", "云溪县民政局", "1.审核；\n2.发放。", "受理。")
        .cooperative("民生服务", "供水", "云溪县水利局、云溪县民政局", "1.检测。", "管护。")
        .cooperative("平安法治", "巡查", "云溪县水利局、云溪县公安局", "查处。", "报告。")
        .recalled("民生服务", "登记", "云溪县民政局", "负责登记。")
        .build();
}

TEST(Statistics, CountsItemsByListAndCategoryInTheOrderSeen) {
    const Statistics statistics = compute_statistics(example(), {});
    EXPECT_EQ(statistics.lists, (ListCounts{2, 3, 1}));
    ASSERT_EQ(statistics.categories.size(), 3u);
    EXPECT_EQ(statistics.categories[1].name, "民生服务");
    EXPECT_EQ(statistics.categories[1].items, (ListCounts{1, 2, 1}));
    EXPECT_EQ(statistics.categories[1].total, 4u);
    EXPECT_DOUBLE_EQ(statistics.categories[1].share, 4.0 / 6.0);
    EXPECT_EQ(statistics.totals.items, 6u);
    EXPECT_EQ(statistics.totals.categories, 3u);
}

TEST(Statistics, CountsDepartmentsSoleAndJointAndReceived) {
    const Statistics statistics = compute_statistics(example(), {});
    const DepartmentCount& civil = department(statistics, "云溪县民政局");
    EXPECT_EQ(civil.cooperative, 2u);
    EXPECT_EQ(civil.sole, 1u);
    EXPECT_EQ(civil.joint, 1u);
    EXPECT_EQ(civil.recalled, 1u);
    EXPECT_EQ(statistics.totals.department_mentions, 5u);
    EXPECT_EQ(statistics.totals.departments, 3u);
    EXPECT_EQ(statistics.totals.handovers, 1u);
}

TEST(Statistics, PointsBelongToTheSoleDepartmentOrAreShared) {
    const Statistics statistics = compute_statistics(example(), {});
    EXPECT_EQ(statistics.totals.superior_points, 4u);
    EXPECT_EQ(statistics.totals.shared_points, 2u);
    EXPECT_EQ(department(statistics, "云溪县民政局").superior_points, 2u);
}

TEST(Statistics, TiesShareARankAndStayAsSeen) {
    const Document document = DocumentBuilder("白水镇", 2025, 7)
                                  .cooperative("甲", "一", "乙局、丙局", "无。", "无。")
                                  .cooperative("甲", "二", "丁局", "无。", "无。")
                                  .cooperative("甲", "三", "丁局", "无。", "无。")
                                  .build();
    const Statistics statistics = compute_statistics(document, {});
    ASSERT_EQ(statistics.departments.size(), 3u);
    EXPECT_EQ(statistics.departments[0].name, "丁局");
    EXPECT_EQ(statistics.departments[1].name, "乙局");
    EXPECT_EQ(statistics.departments[1].rank, 2u);
    EXPECT_EQ(statistics.departments[2].rank, 2u);
    EXPECT_EQ(statistics.matrix[0].department, "丁局");
}

TEST(Statistics, AliasesAreOneDepartment) {
    DepartmentDictionary dictionary;
    dictionary.add("云溪县水利局", "云溪县公安局");
    const Statistics statistics = compute_statistics(example(), dictionary);
    EXPECT_EQ(statistics.totals.departments, 2u);
    EXPECT_EQ(department(statistics, "云溪县水利局").cooperative, 2u);
    // The item that names both names one department now.
    EXPECT_EQ(department(statistics, "云溪县水利局").sole, 1u);
}

TEST(Statistics, AndOthersIsJoint) {
    Document document =
        DocumentBuilder("白水镇", 2025, 7).cooperative("甲", "一", "乙局", "无。", "无。").build();
    document.lists[0].items[0].departments[0].and_others = true;
    const Statistics statistics = compute_statistics(document, {});
    EXPECT_EQ(statistics.departments[0].sole, 0u);
    EXPECT_EQ(statistics.departments[0].joint, 1u);
}

TEST(Statistics, WhiteSpaceMakesNoOtherNames) {
    Document document = DocumentBuilder("白水镇", 2025, 7)
                            .basic("党的建设", "一")
                            .basic("党的 建设", "二")
                            .basic("党的\n建设", "三")
                            .build();
    const Statistics statistics = compute_statistics(document, {});
    ASSERT_EQ(statistics.categories.size(), 1u);
    EXPECT_EQ(statistics.categories[0].name, "党的建设");
}

TEST(Statistics, AnEmptyDocumentHasZeros) {
    const Statistics statistics = compute_statistics({}, {});
    EXPECT_EQ(statistics.totals.items, 0u);
    EXPECT_TRUE(statistics.categories.empty());
}

}  // namespace
}  // namespace dutylist
