#include "pipeline/analysis/analyse.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"

using namespace dutylist;

namespace {

const Unit unit{"", "青岚回族自治州", "云川县", "新禾乡"};

Document cooperative(const std::string& departments, const std::string& duties) {
    Document document;
    document.unit = unit;
    DutyList list;
    list.kind = ListKind::cooperative;
    list.columns = {{CellRole::number, "序号"},
                    {CellRole::departments, "对应上级部门"},
                    {CellRole::superior_duties, "上级部门职责"}};
    Item item;
    for (const std::string& text : {std::string("1"), departments, duties}) {
        Cell cell;
        cell.text = text;
        item.cells.push_back(cell);
    }
    list.items.push_back(item);
    document.lists.push_back(list);
    Diagnostics diagnostics;
    analyse(document, diagnostics);
    return document;
}

Document recalled(std::vector<Column> columns, const std::vector<std::string>& texts,
                  Diagnostics& diagnostics) {
    Document document;
    document.unit = unit;
    DutyList list;
    list.kind = ListKind::recalled;
    list.columns = std::move(columns);
    Item item;
    for (const std::string& text : texts) {
        Cell cell;
        cell.text = text;
        item.cells.push_back(cell);
    }
    list.items.push_back(item);
    document.lists.push_back(list);
    analyse(document, diagnostics);
    return document;
}

Document recalled(const std::string& text) {
    Diagnostics diagnostics;
    return recalled({{CellRole::handover, "承接部门及工作方式"}}, {text}, diagnostics);
}

// "department=method/method", one hand-over a line.
std::string handovers(const Document& document) {
    std::string lines;
    for (const Handover& handover : document.lists[0].items[0].handovers) {
        const auto& cells = document.lists[0].items[0].cells;
        lines += cells[handover.department_cell].view(handover.department);
        lines += '=';
        const Cell& method = cells[handover.method_cell];
        for (std::uint32_t i = handover.method_begin; i < handover.method_end; ++i) {
            lines += i > handover.method_begin ? "/" : "";
            lines += method.view(method.blocks[i].text);
        }
        lines += '\n';
    }
    return lines;
}

// The departments of each point: "0,1 - 2" for a point of two, a shared one, one of the third.
std::string points(const std::string& departments, const std::string& duties) {
    const Document document = cooperative(departments, duties);
    std::string line;
    for (const Point& point :
         superior_points(document.lists[0], document.lists[0].items[0], document.unit)) {
        if (!line.empty()) line += ' ';
        if (point.departments.empty()) line += '-';
        for (std::size_t i = 0; i < point.departments.size(); ++i)
            line += (i > 0 ? "," : "") + std::to_string(point.departments[i]);
    }
    return line;
}

}  // namespace

TEST(SuperiorPoints, BelongToTheHeadingAboveThem) {
    EXPECT_EQ(points("云川县水利局、云川县公安局", "县水利局 1.甲； 2.乙。 县公安局 丙。"),
              "0 0 1");
}

TEST(SuperiorPoints, BelongToTheDepartmentsTheyBeginWith) {
    EXPECT_EQ(
        points("云川县水利局、云川县公安局", "1.县公安局负责甲； 2.县水利局、县公安局乙； 3.丙。"),
        "1 0,1 -");
}

TEST(SuperiorPoints, BelongToTheOnlyDepartment) {
    EXPECT_EQ(points("云川县水利局", "1.甲； 2.乙。"), "0 0");
}

TEST(SuperiorPoints, AreSharedWhereOthersAreMeant) {
    EXPECT_EQ(points("云川县水利局及其他有关部门", "1.甲； 2.县水利局乙。"), "- 0");
}

TEST(SuperiorPoints, DoNotBelongToTwoLettersThatBeginAnotherWord) {
    EXPECT_EQ(points("云川县人大、云川县政协", "1.人大代表视察； 2.县人大组织视察。"), "- 0");
}

TEST(SuperiorPoints, PreferTheLongestName) {
    EXPECT_EQ(points("云川县公安局、云川县公安局交警大队", "1.县公安局交警大队负责甲。"), "1");
}

TEST(SuperiorPoints, AreNoHeadings) {
    EXPECT_EQ(points("云川县水利局", "一、使用 1.甲； 二、回收 1.乙。"), "0 0");
}

TEST(Handovers, AreADepartmentAColonAndAMethod) {
    EXPECT_EQ(handovers(recalled("云川县民政局： 收养登记。")), "云川县民政局=收养登记。\n");
    EXPECT_EQ(handovers(recalled("云川县民政局:1.甲；2.乙。")), "云川县民政局=甲；/乙。\n");
}

TEST(Handovers, MayBeSeveralInOneCell) {
    EXPECT_EQ(handovers(recalled("云川县民政局： 核实。 云川县公安局：\n处罚。")),
              "云川县民政局=核实。\n云川县公安局=处罚。\n");
}

TEST(Handovers, OfJointDepartmentsShareTheMethod) {
    EXPECT_EQ(handovers(recalled("云川县民政局、云川县公安局：核实。")),
              "云川县民政局=核实。\n云川县公安局=核实。\n");
}

TEST(Handovers, TakeNoColonOfAMethodForADepartment) {
    EXPECT_EQ(handovers(recalled("云川县民政局：按以下办理。 工作方式：上门核实。 时限：5日。")),
              "云川县民政局=按以下办理。 工作方式：上门核实。 时限：5日。\n");
}

TEST(Handovers, WithoutADepartmentAreReported) {
    Diagnostics diagnostics;
    const Document document =
        recalled({{CellRole::handover, "承接部门及工作方式"}}, {"收养登记。"}, diagnostics);
    EXPECT_EQ(handovers(document), "");
    EXPECT_EQ(diagnostics.count(Code::handover_without_department), 1U);
}

TEST(Handovers, MayStandInTwoColumns) {
    Diagnostics diagnostics;
    EXPECT_EQ(handovers(recalled({{CellRole::handover_department, "承接部门"},
                                  {CellRole::handover_method, "工作方式"}},
                                 {"云川县民政局、云川县公安局", "1.核实； 2.处罚。"}, diagnostics)),
              "云川县民政局=核实；/处罚。\n云川县公安局=核实；/处罚。\n");
    EXPECT_EQ(
        handovers(recalled(
            {{CellRole::handover_department, "承接部门"}, {CellRole::handover_method, "工作方式"}},
            {"云川县民政局\n云川县公安局", "县民政局 核实。 县公安局 处罚。"}, diagnostics)),
        "云川县民政局=核实。\n云川县公安局=处罚。\n");
}

TEST(Analyse, GivesTheSameMeaningTwice) {
    Document document = cooperative("云川县水利局、云川县公安局", "县水利局 1.甲； 2.乙。");
    const Document once = document;
    Diagnostics diagnostics;
    analyse(document, diagnostics);
    EXPECT_EQ(document, once);
}
