#include "exporters/workbook/row_layout.h"

#include <gtest/gtest.h>

#include "exporters/spreadsheet/workbook_writer.h"
#include "exporters/workbook/cell_display.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

std::string repeated(const std::string& text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
}

Cell cell(std::string text) {
    Cell result;
    result.text = std::move(text);
    return result;
}

class RowLayoutTest : public testing::Test {
protected:
    RowLayoutTest() : settings_(read_workbook_template(TemplateStore())) {
        list_.kind = ListKind::basic;
        list_.columns = {{CellRole::number, "序号"},
                         {CellRole::category, "事项类别"},
                         {CellRole::name, "事项名称"}};
    }

    // The rows of one item of this name.
    std::vector<RowPart> rows_of(const std::string& name) {
        Item item;
        item.number = 12;
        item.cells = {cell("12"), cell("党的建设"), cell(name)};
        list_.items = {item};
        plan_ = plan_columns(list_, settings_.list(ListKind::basic), settings_.rows,
                             settings_.styles, 680);
        RowLayout layout(plan_, settings_.rows, settings_.styles.body.size);
        std::vector<RowPart> rows = layout.lay_out(list_.items[0]);
        rows.resize(layout.row_count());
        size_ = layout.font_size();
        return rows;
    }

    WorkbookTemplate settings_;
    DutyList list_;
    ColumnPlan plan_;
    double size_ = 0;
};

TEST_F(RowLayoutTest, AShortItemHasTheTemplatesLeastHeight) {
    const std::vector<RowPart> rows = rows_of("做好宣传工作");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].height, settings_.rows.minimum_height);
}

TEST_F(RowLayoutTest, ARowALittleTooHighShrinksItsFont) {
    // Widening is tried first; with it forbidden, the font has to give.
    settings_.rows.widen_percent = 0;
    settings_.rows.font_floor = 7;
    const std::vector<RowPart> rows = rows_of(repeated("做好宣传工作\n", 30) + "完");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_LT(size_, settings_.styles.body.size);
    EXPECT_LE(rows[0].height, spreadsheet::maximum_row_height);
}

TEST_F(RowLayoutTest, AnItemThatNoRowHoldsContinuesWithNumberAndCategory) {
    const std::string name = repeated("组织开展宣传教育活动，落实各项工作要求；\n", 90) + "完。";
    const std::vector<RowPart> rows = rows_of(name);
    ASSERT_GT(rows.size(), 2u);
    std::string joined;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_LE(rows[i].height, spreadsheet::maximum_row_height);
        EXPECT_EQ(rows[i].texts[0], i == 0 ? "12" : "12（续）");
        EXPECT_EQ(rows[i].texts[1], "党的建设");
        joined += (i == 0 ? "" : "\n") + rows[i].texts[2];
    }
    EXPECT_EQ(joined, name);
}

TEST_F(RowLayoutTest, OneParagraphHigherThanARowIsCutAfterAClause) {
    const std::string name = repeated("组织开展宣传教育活动，落实各项工作要求；", 120);
    const std::vector<RowPart> rows = rows_of(name);
    ASSERT_GT(rows.size(), 1u);
    std::string joined;
    for (const RowPart& row : rows) {
        EXPECT_TRUE(row.texts[2].ends_with("；"));
        joined += row.texts[2];
    }
    EXPECT_EQ(joined, name);
}

TEST_F(RowLayoutTest, TextsBeyondExcelsCellLimitsContinue) {
    for (const std::string& name : {repeated("字", 40'000), repeated("字\n", 300) + "完",
                                    repeated("😀", 20'000), repeated("w", 40'000)}) {
        std::string joined;
        for (const RowPart& row : rows_of(name)) {
            EXPECT_LE(row.height, spreadsheet::maximum_row_height);
            joined += without_white_space(row.texts[2]);
        }
        EXPECT_EQ(joined, without_white_space(name));
    }
}

TEST_F(RowLayoutTest, ColumnsThatBreakAnywayGiveSpaceToTheHighOnes) {
    list_.kind = ListKind::cooperative;
    list_.columns = {{CellRole::name, "事项名称"}, {CellRole::superior_duties, "上级部门职责"}};
    Item item;
    item.cells = {cell(repeated("做好宣传工作", 5)), cell(repeated("落实各项工作要求；", 57))};
    list_.items.assign(20, item);
    const ListTemplate& settings = settings_.list(ListKind::cooperative);
    const ColumnPlan plan = plan_columns(list_, settings, settings_.rows, settings_.styles, 1000);
    EXPECT_LT(plan.columns[0].pixels, *plan.columns[0].settings->maximum * 8);
    EXPECT_NEAR(plan.total_pixels(), 1000, 1);
    // Where the name is what makes the row high, it keeps its space.
    for (Item& each : list_.items) each.cells[1] = cell("落实要求");
    const ColumnPlan other = plan_columns(list_, settings, settings_.rows, settings_.styles, 1000);
    EXPECT_EQ(other.columns[0].pixels, *other.columns[0].settings->maximum * 8);
}

TEST(CellDisplay, PutsEveryBlockOnALineOfItsOwn) {
    Cell duties = cell("县农业农村局： 1.负责甲；2.负责乙。\n三、其他");
    const auto add = [&](BlockKind kind, std::string_view text) {
        const auto begin = static_cast<std::uint32_t>(duties.text.find(text));
        duties.blocks.push_back({kind,
                                 false,
                                 {begin, begin},
                                 {begin, begin + static_cast<std::uint32_t>(text.size())}});
    };
    add(BlockKind::department, "县农业农村局：");
    add(BlockKind::clause, "1.负责甲；");
    add(BlockKind::clause, "2.负责乙。");
    add(BlockKind::section, "三、其他");
    std::string shown;
    show_cell(duties, shown);
    EXPECT_EQ(shown, "县农业农村局：\n1.负责甲；\n2.负责乙。\n三、其他");
}

}  // namespace
}  // namespace dutylist
