#include "cli/option_table.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "cli/command_table.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {
namespace {

TEST(OptionTable, HasEachOptionAndLetterOnce) {
    std::set<std::string_view> names;
    std::set<char> letters;
    for (const Option& option : option_table()) {
        EXPECT_TRUE(names.insert(option.name).second) << option.name;
        if (option.letter == 0) continue;
        EXPECT_TRUE(letters.insert(option.letter).second) << option.name;
    }
}

TEST(OptionTable, NamesOnlyCommandsThatAre) {
    for (const Option& option : option_table()) {
        for (const OptionUse& use : option.uses) {
            std::string_view words = use.commands;
            while (!words.empty() && words != "*" && words != "-") {
                const std::size_t end = words.find(' ');
                const std::string_view word = words.substr(0, end);
                EXPECT_NE(find_command(word.substr(0, word.find(':'))), nullptr) << option.name;
                words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
            }
        }
    }
}

TEST(OptionTable, KnowsWhatAnOptionMeansForACommand) {
    const Option* option = find_option("--xlsx");
    ASSERT_NE(option, nullptr);
    EXPECT_EQ(use_of(*option, "archive list"), nullptr);
    EXPECT_EQ(use_of(*option, "check")->value, Code::value_none);
    EXPECT_EQ(use_of(*option, "compare")->value, Code::value_file);
}

TEST(OptionTable, KnowsWhichActionsOfACommandHaveAnOption) {
    const Option* option = find_option("--replace");
    ASSERT_NE(option, nullptr);
    EXPECT_NE(use_of(*option, "archive"), nullptr);
    EXPECT_NE(use_of(*option, "archive add"), nullptr);
    EXPECT_EQ(use_of(*option, "archive list"), nullptr);
    EXPECT_NE(use_of(*find_option("--archive"), "archive verify"), nullptr);
    EXPECT_NE(use_of(*find_option("--lang"), "archive verify"), nullptr);
}

}  // namespace
}  // namespace dutylist::cli
