#include "pipeline/diagnostics/diagnostic.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/reason.h"

namespace dutylist {
namespace {

constexpr std::string_view ids[] = {
#define DUTYLIST_MESSAGE(name, id, severity, chinese, english) id,
#include "pipeline/diagnostics/catalogue.def"
#undef DUTYLIST_MESSAGE
};

std::set<char> placeholders(std::string_view text) {
    std::set<char> found;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        if (text[i] == '{' && text[i + 2] == '}') found.insert(text[i + 1]);
    }
    return found;
}

TEST(Catalogue, GivesEveryMessageAnIdOfItsOwn) {
    EXPECT_EQ(std::set<std::string_view>(std::begin(ids), std::end(ids)).size(), std::size(ids));
}

TEST(Catalogue, SaysTheSameInBothLanguages) {
    for (std::string_view id : ids) {
        const Code code = *code_from(id);
        EXPECT_EQ(id_of(code), id);
        EXPECT_EQ(placeholders(message_template(code, Language::chinese)),
                  placeholders(message_template(code, Language::english)))
            << id;
    }
}

TEST(Diagnostic, ShowsPlaceSeverityMessageAndId) {
    const Diagnostic diagnostic = make_diagnostic(Code::input_missing, {"a.txt", {}, 3, 4}, {"b"});
    EXPECT_EQ(to_line(diagnostic, Language::english),
              "a.txt:3:4: error: There is no file “b”; check its name and folder. [input.missing]");
    EXPECT_EQ(to_line(diagnostic, Language::chinese),
              "a.txt:3:4: 错误：找不到文件“b”，请检查文件名和路径。 [input.missing]");
}

TEST(Diagnostic, TellsReasonsInTheLanguageOfTheMessage) {
    const Diagnostic diagnostic =
        make_diagnostic(Code::xml_malformed, {}, {reason(Code::reason_xml_attribute_twice, {"n"})});
    EXPECT_EQ(diagnostic.message(Language::chinese), "XML 格式有误：属性“n”重复。请改正此处。");
    EXPECT_EQ(diagnostic.message(Language::english),
              "The XML is not well-formed: the attribute “n” stands twice. Correct it here.");
}

TEST(Diagnostic, ShowsAnArgumentThatOnlyLooksLikeAReasonAsItIs) {
    EXPECT_EQ(in_words("\x1Eno such row", Language::english), "\x1Eno such row");
    EXPECT_EQ(in_words("\x1E", Language::english), "\x1E");
    EXPECT_EQ(in_words("", Language::english), "");
}

TEST(Diagnostics, TellTheFirstOfManyAndCountTheRest) {
    Diagnostics diagnostics;
    for (std::uint32_t line = 1; line <= Diagnostics::most_alike; ++line)
        diagnostics.add_one_of_many(Code::excel_text_under_merge, {"a", {}, line, 1});
    EXPECT_EQ(diagnostics.count(Code::diagnostics_more), 0u);
    for (int i = 0; i < 3; ++i) {
        diagnostics.add_one_of_many(Code::excel_text_under_merge, {"a", {}, 999, 1});
        diagnostics.add_one_of_many(Code::html_not_closed, {"a", {}, 1, 1});
    }
    EXPECT_EQ(diagnostics.entries().size(), Diagnostics::most_alike + 4);
    const Diagnostic& rest = diagnostics.entries()[Diagnostics::most_alike];
    EXPECT_EQ(
        to_line(rest, Language::english),
        "a:999:1: warning: From here on there are 3 more of excel.text-under-merge, which are "
        "not told one by one; check them as well. [diagnostics.more]");
}

TEST(SourceLocation, NamesSheetCellsAsExcelDoes) {
    EXPECT_EQ(to_string(SourceLocation{"a.xlsx", "清单", 17, 28}), "a.xlsx 清单!AB17");
}

}  // namespace
}  // namespace dutylist
