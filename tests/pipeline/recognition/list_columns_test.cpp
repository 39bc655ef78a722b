#include "pipeline/recognition/list_columns.h"

#include <gtest/gtest.h>

namespace dutylist {
namespace {

const Column number{CellRole::number, "序号"};
const Column name{CellRole::name, "事项名称"};
const Column remark{CellRole::extra, "备注"};
const Column margin{CellRole::extra, ""};

std::vector<std::string> heads(const std::vector<Column>& columns) {
    std::vector<std::string> heads;
    for (const Column& column : columns) heads.push_back(column.head);
    return heads;
}

std::vector<std::size_t> continued(const std::vector<Column>& known,
                                   const std::vector<Column>& columns) {
    return continued_columns(known, heads(known), columns, heads(columns));
}

DutyList list_of(const std::vector<Column>& columns,
                 const std::vector<std::vector<std::string>>& rows) {
    DutyList list;
    list.columns = columns;
    for (const std::vector<std::string>& row : rows) {
        Item& item = list.items.emplace_back();
        for (const std::string& text : row) item.cells.emplace_back().text = text;
    }
    return list;
}

std::string first_row(const DutyList& list) {
    std::string row;
    for (const Cell& cell : list.items.front().cells) row += cell.text + "|";
    return row;
}

TEST(ListColumns, AreContinuedByHeadAndElseByRole) {
    const Column other_name{CellRole::name, "配合事项"};
    EXPECT_EQ(continued({number, other_name, name}, {name, number, {CellRole::name, "事项"}}),
              (std::vector<std::size_t>{2, 0, 1}));
}

TEST(ListColumns, OfNoRoleAreContinuedByHeadOnlyAndOnceEach) {
    EXPECT_EQ(continued({number, remark}, {remark, remark, {CellRole::extra, "说明"}}),
              (std::vector<std::size_t>{1, 2, 2}));
}

TEST(ListColumns, WithoutTextAreDroppedWhereTheySayNothing) {
    DutyList list = list_of({margin, number, name, name, remark}, {{"", "1", "甲", "", ""}});
    EXPECT_EQ(drop_unused_columns(list), (std::vector<Column>{name, margin}));
    EXPECT_EQ(list.columns, (std::vector<Column>{number, name, remark}));
    EXPECT_EQ(first_row(list), "1|甲||");
}

TEST(ListColumns, WithTextStay) {
    DutyList list = list_of({margin, name, name}, {{"", "甲", ""}, {"旁注", "乙", "丙"}});
    EXPECT_TRUE(drop_unused_columns(list).empty());
    EXPECT_EQ(list.columns.size(), 3u);
}

}  // namespace
}  // namespace dutylist
