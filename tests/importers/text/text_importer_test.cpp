#include "importers/text/text_importer.h"

#include <array>
#include <random>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/encoding.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"
#include "tests/support/document_generator.h"
#include "tests/support/drafts.h"
#include "tests/support/real_list.h"

using namespace dutylist;
using dutylist::test::read_bytes;
using dutylist::test::read_list_text;
using dutylist::test::Reading;
using dutylist::test::to_lines;

namespace {

const std::string list_head =
    "序号\t事项类别\t事项名称\t对应上级部门\t上级部门职责\t乡镇配合职责\n";

// The text of the superior duties of the first item.
std::string duties(const std::string& cell) {
    const Reading reading =
        read_list_text(list_head + "1\t党的建设\t甲\t云川县水利局\t" + cell + "\t乙\n");
    return std::string(reading.document.lists[0].text(reading.document.lists[0].items[0],
                                                      CellRole::superior_duties));
}

std::uint64_t model_bytes(const Document& document) {
    std::uint64_t bytes = 0;
    const auto add = [&](std::string_view text) { bytes += without_white_space(text).size(); };
    for (const std::string& line : document.title_lines) add(line);
    for (const ContentsEntry& entry : document.contents) {
        add(entry.title);
        add(entry.page);
    }
    for (const DutyList& list : document.lists) {
        add(list.title);
        for (const Column& column : list.columns) add(column.head);
        for (const Item& item : list.items) {
            for (const Cell& cell : item.cells) {
                add(cell.text);
                for (TextSpan span : cell.restored) bytes -= span.size();
            }
        }
    }
    return bytes;
}

const std::string sample =
    "云川县新禾乡\n履职事项清单\n2025 年 7 月\n\n# 目 录\n\n1. 基本履职事项清单.....\t1\n\n"
    "## 云川县新禾乡基本履职事项清单\n\n序号\t事项类别\t事项名称\n1\t党的建设\t甲 乙\n\n"
    "序号\t事项类别\t事项名称\n2\t党的建设\t丙\n\n— 3 —\n\n配合履职事项清单\n\n" +
    list_head +
    "1\t党的建设\t丁\t云川县水利局\t<p>1.甲；</p> "
    "<p>2.乙&amp;丙。</p>\t<ol><li>戊；</li><li>己。</li></ol>\n"
    "注：说明。\n";

}  // namespace

TEST(TextImporter, ReadsLinesAndRows) {
    const auto read = read_bytes(read_text, "标题\n\n## 清单\n甲\t乙\n1\t 2 \n\n3\t4\n");
    EXPECT_EQ(to_lines(read.draft), "¶ 标题\n¶2 清单\n▦\n甲|乙\n1|2\n▦\n3|4\n");
}

TEST(TextImporter, TurnsMarkupIntoLineBreaks) {
    EXPECT_EQ(duties("<p>1.甲；</p> <p>2.乙。</p>"), "1.甲；\n2.乙。");
    EXPECT_EQ(duties("甲<br>乙<BR/>丙"), "甲\n乙\n丙");
    EXPECT_EQ(duties("<ul><li>甲</li><li>乙</li></ul>"), "甲\n乙");
}

TEST(TextImporter, RestoresTheLabelsThatAListDisplays) {
    EXPECT_EQ(duties("<ol><li>甲；</li><li>乙。</li></ol>"), "1.甲；\n2.乙。");
    EXPECT_EQ(duties("<ol start=\"3\"><li>甲；</li><li><p>乙。</p></li></ol>"), "3.甲；\n4.乙。");
    EXPECT_EQ(duties("<ol style=\"list-style-type: cjk-ideographic\"><li>甲</li></ol>"), "一、甲");
    EXPECT_EQ(duties("<ol style=\"list-style: inside cjk-ideographic\"><li>甲</li></ol>"),
              "一、甲");
    EXPECT_EQ(duties("<ol type=\"a\"><li>甲</li></ol>"), "a.甲");
    EXPECT_EQ(duties("<ol type=\"i\" start=\"4\"><li>甲</li></ol>"), "iv.甲");
}

