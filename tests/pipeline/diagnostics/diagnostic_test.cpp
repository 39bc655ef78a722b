#include "pipeline/diagnostics/diagnostic.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"

namespace dutylist {
namespace {

struct Row {
    Code code;
    std::string_view id;
};
constexpr Row rows[] = {
#define DUTYLIST_MESSAGE(name, id, severity, chinese, english) {Code::name, id},
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
    std::set<std::string_view> ids;
    for (const Row& row : rows) {
        if (row.id.empty()) continue;
        EXPECT_TRUE(ids.insert(row.id).second) << row.id;
        EXPECT_EQ(id_of(row.code), row.id);
        EXPECT_EQ(code_from(row.id), row.code);
    }
    EXPECT_FALSE(code_from(""));
}

TEST(Catalogue, SaysTheSameInBothLanguages) {
    for (const Row& row : rows) {
        EXPECT_EQ(placeholders(message_template(row.code, Language::chinese)),
                  placeholders(message_template(row.code, Language::english)))
            << message_template(row.code, Language::english);
    }
}

TEST(Diagnostic, ShowsPlaceSeverityMessageAndId) {
    const Diagnostic diagnostic = make_diagnostic(Code::input_missing, {"a.txt", {}, 3, 4}, {"b"});
    EXPECT_EQ(to_line(diagnostic, Language::english),
              "a.txt:3:4: error: There is no file “b”; check its name and folder. [input.missing]");
    EXPECT_EQ(to_line(diagnostic, Language::chinese),
              "a.txt:3:4: 错误：找不到文件“b”，请检查文件名和路径。 [input.missing]");
}

TEST(Diagnostics, TellTheFirstOfManyAndCountTheRest) {
    Diagnostics diagnostics;
    for (std::uint32_t line = 1; line <= Diagnostics::most_alike; ++line)
        diagnostics.add(Code::excel_text_under_merge, {"a", {}, line, 1});
    EXPECT_EQ(diagnostics.count(Code::diagnostics_more), 0u);
    for (int i = 0; i < 3; ++i) {
        diagnostics.add(Code::excel_text_under_merge, {"a", {}, 999, 1});
        diagnostics.add(Code::html_not_closed, {"a", {}, 1, 1});
    }
    EXPECT_EQ(diagnostics.entries().size(), Diagnostics::most_alike + 4);
    const Diagnostic& rest = diagnostics.entries()[Diagnostics::most_alike];
    EXPECT_EQ(
        to_line(rest, Language::english),
        "a:999:1: warning: From here on there are 3 more of excel.text-under-merge, which are "
        "not told one by one; check them as well. [diagnostics.more]");
}

TEST(Diagnostics, CountWhatAnotherCollectionOnlyCounted) {
    Diagnostics one;
    for (std::uint32_t line = 1; line <= Diagnostics::most_alike + 5; ++line)
        one.add(Code::number_gap, {"a", {}, line, 1}, {"1", "3"});
    Diagnostics all;
    for (int documents = 0; documents < 2; ++documents)
        for (const Diagnostic& diagnostic : one.entries()) all.add(diagnostic);
    EXPECT_EQ(all.entries().size(), Diagnostics::most_alike + 1);
    EXPECT_EQ(all.found(Code::number_gap), 2 * (Diagnostics::most_alike + 5));
    EXPECT_EQ(subject_of(all.entries().back()), Code::number_gap);
}

TEST(Diagnostics, CountTheRestAsSeverelyAsTheWorstOfThem) {
    Diagnostics diagnostics;
    for (std::size_t i = 0; i <= Diagnostics::most_alike; ++i)
        diagnostics.add(Code::table_passed_over);
    Diagnostic worse = make_diagnostic(Code::table_passed_over);
    worse.severity = Severity::warning;
    EXPECT_FALSE(diagnostics.has(Severity::warning));
    diagnostics.add(worse);
    EXPECT_TRUE(diagnostics.has(Severity::warning));
}

TEST(Diagnostic, ShowsOnlyTheBeginningOfALongText) {
    const Diagnostic diagnostic =
        make_diagnostic(Code::input_missing, {}, {std::string(5000, 'a')});
    EXPECT_EQ(diagnostic.message(Language::english),
              "There is no file “" + std::string(1000, 'a') + "…”; check its name and folder.");
}

TEST(SourceLocation, NamesSheetCellsAsExcelDoes) {
    EXPECT_EQ(to_string(SourceLocation{"a.xlsx", "清单", 17, 28}), "a.xlsx 清单!AB17");
}

}  // namespace
}  // namespace dutylist
