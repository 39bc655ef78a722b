#include "pipeline/diagnostics/diagnostic.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"

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

TEST(SourceLocation, NamesSheetCellsAsExcelDoes) {
    EXPECT_EQ(to_string(SourceLocation{"a.xlsx", "清单", 17, 28}), "a.xlsx 清单!AB17");
}

}  // namespace
}  // namespace dutylist