TEST(TextImporter, RestoresNoLabelsThatAListHides) {
    EXPECT_EQ(duties("<ol style=\"list-style-type: none\"><li>甲；</li><li>乙。</li></ol>"),
              "甲；\n乙。");
    EXPECT_EQ(duties("<ol style='List-Style:none'><li>甲；</li></ol>"), "甲；");
}

TEST(TextImporter, MakesClausesOfRestoredLabelsAndParagraphsOfHiddenOnes) {
    const Reading shown = read_list_text(
        list_head + "1\t党的建设\t甲\t云川县水利局\t<ol><li>甲；</li><li>乙。</li></ol>\t乙\n");
    EXPECT_EQ(shown.document.lists[0].items[0].cells[4].blocks[1].kind, BlockKind::clause);
    EXPECT_TRUE(shown.document.lists[0].items[0].cells[4].blocks[1].label_restored);
    EXPECT_EQ(shown.diagnostics.count(Code::label_restored), 1U);
    const Reading hidden =
        read_list_text(list_head +
                       "1\t党的建设\t甲\t云川县水利局\t<ol "
                       "style=\"list-style-type:none\"><li>甲；</li></ol>\t乙\n");
    EXPECT_EQ(hidden.document.lists[0].items[0].cells[4].blocks[0].kind, BlockKind::paragraph);
}

TEST(TextImporter, DecodesReferencesOnlyBesideMarkup) {
    EXPECT_EQ(duties("甲&amp;乙"), "甲&amp;乙");
    EXPECT_EQ(duties("<p>甲&amp;乙&#20013;&#x4e2d;</p>"), "甲&乙中中");
    EXPECT_EQ(duties("<p>&unknown; &#0; &amp</p>"), "&unknown; &#0; &amp");
    EXPECT_EQ(duties("<p>&le;5 &sect;3 &#1;</p>"), "≤5 §3 &#1;");
}

TEST(TextImporter, KeepsOtherMarkupAsTextAndSaysSo) {
    const Reading reading =
        read_list_text(list_head + "1\t党的建设\t甲<b>乙</b>\t云川县水利局\tx<3\t丁\n");
    const DutyList& list = reading.document.lists[0];
    EXPECT_EQ(list.text(list.items[0], CellRole::name), "甲<b>乙</b>");
    EXPECT_EQ(list.text(list.items[0], CellRole::superior_duties), "x<3");
    EXPECT_EQ(reading.diagnostics.count(Code::markup_kept_as_text), 3U);
    for (const Diagnostic& d : reading.diagnostics.entries())
        EXPECT_TRUE(d.severity == Severity::info || d.code == Code::unit_unknown ||
                    d.code == Code::period_unknown)
            << d.message(Language::english);
}

TEST(TextImporter, NeedsNoHeadingMarks) {
    const Reading reading = read_list_text(
        "云川县新禾乡基本履职事项清单\n序号\t类别\t事项名称\n1\t党的建设\t甲\n"
        "####云川县新禾乡上级部门收回事项清单\n序号\t类别\t事项名称\t承接部门\t工作方式\n"
        "1\t党的建设\t乙\t云川县水利局\t丙\n");
    ASSERT_EQ(reading.document.lists.size(), 2U);
    EXPECT_EQ(reading.document.lists[1].title, "云川县新禾乡上级部门收回事项清单");
}

TEST(TextImporter, JoinsRowsPastedWithTheirLineBreaks) {
    const Reading reading =
        read_list_text(list_head +
                       "1\t党的建设\t甲\t云川县水利局\t1.乙；\n2.丙。\t1.丁；\n2.戊。\n"
                       "2\t党的建设\t己\t云川县水利局\t庚\t辛\n\n注：说明。\n");
    const DutyList& list = reading.document.lists[0];
    ASSERT_EQ(list.items.size(), 2U);
    EXPECT_EQ(list.text(list.items[0], CellRole::superior_duties), "1.乙；\n2.丙。");
    EXPECT_EQ(list.text(list.items[0], CellRole::township_duties), "1.丁；\n2.戊。");
    EXPECT_EQ(reading.diagnostics.count(Code::row_too_short), 0U);
    EXPECT_EQ(reading.account.total(), reading.bytes);
    const Cell& cell = list.items[0].cells[4];
    EXPECT_EQ(cell.source.locate(cell.text, static_cast<std::uint32_t>(cell.text.find("丙"))).line,
              3U);
}

