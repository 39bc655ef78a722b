#include "exporters/spreadsheet/workbook_writer.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "exporters/spreadsheet/excel_text.h"
#include "exporters/spreadsheet/header_footer.h"
#include "exporters/spreadsheet/sheet_names.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/atomic_file.h"

namespace dutylist::spreadsheet {
namespace {

namespace fs = std::filesystem;

class WorkbookWriter : public testing::Test {
protected:
    WorkbookWriter() {
        folder_ = fs::temp_directory_path() /
                  ("dutylist-workbook-" + std::to_string(::getpid()) + "-" +
                   testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::create_directories(folder_);
    }
    ~WorkbookWriter() override { fs::remove_all(folder_); }

    fs::path write(const std::string& name, bool constant_memory = false) {
        fs::path file = folder_ / name;
        write_atomically(file, [&](Sink& sink) { write_to(sink, name, constant_memory); });
        return file;
    }

    static void write_to(Sink& sink, const std::string& name, bool constant_memory) {
        Workbook book(sink, {.shown_name = name,
                             .timestamp = 1751328000,
                             .constant_memory = constant_memory,
                             .title = "清单"});
        const Format head = book.format({.bold = true, .border = true});
        Sheet& sheet = book.add_sheet("数据");
        sheet.row_height(0, 24);
        sheet.merged({0, 0, 0, 1}, "标题", head);
        for (std::uint32_t row = 1; row <= 30; ++row) {
            sheet.text(row, 0, "=A" + std::to_string(row), head);
            sheet.number(row, 1, row);
        }
        sheet.insert_chart(1, 4,
                           {.series = {{.name = "项",
                                        .sheet = sheet.name(),
                                        .categories = {1, 0, 30, 0},
                                        .values = {1, 1, 30, 1}}}});
        book.define_name("数据_范围", sheet.name(), {1, 0, 30, 1});
        book.close();
    }

    static std::string bytes(const fs::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    fs::path folder_;
    MemorySink sink_{"a.xlsx"};
};

TEST_F(WorkbookWriter, RichTextOfAnyNumberOfStretchesIsWritten) {
    Workbook book(sink_, {.shown_name = "rich.xlsx"});
    const Format plain = book.format({});
    const Format struck = book.format({.strike_through = true, .color = 0xA01515});
    Sheet& sheet = book.add_sheet("数据");
    sheet.rich_text(0, 0, std::vector<Sheet::Stretch>{}, plain);
    sheet.rich_text(1, 0, std::vector<Sheet::Stretch>{{"", plain}, {"删", struck}}, plain);
    sheet.rich_text(
        2, 0, std::vector<Sheet::Stretch>{{"留 ", plain}, {"删", struck}, {"\n留", plain}}, plain);
    EXPECT_NO_THROW(book.close());
    EXPECT_EQ(sheet.content().cells.cells(), 3u);
}

TEST_F(WorkbookWriter, SameInputGivesSameBytes) {
    EXPECT_EQ(bytes(write("a.xlsx")), bytes(write("b.xlsx")));
    EXPECT_EQ(bytes(write("a.xlsx", true)), bytes(write("b.xlsx", true)));
}

TEST_F(WorkbookWriter, GivesMemoryTheBytesOfTheFile) {
    const std::string file = bytes(write("a.xlsx"));
    write_to(sink_, "a.xlsx", false);
    EXPECT_EQ(sink_.bytes(), file);
}

TEST_F(WorkbookWriter, LeavesNothingButTheFile) {
    write("a.xlsx", true);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);
}

TEST_F(WorkbookWriter, WritesNothingWithoutClose) {
    {
        Workbook book(sink_, {.shown_name = "a.xlsx", .timestamp = 1});
        book.add_sheet("一").text(0, 0, "字");
    }
    EXPECT_EQ(sink_.size(), 0u);
}

TEST_F(WorkbookWriter, EqualFormatsAreOne) {
    Workbook book(sink_, {.shown_name = "a.xlsx", .timestamp = 1});
    EXPECT_EQ(book.format({.bold = true}), book.format({.bold = true}));
    EXPECT_NE(book.format({.bold = true}), book.format({.size = 12, .bold = true}));
}

TEST_F(WorkbookWriter, RefusesATextThatNoCellHolds) {
    Workbook book(sink_, {.shown_name = "a.xlsx", .timestamp = 1});
    Sheet& sheet = book.add_sheet("一");
    const auto refusal_of = [&](const std::string& text) {
        try {
            sheet.text(0, 0, text);
        } catch (const JobError& error) {
            return error.diagnostic().code;
        }
        return Code::internal_failure;
    };
    EXPECT_EQ(refusal_of(std::string(32'768, 'a')), Code::workbook_cell_too_long);
    EXPECT_EQ(refusal_of(std::string(254, '\n')), Code::workbook_cell_too_long);
    // 16,384 characters beyond the basic plane are 32,768 UTF-16 units.
    std::string emoji;
    for (int i = 0; i < 16'384; ++i) emoji += "😀";
    EXPECT_EQ(refusal_of(emoji), Code::workbook_cell_too_long);
}

TEST_F(WorkbookWriter, RefusesRowsOutOfOrderAndRowsTooHigh) {
    Workbook book(sink_, {.shown_name = "a.xlsx", .timestamp = 1});
    Sheet& sheet = book.add_sheet("一");
    sheet.text(3, 0, "字");
    EXPECT_THROW(sheet.text(2, 0, "字"), JobError);
    EXPECT_THROW(sheet.row_height(4, 410), JobError);
}

TEST_F(WorkbookWriter, ADropDownOfManyEntriesRefersToARange) {
    Workbook book(sink_, {.shown_name = "a.xlsx", .timestamp = 1});
    Sheet& sheet = book.add_sheet("一");
    for (std::uint32_t row = 0; row < 200; ++row) sheet.text(row, 0, "很长的部门名称农业农村局");
    sheet.drop_down(
        {.cells = {0, 1, 9, 1}, .source = Workbook::reference(sheet.name(), {0, 0, 199, 0})});
    EXPECT_NO_THROW(book.close());
}

TEST(SheetNames, AreMadeUsableAndUnique) {
    EXPECT_EQ(usable_sheet_name("基本/配合:[1]", {}), "基本／配合：［1］");
    EXPECT_EQ(usable_sheet_name("'a'", {}), "a");
    EXPECT_EQ(usable_sheet_name("", {}), "Sheet");
    EXPECT_EQ(usable_sheet_name("History", {}), "History_");
    EXPECT_EQ(usable_sheet_name("ABC", {"abc"}), "ABC(2)");
    const std::string longest(31, 'x');
    EXPECT_EQ(usable_sheet_name(longest + "y", {}), longest);
    EXPECT_EQ(usable_sheet_name(longest, {longest}), std::string(28, 'x') + "(2)");
}

TEST(SheetNames, DefinedNamesAreNoAddresses) {
    EXPECT_EQ(usable_defined_name("基本 清单"), "基本_清单");
    EXPECT_EQ(usable_defined_name("A1"), "_A1");
    EXPECT_EQ(usable_defined_name("1月"), "_1月");
}

TEST(CellText, EscapesWhatExcelWouldDecode) {
    std::string text;
    append_escaped(text, "a_x0041_b _x00G1_ _x0041");
    EXPECT_EQ(text, "a_x005F_x0041_b _x00G1_ _x0041");
}

TEST(CellText, PiecesFitAndJoinToTheText) {
    std::string text;
    for (int i = 0; i < 700; ++i) text += "第" + std::to_string(i) + "行\n";
    text += std::string(70'000, 'x');
    std::string joined;
    for (const std::string_view piece : cell_pieces(text)) {
        EXPECT_TRUE(fits_in_cell(piece));
        joined += piece;
    }
    std::erase(text, '\n');
    std::erase(joined, '\n');
    EXPECT_EQ(joined, text);
}

TEST(CellText, FitsUpToTheLimitOfExcelInUtf16Units) {
    EXPECT_TRUE(fits_in_cell(std::string(32'767, 'x')));
    EXPECT_FALSE(fits_in_cell(std::string(32'768, 'x')));
}

TEST(HeaderFooter, EscapesAndStaysWithinTheLimit) {
    EXPECT_EQ(
        header_footer_code({.center = "A&B 第{page}页 共{pages}页", .font = "宋体", .size = 9}),
        "&C&\"宋体\"&9 A&&B 第&P页 共&N页");
    std::string much;
    for (int i = 0; i < 300; ++i) much += "字";
    const std::string code = header_footer_code({.left = much, .right = much});
    EXPECT_LE(code.size(), 255u * 3);
    EXPECT_NE(code.find("…"), std::string::npos);
}

}  // namespace
}  // namespace dutylist::spreadsheet
