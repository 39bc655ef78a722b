#include "pipeline/recognition/department_list.h"

#include <gtest/gtest.h>

#include "pipeline/analysis/analyse.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/recognised.h"

namespace dutylist {
namespace {

using test::recognised;
using test::SimpleDraft;

// "province/prefecture/county/department" as they are read; "" where the text names none.
std::string levels(std::string_view text) {
    const auto unit = parse_department(text);
    if (!unit) return {};
    EXPECT_TRUE(unit->township.empty());
    return unit->province + "/" + unit->prefecture + "/" + unit->county + "/" + unit->department;
}

TEST(ParseDepartment, FindsTheLevelsBeforeTheName) {
    EXPECT_EQ(levels("东岚省景泽市云川县公安局"), "东岚省/景泽市/云川县/云川县公安局");
    EXPECT_EQ(levels("云川县农业农村局"), "//云川县/云川县农业农村局");
    EXPECT_EQ(levels("中共云川县委组织部"), "//云川县/云川县委组织部");
    EXPECT_EQ(levels("县公安局"), "///县公安局");
}

TEST(ParseDepartment, TakesNoWordOfTheNameForARegion) {
    EXPECT_EQ(levels("云川县城市管理局"), "//云川县/云川县城市管理局");
    EXPECT_EQ(levels("云川县市场监督管理局"), "//云川县/云川县市场监督管理局");
    EXPECT_EQ(levels("景泽市市中区公安局"), "/景泽市/市中区/市中区公安局");
}

TEST(ParseDepartment, RefusesWhatIsNone) {
    for (std::string_view text :
         {"东岚省景泽市云川县枫落坪乡", "2025年7月", "局", "", "履职事项清单", "负责人：张三局"})
        EXPECT_EQ(levels(text), "") << text;
    EXPECT_THROW(department_from_setting("枫落坪乡"), JobError);
    EXPECT_EQ(department_from_setting("东岚省/景泽市/云川县/公安局").department, "云川县公安局");
}

TEST(DepartmentUnit, FullNameSaysEachLevelOnce) {
    EXPECT_EQ((Unit{"东岚省", "景泽市", "云川县", "", "云川县公安局"}).full_name(),
              "东岚省景泽市云川县公安局");
    EXPECT_EQ((Unit{"东岚省", "景泽市", "云川县", "", "景泽市生态环境局云川分局"}).full_name(),
              "东岚省景泽市生态环境局云川分局");
    EXPECT_EQ((Unit{"", "", "云川县", "", "公安局"}).full_name(), "云川县公安局");
}

SimpleDraft department_list() {
    SimpleDraft draft;
    draft.paragraph("东岚省景泽市云川县公安局")
        .paragraph("部门履职事项清单")
        .paragraph("2025年7月")
        .paragraph("镇街配合履职事项清单")
        .table({"序号|事项名称|关联镇街|本部门职责|镇街配合职责",
                "1|道路交通安全|枫落坪乡、鹿鸣溪镇|1.执法。↵2.宣传。|1.劝导。"})
        .paragraph("本部门收回事项清单")
        .table({"序号|事项名称|关联镇街|工作方式", "1|犬只管理|枫落坪乡|1.由县公安局实施。"});
    return draft;
}

TEST(DepartmentList, IsReadLikeATownships) {
    SimpleDraft draft = department_list();
    const auto result = recognised(draft);
    EXPECT_FALSE(result.warns());
    const Document& document = result.document;
    EXPECT_EQ(document.unit, (Unit{"东岚省", "景泽市", "云川县", "", "云川县公安局"}));
    EXPECT_EQ(document.title, "部门履职事项清单");
    EXPECT_EQ(document.period.iso(), "2025-07");
    ASSERT_EQ(document.lists.size(), 2u);
    EXPECT_EQ(document.lists[0].kind, ListKind::cooperative);
    EXPECT_EQ(result.roles(0), "number name townships superior_duties township_duties");
    EXPECT_EQ(document.lists[1].kind, ListKind::recalled);
    EXPECT_EQ(result.roles(1), "number name townships handover_method");
    EXPECT_EQ(result.row(1, 0), "1|犬只管理|枫落坪乡|1.由县公安局实施。");
    EXPECT_EQ(document.lists[0].items[0].cells[3].blocks.size(), 2u);
    EXPECT_EQ(document.lists[1].items[0].cells[3].blocks.size(), 1u);
}

TEST(DepartmentList, NamesItsTownships) {
    DutyList list;
    list.columns = {{CellRole::townships, "关联镇街"}};
    Item item;
    item.cells.resize(1);
    item.cells[0].text = "枫落坪乡、鹿鸣溪镇，石梁塘街道；杏林里镇\n青石乡";
    EXPECT_EQ(named_townships(list, item),
              (std::vector<std::string_view>{"枫落坪乡", "鹿鸣溪镇", "石梁塘街道", "杏林里镇",
                                             "青石乡"}));
    EXPECT_TRUE(named_townships({}, item).empty());
}

TEST(DepartmentList, MayNameTheDepartmentInItsTitlesAlone) {
    SimpleDraft draft;
    draft.paragraph("云川县公安局镇街配合履职事项清单（2025年7月）")
        .table({"序号|事项名称|关联镇街|本部门职责|镇街配合职责", "1|巡逻|枫落坪乡|1.甲。|1.乙。"});
    const auto result = recognised(draft);
    EXPECT_FALSE(result.warns());
    EXPECT_EQ(result.document.unit.department, "云川县公安局");
    EXPECT_EQ(result.document.period.iso(), "2025-07");
}

TEST(DepartmentList, WithoutItsTownshipsIsMissingThatColumn) {
    SimpleDraft draft;
    draft.paragraph("云川县公安局镇街配合履职事项清单")
        .table({"序号|事项名称|本部门职责|镇街配合职责", "1|巡逻|1.甲。|1.乙。"});
    const auto result = recognised(draft);
    ASSERT_EQ(result.diagnostics.count(Code::column_missing), 1u);
    for (const Diagnostic& diagnostic : result.diagnostics.entries()) {
        if (diagnostic.code != Code::column_missing) continue;
        EXPECT_EQ(*diagnostic.arguments.at(1).text(), "关联镇街");
    }
}

TEST(DepartmentList, BesideADepartmentColumnTownshipsAreAnExtraOfATownshipsList) {
    SimpleDraft draft;
    draft.paragraph("云川县枫落坪乡配合履职事项清单")
        .table({"序号|事项类别|事项名称|对应上级部门|上级部门职责|乡镇配合职责|关联镇街",
                "1|平安|巡逻|县公安局|1.甲。|1.乙。|枫落坪乡"});
    const auto result = recognised(draft);
    EXPECT_FALSE(result.warns());
    EXPECT_EQ(result.roles(0),
              "number category name departments superior_duties township_duties extra");
    EXPECT_EQ(result.document.unit.township, "枫落坪乡");
}

TEST(DepartmentList, OfTwoDepartmentsInOneFileIsRefused) {
    SimpleDraft draft;
    for (const char* department : {"云川县公安局", "云川县教育局"}) {
        draft.paragraph(std::string(department) + "镇街配合履职事项清单")
            .table({"序号|事项名称|关联镇街|本部门职责|镇街配合职责",
                    "1|巡逻|枫落坪乡|1.甲。|1.乙。"});
    }
    try {
        recognised(draft);
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::unit_several);
    }
}

TEST(DepartmentList, OffersItsUnitFromACover) {
    SimpleDraft draft;
    draft
        .table({"部门履职事项清单", "部门全称|东岚省景泽市云川县公安局", "所属年月|2025年7月"},
               "封面")
        .table({"本部门收回事项清单", "序号|事项名称|关联镇街|工作方式", "1|甲|枫落坪乡|1.乙。"},
               "本部门收回事项清单");
    const auto result = recognised(draft);
    EXPECT_FALSE(result.diagnostics.has(Severity::warning));
    EXPECT_EQ(result.document.unit.full_name(), "东岚省景泽市云川县公安局");
    EXPECT_EQ(result.document.period.iso(), "2025-07");
}

}  // namespace
}  // namespace dutylist