TEST(TextImporter, LosesNothingOfRandomCells) {
    const auto written = [](const std::string& text) {
        std::string cell = "<p>";
        for (char c : text) {
            cell += c == '&'    ? "&amp;"
                    : c == '<'  ? "&lt;"
                    : c == '\n' ? "</p> <p>"
                                : std::string(1, c);
        }
        return cell + "</p>";
    };
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        std::string text = list_head;
        std::vector<std::array<std::string, 3>> rows;
        for (const DutyList& list : test::generate_texts(seed).lists) {
            for (const Item& item : list.items) {
                std::array<std::string, 3> row;
                for (std::size_t i = 0; i < item.cells.size(); ++i) row[i % 3] = item.cells[i].text;
                text += std::to_string(rows.size() + 1) + "\t党的建设\t" + written(row[0]) +
                        "\t云川县水利局\t" + written(row[1]) + "\t" + written(row[2]) + "\n";
                rows.push_back(std::move(row));
            }
        }
        if (rows.empty()) continue;
        const Reading reading = read_list_text(text);
        EXPECT_EQ(reading.account.total(), text.size());
        ASSERT_EQ(reading.document.lists.size(), 1U);
        const DutyList& list = reading.document.lists[0];
        ASSERT_EQ(list.items.size(), rows.size()) << text;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            EXPECT_EQ(list.text(list.items[i], CellRole::name), rows[i][0]);
            EXPECT_EQ(list.text(list.items[i], CellRole::superior_duties), rows[i][1]);
            EXPECT_EQ(list.text(list.items[i], CellRole::township_duties), rows[i][2]);
        }
    }
}

TEST(TextImporter, LocatesCharactersInTheSource) {
    const Reading reading = read_list_text(
        list_head + "1\t党的建设\t甲\t云川县水利局\t<p>1.甲；</p> <p>2.乙&amp;丙  丁。</p>\t乙\n");
    const Cell& cell = reading.document.lists[0].items[0].cells[4];
    ASSERT_EQ(cell.text, "1.甲；\n2.乙&丙 丁。");
    const auto column_of = [&](std::string_view character) {
        const auto place =
            cell.source.locate(cell.text, static_cast<std::uint32_t>(cell.text.find(character)));
        EXPECT_EQ(place.line, 2U);
        EXPECT_EQ(place.file, "list.txt");
        return place.column;
    };
    EXPECT_EQ(column_of("1."), 20U);
    EXPECT_EQ(column_of("甲"), 22U);
    EXPECT_EQ(column_of("2."), 32U);
    EXPECT_EQ(column_of("&"), 35U);
    EXPECT_EQ(column_of("丙"), 40U);
    EXPECT_EQ(column_of("丁"), 43U);
}

TEST(TextImporter, LocatesEveryCharacterOfTheSample) {
    const Reading reading = read_list_text(sample);
    std::vector<std::u32string> lines{{}};
    for (char32_t c : to_utf32(sample)) {
        if (c == U'\n') {
            lines.emplace_back();
        } else {
            lines.back() += c;
        }
    }
    ASSERT_EQ(reading.document.lists.size(), 2u);
    for (const DutyList& list : reading.document.lists) {
        ASSERT_FALSE(list.items.empty());
        for (const Item& item : list.items) {
            for (const Cell& cell : item.cells) {
                for (std::uint32_t i = 0; i < cell.text.size();) {
                    const Decoded d = decode_at(cell.text, i);
                    const bool restored =
                        std::any_of(cell.restored.begin(), cell.restored.end(),
                                    [&](TextSpan span) { return i >= span.begin && i < span.end; });
                    if (d.character != U'\n' && d.character != U'&' && !restored) {
                        const SourceLocation place = cell.source.locate(cell.text, i);
                        EXPECT_EQ(lines.at(place.line - 1).at(place.column - 1), d.character)
                            << cell.text;
                    }
                    i += d.bytes;
                }
            }
        }
    }
}

