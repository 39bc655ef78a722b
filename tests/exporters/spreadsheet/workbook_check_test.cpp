#include "exporters/spreadsheet/workbook_check.h"

#include <gtest/gtest.h>

#include "exporters/office_container/container_reader.h"
#include "exporters/spreadsheet/workbook_writer.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/zip_archive.h"

namespace dutylist::spreadsheet {
namespace {

using Parts = test::ArchiveParts;

// A workbook with a little of everything, its parts, and what was meant by it.
class WorkbookCheck : public testing::Test {
protected:
    WorkbookCheck() {
        MemorySink sink("a.xlsx");
        Workbook book(sink, {.timestamp = 1751328000, .title = "清单", .company = "杏林里街道"});
        write(book);
        meant_ = book.content();
        book.close();
        bytes_ = sink.take_bytes();
        const MemoryBytes file("a.xlsx", bytes_);
        const office_container::ContainerReader container(file);
        for (std::uint64_t index = 0; index < container.parts(); ++index) {
            std::string& text = parts_.emplace_back(container.name(index), "").second;
            container.read(index, [&](std::string_view piece) { text += piece; });
        }
    }

    static void write(Workbook& book) {
        const Format head = book.format({.font = "黑体", .bold = true, .border = true});
        const Format open = book.format({.background = 0xF2F2F2, .locked = false});
        Sheet& sheet = book.add_sheet("数据");
        sheet.row_height(0, 24);
        sheet.merged({0, 0, 0, 1}, "标题 & “表”", head);
        for (std::uint32_t row = 1; row <= 30; ++row) {
            sheet.text(row, 0, "第" + std::to_string(row) + "项", head);
            sheet.number(row, 1, row / 8.0, open);
        }
        sheet.formula(31, 1, "=SUM(B2:B31)", 58.125, head);
        sheet.autofilter({1, 0, 30, 1});
        sheet.repeat_rows(0, 0);
        sheet.print_area({0, 0, 31, 1});
        sheet.page_breaks({10, 20});
        sheet.drop_down({.cells = {1, 0, 30, 0}, .source = "=数据_范围"});
        sheet.color_where({1, 0, 30, 1}, "=$A2=\"第3项\"", 0xFFC000);
        sheet.protect();
        sheet.insert_chart(1, 4,
                           {.title = "各项",
                            .series = {{.name = "项",
                                        .sheet = sheet.name(),
                                        .categories = {1, 0, 30, 0},
                                        .values = {1, 1, 30, 1}}}});
        book.define_name("数据_范围", sheet.name(), {1, 0, 30, 1});
        book.add_sheet("目录").link(0, 0, sheet.name(), {0, 0, 0, 0}, "数据", head);
    }

    std::string& part(const std::string& name) {
        for (auto& [part_name, text] : parts_)
            if (part_name == name) return text;
        throw std::out_of_range(name);
    }

    static bool passes(const Parts& parts, const WorkbookContent& meant) {
        try {
            check_workbook(MemoryBytes("a.xlsx", test::make_archive(parts)), meant);
            return true;
        } catch (const JobError&) {
            return false;
        }
    }
    bool passes() const { return passes(parts_, meant_); }

    // Replaces one occurrence, which has to be there, for the length of one check.
    bool passes_with(const std::string& name, const std::string& from, const std::string& to) {
        std::string& text = part(name);
        const std::string before = text;
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << name << " has no " << from;
        if (at == std::string::npos) return true;
        text.replace(at, from.size(), to);
        const bool result = passes();
        text = before;
        return result;
    }

