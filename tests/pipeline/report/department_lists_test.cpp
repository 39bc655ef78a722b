#include "pipeline/report/department_lists.h"

#include <map>

#include <gtest/gtest.h>

#include "pipeline/analysis/analyse.h"
#include "pipeline/compare/item_view.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/statistics/statistics.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/document_builder.h"

namespace dutylist {
namespace {

using test::DocumentBuilder;

class DepartmentLists : public testing::Test {
protected:
    void add(const DocumentBuilder& builder) {
        Document document = builder.build();
        Diagnostics ignored;
        analyse(document, ignored);
        request_.units.push_back({document.unit, {document.period.iso()}});
        documents_.push_back(std::move(document));
    }

    std::vector<Document> build(const std::optional<std::string>& department = {}) {
        request_.period = {2025, 7, ""};
        request_.dictionary = &dictionary_;
        request_.texts = &texts_;
        diagnostics_ = {};
        return build_department_lists(
            request_, department,
            [&](const ReportUnit& unit, const std::string&) {
                return *std::find_if(documents_.begin(), documents_.end(),
                                     [&](const Document& d) { return d.unit == unit.unit; });
            },
            diagnostics_);
    }

    // The cells of an item joined by |.
    static std::string row(const Document& document, std::size_t list, std::size_t item) {
        std::string joined;
        for (const Cell& cell : document.lists.at(list).items.at(item).cells)
            joined += (joined.empty() ? "" : "|") + cell.text;
        return joined;
    }

