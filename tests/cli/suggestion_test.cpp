#include "cli/suggestion.h"

#include <array>

#include <gtest/gtest.h>

namespace dutylist::cli {
namespace {

constexpr std::array<std::string_view, 4> names{"convert", "compare", "check", "completion"};

TEST(Suggestion, NamesTheWordWithAThirdOfItsLettersWrong) {
    EXPECT_EQ(likely_meant("convret", names), "convert");
    EXPECT_EQ(likely_meant("comparre", names), "compare");
    EXPECT_EQ(likely_meant("chek", names), "check");
}

TEST(Suggestion, NamesNothingThatIsNotLikeTheWord) {
    EXPECT_EQ(likely_meant("print", names), "");
    EXPECT_EQ(likely_meant("c", names), "");
    EXPECT_EQ(suggestion("print", names), Argument());
}

TEST(Suggestion, IsSaidInTheLanguageOfTheReader) {
    const Argument text = suggestion("convret", names);
    EXPECT_EQ(in_words(text, Language::english), " Did you mean “convert”?");
    EXPECT_EQ(in_words(text, Language::chinese), "是不是“convert”？");
}

}  // namespace
}  // namespace dutylist::cli
