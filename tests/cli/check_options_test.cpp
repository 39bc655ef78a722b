#include "cli/check_options.h"

#include <gtest/gtest.h>

#include "tests/support/parsed_line.h"

namespace dutylist::cli {
namespace {

CheckOptions read(const std::vector<std::string>& words) {
    const test::ParsedLine line(words);
    return check_options(line.invocation());
}

TEST(CheckOptions, WriteNothingUnlessAskedFor) {
    EXPECT_TRUE(read({"check", "a.txt"}).outputs.exporters.empty());
}

TEST(CheckOptions, TakeSwitchesForNamesOfTargets) {
    const CheckOptions with_switches = read({"check", "a.txt", "--xlsx", "--fix"});
    const CheckOptions with_names = read({"check", "a.txt", "--to", "xlsx,fix"});
    EXPECT_EQ(with_switches.outputs.exporters, with_names.outputs.exporters);
    EXPECT_EQ(with_names.outputs.exporters.size(), 3u);
    EXPECT_EQ(read({"check", "a.txt", "--to", "sarif", "--sarif"}).outputs.exporters.size(), 1u);
}

TEST(CheckOptions, DoNotTakeJsonForATarget) {
    EXPECT_TRUE(read({"check", "a.txt", "--json"}).outputs.exporters.empty());
    EXPECT_EQ(read({"check", "a.txt", "--to", "json"}).outputs.exporters.size(), 1u);
}

TEST(CheckOptions, NeedAnInputUnlessRulesAreAskedFor) {
    EXPECT_TRUE(read({"check", "--rules"}).rules);
    EXPECT_EQ(test::refusal_of({"check"}, check_options),
              "The command check needs INPUT...; see dutylist check --help.");
}

TEST(CheckOptions, RefuseRulesAsJsonWhichAreMarkdown) {
    EXPECT_EQ(test::refusal_of({"check", "--rules", "--json"}, check_options),
              "The options --rules and --json do not go together; leave out one of them.");
}

TEST(CheckOptions, NameTheSeverityThatFails) {
    EXPECT_EQ(read({"check", "a.txt", "--fail-on", "warning"}).fail_on, Severity::warning);
    EXPECT_FALSE(read({"check", "a.txt"}).fail_on);
    EXPECT_EQ(test::refusal_of({"check", "a.txt", "--fail-on", "all"}, check_options),
              "The option --fail-on takes error|warning|info.");
}

}  // namespace
}  // namespace dutylist::cli