TEST(TextImporter, AccountsForEveryByte) {
    const Reading reading = read_list_text(sample);
    EXPECT_EQ(reading.account.total(), sample.size());
    EXPECT_EQ(reading.account.text, model_bytes(reading.document));
    EXPECT_EQ(reading.account.removed, without_white_space("注：说明。").size());
}

TEST(TextImporter, AccountsForEveryByteOfOtherEncodingsAndLineEnds) {
    std::string windows;
    for (char c : sample) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    const Reading crlf = read_list_text("\xEF\xBB\xBF" + windows);
    EXPECT_EQ(crlf.account.total(), crlf.bytes);
    std::string utf16 = "\xFF\xFE";
    for (char32_t c : to_utf32(windows)) {
        utf16 += static_cast<char>(c & 0xFF);
        utf16 += static_cast<char>(c >> 8);
    }
    const Reading wide = read_list_text(utf16);
    EXPECT_EQ(wide.account.total(), utf16.size());
    EXPECT_EQ(wide.document.lists, crlf.document.lists);
}

TEST(TextImporter, ReadsNationalEncodingsAndAccountsForTheirBytes) {
    const std::string gb18030 =
        "\xD0\xF2\xBA\xC5\t\xC0\xE0\xB1\xF0\t\xCA\xC2\xCF\xEE\xC3\xFB\xB3\xC6\r\n"
        "1\t\xB5\xB3\xBD\xA8\t\xBC\xD7 \xD2\xD2\r\n";
    const Reading reading = read_list_text(gb18030);
    EXPECT_EQ(reading.document.lists[0].text(reading.document.lists[0].items[0], CellRole::name),
              "甲 乙");
    EXPECT_EQ(reading.account.total(), gb18030.size());
}

TEST(TextImporter, NeverCrashesAndAlwaysAddsUpOnDamagedInputs) {
    const std::vector<std::string> pieces{
        "\t",    "\n",   "<p>", "</p>",         "<ol>",     "<li>", "<br>",    "<",
        "&amp;", "&#x",  "1.",  "（1）",        "一、",     "；",   "序号",    "#",
        "....5", "\r\n", " ",   "\xE3\x80\x80", "12（续）", "续表", list_head, "事项名称"};
    std::mt19937 random(20250701);
    for (int round = 0; round < 300; ++round) {
        std::string text = sample;
        for (int change = 0; change < 12; ++change) {
            std::size_t at = random() % (text.size() + 1);
            while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
            std::size_t end = std::min(text.size(), at + random() % 24);
            while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
                ++end;
            text.replace(at, random() % 2 == 0 ? end - at : 0, pieces[random() % pieces.size()]);
        }
        try {
            const Reading reading = read_list_text(text);
            EXPECT_EQ(reading.account.total(), text.size()) << text;
        } catch (const JobError& error) {
            const Code code = error.diagnostic().code;
            EXPECT_TRUE(code == Code::no_list_found || code == Code::no_list_recognised)
                << error.what();
        }
    }
}

TEST(TextImporter, RefusesACellThatGrowsLineByLineBeyondTheLimit) {
    std::string text = "序号\t事项类别\t事项名称\n1\t党的建设\t甲\n2\t党的建设\n";
    const std::string line(60'000, 'x');
    for (int i = 0; i < 80; ++i) text += line + "\n";
    EXPECT_EQ(dutylist::test::refusal(read_text, text), "format.cell-too-long");
}

TEST(TextImporter, IsSureOfRowsAmongLines) {
    EXPECT_EQ(recognise_text({"a", sample}), Confidence::likely);
    EXPECT_EQ(recognise_text({"a", "甲\t乙\n丙\t丁\n"}), Confidence::fallback);
    EXPECT_EQ(recognise_text({"a", std::string("\x89PNG\0\0\0\1\2", 9)}), Confidence::no);
}
