#include "pipeline/diagnostics/phrase.h"

#include <cerrno>
#include <vector>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/diagnostic.h"

namespace dutylist {
namespace {

TEST(Phrase, OfTheSystemIsSaidInTheLanguageOfTheMessage) {
    const Diagnostic diagnostic =
        make_diagnostic(Code::input_unreadable, {}, {"a.txt", system_reason(EACCES)});
    EXPECT_EQ(diagnostic.message(Language::chinese), "无法读取“a.txt”（没有权限），请检查权限。");
    EXPECT_EQ(diagnostic.message(Language::english),
              "“a.txt” cannot be read (Permission denied); check its permissions.");
}

TEST(Phrase, ThatIsNotKnownIsShownAsItIs) {
    EXPECT_EQ(shown_argument(localised("Level 2 halted"), Language::chinese), "Level 2 halted");
}

TEST(Phrase, MayStandAmongOtherText) {
    const std::string argument = "word/document.xml: " + localised("CRC error") + "!";
    EXPECT_EQ(shown_argument(argument, Language::chinese), "word/document.xml: 校验不符!");
}

TEST(Phrase, NamesAreJoinedAsTheLanguageDoes) {
    const std::vector<std::string> names{"甲乡", "乙镇"};
    EXPECT_EQ(shown_argument(localised_list(names), Language::chinese), "甲乡、乙镇");
    EXPECT_EQ(shown_argument(localised_list(names), Language::english), "甲乡, 乙镇");
}

}  // namespace
}  // namespace dutylist
