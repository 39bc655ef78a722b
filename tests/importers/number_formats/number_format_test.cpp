#include "importers/number_formats/number_format.h"

#include <fstream>

#include <gtest/gtest.h>

#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

// Format, value and text of each line; white space counts as one blank. How many lines.
std::size_t compare_with(const std::string& name) {
    std::ifstream table(DUTYLIST_SOURCE_DIR "/tests/importers/number_formats/" + name);
    std::size_t rows = 0;
    for (std::string line; std::getline(table, line); ++rows) {
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        const NumberFormat format(line.substr(0, first));
        const std::string value = line.substr(first + 1, second - first - 1);
        EXPECT_EQ(normalised_white_space(format.number(value, false)), line.substr(second + 1))
            << line;
    }
    return rows;
}

// What LibreOffice 7.4 showed of a workbook with these formats and values.
TEST(NumberFormat, ShowsNumbersAsLibreOfficeDoes) { EXPECT_EQ(compare_with("shown.tsv"), 121u); }

// Where the two differ, as Excel does: days before March 1900, seconds that are rounded, Chinese
// digits one by one.
TEST(NumberFormat, ShowsNumbersAsExcelDoesWhereTheTwoDiffer) {
    EXPECT_EQ(compare_with("shown_by_excel.tsv"), 7u);
}

TEST(NumberFormat, CountsDaysFrom1904WhereTheWorkbookSaysSo) {
    EXPECT_EQ(NumberFormat("yyyy/m/d").number("0", true), "1904/1/1");
    EXPECT_EQ(NumberFormat("yyyy/m/d").number("44388", true), "2025/7/12");
}

TEST(NumberFormat, ShowsTextsByTheirSection) {
    EXPECT_EQ(NumberFormat("0").text("甲"), "甲");
    EXPECT_EQ(NumberFormat("0;-0;0;\"事项：\"@").text("甲"), "事项：甲");
    EXPECT_EQ(NumberFormat("@\"项\"").text("甲"), "甲项");
    EXPECT_EQ(NumberFormat(";;;").text("甲"), "");
}

TEST(NumberFormat, KeepsWhatIsNoNumberAndNoDay) {
    EXPECT_EQ(NumberFormat("0.00").number("abc", false), "abc");
    EXPECT_EQ(NumberFormat("yyyy/m/d").number("-1", false), "-1");
    EXPECT_EQ(NumberFormat("yyyy/m/d").number("99999999", false), "99999999");
}

TEST(NumberFormat, ReadsCodesThatAreNone) {
    for (std::string_view code : {"[", "\"", "\\", "_", "*", "[DBNum9]0", "[$", "E+", "/", "0/",
                                  ";;;;;;", "[>]0", "?/?/?", "0.0.0.0", "[h", "0E+0E+0"})
        EXPECT_NO_THROW(NumberFormat(code).number("12.5", false)) << code;
    EXPECT_NO_THROW(NumberFormat(std::string(100'000, '0')).number("1e300", false));
}

}  // namespace
}  // namespace dutylist