    std::string bytes_;
    Parts parts_;
    WorkbookContent meant_;
};

TEST_F(WorkbookCheck, PassesWhatWasMeant) {
    EXPECT_NO_THROW(check_workbook(MemoryBytes("a.xlsx", bytes_), meant_));
    EXPECT_TRUE(passes());
}

// What a write that fails leaves out is a buffer of stdio, 4096 bytes or less. Where texts, cells
// and what other parts are stand, not even a few words can be missing.
TEST_F(WorkbookCheck, FindsAPieceThatIsMissingInAnyPart) {
    for (auto& [name, text] : parts_) {
        const std::string whole = text;
        const bool is_drawn = name.starts_with("xl/charts/") || name.starts_with("xl/drawings/") ||
                              name.starts_with("xl/theme/");
        for (const std::size_t size : {64u, 512u, 4096u}) {
            if (is_drawn && size < 512) continue;
            for (std::size_t begin = 0; begin < whole.size(); begin += size) {
                text = whole.substr(0, begin) + whole.substr(std::min(begin + size, whole.size()));
                EXPECT_FALSE(passes()) << name << " without " << size << " bytes from " << begin;
            }
        }
        text = whole;
    }
}

TEST_F(WorkbookCheck, FindsAPartThatIsMissingOrTooMuch) {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        Parts fewer = parts_;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_FALSE(passes(fewer, meant_)) << parts_[i].first;
    }
    Parts more = parts_;
    more.emplace_back("xl/calcChain.xml", "<?xml version=\"1.0\"?>\n<calcChain/>");
    EXPECT_FALSE(passes(more, meant_));
}

TEST_F(WorkbookCheck, FindsCellsThatAreNotThoseThatWereWritten) {
    const std::string sheet = "xl/worksheets/sheet1.xml";
    EXPECT_FALSE(passes_with("xl/sharedStrings.xml", "第7项", "第8项"));
    EXPECT_FALSE(passes_with(sheet, "<v>0.125</v>", "<v>0.25</v>"));
    EXPECT_FALSE(passes_with(sheet, "SUM(B2:B31)", "SUM(B2:B30)"));
    EXPECT_FALSE(passes_with(sheet, "r=\"A12\"", "r=\"C12\""));
    EXPECT_FALSE(passes_with(sheet, "s=\"2\"", "s=\"77\""));
    // Two texts that changed places.
    std::string& strings = part("xl/sharedStrings.xml");
    const std::size_t third = strings.find("第3项");
    const std::size_t fourth = strings.find("第4项");
    std::swap(strings[third + 3], strings[fourth + 3]);
    EXPECT_FALSE(passes());
}

TEST_F(WorkbookCheck, FindsOtherSettingsNamesAndProperties) {
    const std::string sheet = "xl/worksheets/sheet1.xml";
    EXPECT_FALSE(passes_with(sheet, "<brk id=\"10\" max=\"16383\" man=\"1\"/>", ""));
    EXPECT_FALSE(passes_with(sheet, "<autoFilter ref=\"A2:B31\"/>", ""));
    EXPECT_FALSE(passes_with("xl/workbook.xml", "name=\"目录\"", "name=\"目次\""));
    EXPECT_FALSE(passes_with("docProps/app.xml", "<vt:lpstr>目录", "<vt:lpstr>目次"));
    EXPECT_FALSE(passes_with("docProps/app.xml", "杏林里街道", "杏林里镇"));
    EXPECT_FALSE(passes_with("docProps/core.xml", "清单", "名单"));
    EXPECT_FALSE(passes_with("docProps/core.xml", "2025-07-01", "2025-08-01"));
    EXPECT_FALSE(passes_with("xl/charts/chart1.xml", "各项", "各类"));
    EXPECT_FALSE(passes_with("xl/styles.xml", "fontId=\"1\"", "fontId=\"9\""));
    EXPECT_FALSE(
        passes_with("xl/worksheets/_rels/sheet1.xml.rels", "drawing1.xml", "drawing2.xml"));
    EXPECT_FALSE(passes_with("[Content_Types].xml", "/xl/styles.xml", "/xl/stiles.xml"));
}

TEST_F(WorkbookCheck, FindsACutAndADamagedFile) {
    const auto passes_as = [&](const std::string& bytes) {
        try {
            check_workbook(MemoryBytes("a.xlsx", bytes), meant_);
            return true;
        } catch (const JobError&) {
            return false;
        }
    };
    EXPECT_FALSE(passes_as(bytes_.substr(0, bytes_.size() - 100)));
    for (std::size_t at = 0; at < bytes_.size(); at += 997) {
        std::string damaged = bytes_;
        for (std::size_t i = at; i < std::min(at + 30, damaged.size()); ++i)
            damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
        EXPECT_FALSE(passes_as(damaged)) << "damaged at " << at;
    }
}

}  // namespace
}  // namespace dutylist::spreadsheet
