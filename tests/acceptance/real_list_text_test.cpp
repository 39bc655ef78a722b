#include <regex>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <iconv.h>

#include "pipeline/io/bounded_reader.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"
#include "tests/support/real_list.h"

// The text of the real list against its source, read here in another way: by splitting lines at
// tabs and striking out whatever stands between < and >.

using namespace dutylist;
using dutylist::test::read_list_text;
using dutylist::test::Reading;
using dutylist::test::real_list;
using dutylist::test::real_list_file;

namespace {

std::string source() { return read_source(real_list_file()).bytes; }

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

// The cells of every row that begins with a number.
std::vector<std::string> expected_cells() {
    static const std::regex tag("<[^>]*>");
    std::vector<std::string> cells;
    for (const std::string& line : split(source(), '\n')) {
        const std::vector<std::string> row = split(line, '\t');
        if (row.size() < 3 || row[0].empty() ||
            row[0].find_first_not_of("0123456789") != row[0].npos)
            continue;
        for (const std::string& cell : row)
            cells.push_back(without_white_space(std::regex_replace(cell, tag, "")));
    }
    return cells;
}

std::string converted(const std::string& text, const char* encoding) {
    const iconv_t converter = iconv_open(encoding, "UTF-8");
    std::string input = text;
    std::string output(text.size() * 2 + 16, '\0');
    char* from = input.data();
    char* to = output.data();
    std::size_t from_left = input.size();
    std::size_t to_left = output.size();
    EXPECT_EQ(iconv(converter, &from, &from_left, &to, &to_left), 0U);
    iconv_close(converter);
    output.resize(output.size() - to_left);
    return output;
}

}  // namespace

TEST(RealListText, OfEveryCellIsThatOfTheSource) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    const std::vector<std::string> expected = expected_cells();
    std::size_t at = 0;
    for (const DutyList& list : real_list().document.lists) {
        for (const Item& item : list.items) {
            for (const Cell& cell : item.cells) {
                ASSERT_LT(at, expected.size());
                EXPECT_EQ(without_white_space(cell.text), expected[at]);
                ++at;
            }
        }
    }
    EXPECT_EQ(at, expected.size());
    EXPECT_EQ(at, 106U * 3 + 101U * 6 + 30U * 4);
}

TEST(RealListText, OfEveryCellIsDividedIntoBlocksWithoutLoss) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    for (const DutyList& list : real_list().document.lists) {
        for (const Item& item : list.items) {
            for (const Cell& cell : item.cells) {
                if (cell.blocks.empty()) continue;
                std::string joined;
                for (const Block& block : cell.blocks) {
                    joined += cell.view(block.label);
                    joined += cell.view(block.text);
                }
                EXPECT_EQ(without_white_space(joined), without_white_space(cell.text));
            }
        }
    }
}

TEST(RealListText, IsFoundAgainAtEveryCharactersPlace) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    std::vector<std::u32string> lines;
    for (const std::string& line : split(source(), '\n')) lines.push_back(to_utf32(line));
    for (const DutyList& list : real_list().document.lists) {
        for (const Item& item : list.items) {
            for (const Cell& cell : item.cells) {
                for (std::uint32_t i = 0; i < cell.text.size();) {
                    const Decoded d = decode_at(cell.text, i);
                    if (d.character != U'\n') {
                        const SourceLocation place = cell.source.locate(cell.text, i);
                        ASSERT_EQ(lines.at(place.line - 1).at(place.column - 1), d.character)
                            << to_string(place) << ' ' << cell.text;
                    }
                    i += d.bytes;
                }
            }
        }
    }
}

TEST(RealListText, IsTheSameInEveryEncodingAndWithEveryLineEnd) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    const std::string text = source();
    std::string windows;
    for (char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    for (const std::string& bytes :
         {windows, "\xEF\xBB\xBF" + text, converted(text, "GB18030"), converted(windows, "GBK"),
          "\xFF\xFE" + converted(windows, "UTF-16LE"), "\xFE\xFF" + converted(text, "UTF-16BE")}) {
        const Reading reading = read_list_text(bytes);
        EXPECT_EQ(reading.document, real_list().document);
        EXPECT_EQ(reading.account.total(), bytes.size());
    }
}

TEST(RealListText, AddsUpHoweverTheFileIsDamaged) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    const std::string text = source();
    for (std::size_t end = 20'000; end < text.size(); end += 9'973) {
        std::size_t cut = end;
        while ((static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
        const Reading truncated = read_list_text(text.substr(0, cut));
        EXPECT_EQ(truncated.account.total(), cut);
        std::string without_tab = text;
        without_tab.erase(without_tab.find('\t', cut), 1);
        const Reading damaged = read_list_text(without_tab);
        EXPECT_EQ(damaged.account.total(), without_tab.size());
        EXPECT_EQ(damaged.document.item_count(), 237U);
        EXPECT_TRUE(damaged.diagnostics.has(Severity::warning));
    }
}
