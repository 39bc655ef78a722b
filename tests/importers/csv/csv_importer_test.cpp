#include "importers/csv/csv_importer.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/drafts.h"

namespace dutylist {
namespace {

using test::read_bytes;
using test::to_lines;

std::string lines_of(std::string bytes) {
    return to_lines(read_bytes(read_csv, std::move(bytes)).table());
}

Confidence confidence(std::string bytes) { return recognise_csv({"list.csv", std::move(bytes)}); }

TEST(CsvImporter, ReadsCommaSeparatedRows) {
    EXPECT_EQ(lines_of("序号,事项类别,事项名称\n1,党的建设,学习\n2,经济发展,统计\n"),
              "序号|事项类别|事项名称\n1|党的建设|学习\n2|经济发展|统计\n");
}

TEST(CsvImporter, QuotedFieldsHoldDelimitersQuotationMarksAndLineBreaks) {
    EXPECT_EQ(lines_of("序号,职责,备注\n1,\"1.甲，乙,丙；\n2.\"\"丁\"\"。\",无\n"),
              "序号|职责|备注\n1|1.甲，乙,丙；↵2.\"丁\"。|无\n");
}

TEST(CsvImporter, ABomAndCrLfAreNoText) {
    EXPECT_EQ(lines_of("\xEF\xBB\xBF序号,名称\r\n1,甲\r\n2,乙\r\n"), "序号|名称\n1|甲\n2|乙\n");
}

TEST(CsvImporter, LinesMayEndInCr) {
    const std::string list = "序号,事项名称\r1,学习\r2,统计\r";
    EXPECT_EQ(confidence(list), Confidence::likely);
    EXPECT_EQ(lines_of(list), "序号|事项名称\n1|学习\n2|统计\n");
}

TEST(CsvImporter, TellsThatGb18030WasDecoded) {
    // 序号,名称 / 1,甲 in GB18030
    const auto read = read_bytes(read_csv, "\xD0\xF2\xBA\xC5,\xC3\xFB\xB3\xC6\n1,\xBC\xD7\n");
    EXPECT_EQ(to_lines(read.table()), "序号|名称\n1|甲\n");
    EXPECT_EQ(read.diagnostics.count(Code::text_decoded), 1u);
}

TEST(CsvImporter, FindsTabsAndSemicolons) {
    EXPECT_EQ(lines_of("序号\t名称\n1\t甲，乙\n2\t丙\n"), "序号|名称\n1|甲，乙\n2|丙\n");
    EXPECT_EQ(lines_of("序号;名称;备注\n1;甲,乙;无\n2;丙;无\n"),
              "序号|名称|备注\n1|甲,乙|无\n2|丙|无\n");
}

TEST(CsvImporter, FindsTheDelimiterOfShortListsOfSeveralWidths) {
    EXPECT_EQ(confidence("云川县石梁塘乡\n2025年7月\n基本履职事项清单\n序号,事项名称\n1,甲\n"
                         "配合履职事项清单\n序号,事项名称,上级部门\n1,乙,县民政局\n"),
              Confidence::likely);
}

TEST(CsvImporter, TakesOffOnlyTheApostropheOfOurOwnFiles) {
    EXPECT_EQ(lines_of("名称,说明\n'=甲,'乙\n'+1,'\n"), "名称|说明\n=甲|'乙\n+1|'\n");
}

TEST(CsvImporter, AQuotationMarkInsideAnUnquotedFieldIsText) {
    EXPECT_EQ(lines_of("序号,名称\n1,5\"管道\n2,甲\n"), "序号|名称\n1|5\"管道\n2|甲\n");
}

TEST(CsvImporter, ReportsAQuotationMarkThatIsNeverClosed) {
    const auto read = read_bytes(read_csv, "序号,名称\n1,甲\n2,\"乙\n3,丙\n");
    EXPECT_EQ(to_lines(read.table()), "序号|名称\n1|甲\n2|乙↵3,丙\n");
    ASSERT_EQ(read.diagnostics.count(Code::csv_quote_not_closed), 1u);
    EXPECT_EQ(read.diagnostics.entries().front().place, (SourceLocation{"list", "", 3, 3}));
}

TEST(CsvImporter, KeepsAndReportsTextAfterAClosingQuotationMark) {
    const auto read = read_bytes(read_csv, "序号,名称\n1,\"甲\"乙\n2,丙\n");
    EXPECT_EQ(to_lines(read.table()), "序号|名称\n1|甲乙\n2|丙\n");
    EXPECT_EQ(read.diagnostics.count(Code::csv_text_after_quote), 1u);
}

TEST(CsvImporter, PassesOverBlankRecords) {
    EXPECT_EQ(lines_of("序号,名称\n,\n\n1,甲\n"), "序号|名称\n1|甲\n");
}

TEST(CsvImporter, MapsEveryCharacterToItsLineAndColumn) {
    const auto read = read_bytes(read_csv, "序号,名称\n1,\"甲  乙\n丙\"\"丁\"\n2,戊\n");
    const DraftText& cell = read.table().rows.at(1).cells.at(1).content;
    ASSERT_EQ(cell.text, "甲 乙\n丙\"丁");
    const auto at = [&](std::string_view piece) {
        const SourceLocation place =
            cell.source.locate(cell.text, static_cast<std::uint32_t>(cell.text.find(piece)));
        return std::pair(place.line, place.column);
    };
    EXPECT_EQ(at("甲"), std::pair(2u, 4u));
    EXPECT_EQ(at("乙"), std::pair(2u, 7u));
    EXPECT_EQ(at("丙"), std::pair(3u, 1u));
    EXPECT_EQ(at("丁"), std::pair(3u, 4u));
}

TEST(CsvImporter, RecognisesTablesAndNothingElse) {
    EXPECT_EQ(confidence("a,b,c\n1,2,3\n4,5,6\n"), Confidence::likely);
    EXPECT_EQ(confidence("标题\n序号\t名称\n1\t甲\n"), Confidence::fallback);
    EXPECT_EQ(confidence("履职事项清单\n\n一段文字。\n"), Confidence::no);
    EXPECT_EQ(confidence("<html><table>,,,\n,,,\n"), Confidence::no);
    EXPECT_EQ(confidence(std::string("PK\x03\x04\0\0,,\n,,\n,,\n", 15)), Confidence::no);
}

}  // namespace
}  // namespace dutylist
