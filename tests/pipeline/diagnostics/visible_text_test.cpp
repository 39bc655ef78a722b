#include "pipeline/diagnostics/visible_text.h"

#include <gtest/gtest.h>

namespace dutylist {
namespace {

TEST(VisibleLines, ShowsWhatCouldCommandATerminal) {
    EXPECT_EQ(visible_lines("乡\033]0;x\a.xml\n\u009B2J\u202E\n", Colours::shown),
              "乡<U+001B>]0;x<U+0007>.xml\n<U+009B>2J<U+202E>\n");
}

TEST(VisibleLines, KeepsLinesAndText) {
    EXPECT_EQ(visible_lines("一\n\n  two\n三", Colours::shown), "一\n\n  two\n三");
    EXPECT_EQ(visible_lines("", Colours::shown), "");
}

TEST(VisibleLines, KeepsColoursOnlyWhereAsked) {
    constexpr std::string_view text = "\033[1;31m错\033[0m\n";
    EXPECT_EQ(visible_lines(text, Colours::kept), text);
    EXPECT_EQ(visible_lines(text, Colours::shown), "<U+001B>[1;31m错<U+001B>[0m\n");
}

TEST(VisibleLines, KeepsNothingThatOnlyBeginsAsAColour) {
    EXPECT_EQ(visible_lines("\033[2J\033[3", Colours::kept), "<U+001B>[2J<U+001B>[3");
}

}  // namespace
}  // namespace dutylist