    const TemplateStore templates_;
    const DepartmentListTemplate texts_ = read_department_list_template(templates_);
    DepartmentDictionary dictionary_;
    DepartmentListsRequest request_;
    std::vector<Document> documents_;
    Diagnostics diagnostics_;
};

DocumentBuilder township(const std::string& name) { return {name, 2025, 7}; }

TEST_F(DepartmentLists, JoinEqualItemsAndNameTheirTownships) {
    for (const char* name : {"清河乡", "白水镇"})
        add(township(name).cooperative("平安", "巡逻防控", "县公安局", "1.巡逻。", "1.协助。"));
    const std::vector<Document> lists = build();
    ASSERT_EQ(lists.size(), 1u);
    EXPECT_EQ(lists[0].unit.department, "云溪县公安局");
    EXPECT_EQ(lists[0].unit.county, "云溪县");
    EXPECT_EQ(lists[0].title, "部门履职事项清单");
    EXPECT_EQ(lists[0].lists[0].title, "云溪县公安局镇街配合履职事项清单");
    ASSERT_EQ(lists[0].item_count(), 1u);
    EXPECT_EQ(row(lists[0], 0, 0), "1|巡逻防控|清河乡、白水镇|1.巡逻。|1.协助。");
    EXPECT_FALSE(diagnostics_.has(Severity::warning));
}

TEST_F(DepartmentLists, KeepDifferingWordingApartOneBelowTheOtherAndTellIt) {
    add(township("清河乡")
            .cooperative("平安", "巡逻防控", "县公安局", "1.巡逻。", "1.协助。")
            .cooperative("平安", "禁毒", "县公安局", "1.查处。", "1.宣传。"));
    add(township("白水镇").cooperative("平安", "巡逻防控", "县公安局", "1.巡逻。", "1.配合。"));
    const Document list = build().at(0);
    EXPECT_EQ(row(list, 0, 0), "1|巡逻防控|清河乡|1.巡逻。|1.协助。");
    EXPECT_EQ(row(list, 0, 1), "2|巡逻防控|白水镇|1.巡逻。|1.配合。");
    EXPECT_EQ(row(list, 0, 2), "3|禁毒|清河乡|1.查处。|1.宣传。");
    ASSERT_EQ(diagnostics_.count(Code::department_wording_differs), 1u);
    EXPECT_EQ(diagnostics_.entries().front().message(Language::chinese),
              "云溪县公安局：事项“巡逻防控”在各镇街的文字不同，有 2 种写法（序号 "
              "1、2），未合并；如本应相同，请改正镇街清单后重新生成。");
}

TEST_F(DepartmentLists, LikeNamesStandOneBelowTheOther) {
    add(township("清河乡")
            .cooperative("平安", "开展校园周边治安巡逻防控", "县公安局", "1.甲。", "1.乙。")
            .cooperative("平安", "禁毒", "县公安局", "1.甲。", "1.乙。"));
    add(township("白水镇").cooperative("平安", "开展校园周边治安巡逻防控工作", "县公安局", "1.甲。",
                                       "1.乙。"));
    const Document list = build().at(0);
    EXPECT_EQ(row(list, 0, 1), "2|开展校园周边治安巡逻防控工作|白水镇|1.甲。|1.乙。");
    EXPECT_EQ(diagnostics_.count(Code::department_wording_differs), 1u);
}

TEST_F(DepartmentLists, GiveEachDepartmentItsOwnDutiesOfAJointItem) {
    add(township("清河乡").cooperative("社会", "校外培训监管", "县教育局、县公安局",
                                       "县教育局：\n1.审批；\n2.监管。\n县公安局：\n1.消防。",
                                       "1.排查。"));
    const std::vector<Document> lists = build();
    ASSERT_EQ(lists.size(), 2u);
    EXPECT_EQ(row(lists[0], 0, 0), "1|校外培训监管|清河乡|县教育局：\n1.审批；\n2.监管。|1.排查。");
    EXPECT_EQ(row(lists[1], 0, 0), "1|校外培训监管|清河乡|县公安局：\n1.消防。|1.排查。");
}

TEST_F(DepartmentLists, KeepWhatIsEverybodysAndTellWhereADepartmentHasNothing) {
    add(township("清河乡")
            .cooperative("社会", "联合检查", "县教育局、县公安局", "1.共同检查。", "1.排查。")
            .cooperative("社会", "宣传", "县教育局、县公安局", "县教育局：\n1.宣传。", "1.张贴。"));
    const std::vector<Document> lists = build();
    EXPECT_EQ(row(lists[0], 0, 0), "1|联合检查|清河乡|1.共同检查。|1.排查。");
    EXPECT_EQ(row(lists[1], 0, 0), row(lists[0], 0, 0));
    EXPECT_EQ(row(lists[1], 0, 1), "2|宣传|清河乡||1.张贴。");
    EXPECT_EQ(diagnostics_.count(Code::department_duties_missing), 1u);
}

TEST_F(DepartmentLists, KeepAPointOfOthersThatNamesTheDepartment) {
    add(township("清河乡").cooperative("社会", "非法集资处置", "县教育局、县公安局",
                                       "县教育局牵头处置；县公安局立案侦查。", "1.排查。"));
    EXPECT_EQ(row(build("县公安局").at(0), 0, 0),
              "1|非法集资处置|清河乡|县教育局牵头处置；县公安局立案侦查。|1.排查。");
    EXPECT_FALSE(diagnostics_.has(Severity::warning));
}

TEST_F(DepartmentLists, TakeBackWhatWasRecalledWithItsMethod) {
    add(township("清河乡").recalled("平安", "犬只管理", "县公安局", "由县公安局实施。"));
    const Document list = build().at(0);
    ASSERT_EQ(list.lists.size(), 1u);
    EXPECT_EQ(list.lists[0].kind, ListKind::recalled);
    EXPECT_EQ(row(list, 0, 0), "1|犬只管理|清河乡|由县公安局实施。");
}

TEST_F(DepartmentLists, AnItemThatATownshipHasTwiceStandsTwice) {
    for (const char* name : {"清河乡", "白水镇"}) {
        add(township(name)
                .cooperative("平安", "巡逻", "县公安局", "1.甲。", "1.乙。")
                .cooperative("平安", "巡逻", "县公安局", "1.甲。", "1.乙。"));
    }
    const Document list = build().at(0);
    EXPECT_EQ(list.item_count(), 2u);
    EXPECT_EQ(row(list, 0, 1), "2|巡逻|清河乡、白水镇|1.甲。|1.乙。");
    EXPECT_EQ(diagnostics_.count(Code::department_wording_differs), 0u);
}

TEST_F(DepartmentLists, TellItemsThatNameNoDepartmentAndColumnsThatAreNotTaken) {
    DocumentBuilder builder = township("清河乡");
    builder.cooperative("平安", "巡逻", "县公安局", "1.甲。", "1.乙。")
        .cooperative("平安", "禁毒", "", "1.甲。", "1.乙。");
    Document document = builder.build();
    for (Item& item : document.lists[0].items) {
        item.cells.emplace_back();
        item.cells.back().text = "试行";
    }
    document.lists[0].columns.push_back({CellRole::extra, "备注"});
    Diagnostics ignored;
    analyse(document, ignored);
    request_.units.push_back({document.unit, {"2025-07"}});
    documents_.push_back(document);
    EXPECT_EQ(build().at(0).item_count(), 1u);
    EXPECT_EQ(diagnostics_.count(Code::department_items_unnamed), 1u);
    EXPECT_EQ(diagnostics_.count(Code::department_columns_left_out), 1u);
}

// Every department that an item names once, and every township that a row names once.
TEST_F(DepartmentLists, NameAsManyTownshipsAsTheTownshipsNameDepartments) {
    add(township("清河乡")
            .cooperative("甲", "巡逻", "县公安局", "1.甲。", "1.乙。")
            .cooperative("甲", "检查", "县公安局、县教育局、县民政局", "1.甲。", "1.乙。")
            .recalled("甲", "犬只管理", "县公安局", "实施。"));
    add(township("白水镇")
            .cooperative("甲", "巡逻", "县公安局", "1.甲。", "1.乙。")
            .cooperative("甲", "检查", "云溪县公安局、县教育局", "1.甲。", "1.丙。")
            .recalled("甲", "犬只管理", "县公安局", "实施。"));
    std::size_t mentions = 0;
    for (const Document& document : documents_) {
        for (const DutyList& list : document.lists) {
            for (const Item& item : list.items) mentions += printed_departments(list, item).size();
        }
    }
    std::size_t named = 0;
    for (const Document& list : build())
        named += compute_statistics(list, dictionary_).totals.township_mentions;
    EXPECT_EQ(mentions, 9u);
    EXPECT_EQ(named, mentions);
}

TEST_F(DepartmentLists, ResolveNamesAsTheDepartmentViewDoes) {
    add(DocumentBuilder("清河乡", 2025, 7, "云溪县")
            .cooperative("甲", "巡逻", "县公安局", "1.甲。", "1.乙。"));
    add(DocumentBuilder("白水镇", 2025, 7, "临溪县")
            .cooperative("甲", "巡逻", "县公安局", "1.甲。", "1.乙。"));
    EXPECT_EQ(build().size(), 2u);
    EXPECT_EQ(build("临溪县公安局").at(0).unit.department, "临溪县公安局");
    const auto code_of = [&](const char* name) {
        try {
            build(name);
        } catch (const JobError& error) {
            return error.diagnostic().code;
        }
        return Code::value_none;
    };
    EXPECT_EQ(code_of("公安局"), Code::report_department_several);
    EXPECT_EQ(code_of("县水务局"), Code::report_department_missing);
    try {
        build("临溪县公安分局");
    } catch (const JobError& error) {
        EXPECT_EQ(
            error.diagnostic().message(Language::chinese),
            "2025-07 的清单里没有部门“临溪县公安分局”的事项，请核对部门名称。是不是“临溪县公安"
            "局、云溪县公安局”？");
    }
    dictionary_.add("公安", "县公安局");
    ASSERT_EQ(build("县公安局").size(), 1u);
    EXPECT_EQ(build("公安").at(0).unit.county, "");
}

}  // namespace
}  // namespace dutylist
