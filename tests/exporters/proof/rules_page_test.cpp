#include "exporters/proof/rules_page.h"

#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "pipeline/check/rule.h"

namespace dutylist::check {
namespace {

TEST(RulesPage, IsCurrent) {
    std::ifstream file(DUTYLIST_SOURCE_DIR "/docs/rules.md");
    std::stringstream text;
    text << file.rdbuf();
    EXPECT_EQ(text.str(), proof::rules_page()) << "run: dutylist check --rules > docs/rules.md";
}

TEST(RuleTable, HasEachCodeOnceAndAnExampleEach) {
    std::set<Code> codes;
    for (const Rule& rule : rule_table()) {
        EXPECT_TRUE(codes.insert(rule.code).second) << id_of(rule.code);
        EXPECT_EQ(find_rule(rule.code), &rule);
        EXPECT_FALSE(rule.wrong.empty()) << id_of(rule.code);
        EXPECT_FALSE(rule.right.empty()) << id_of(rule.code);
        EXPECT_EQ(rule.clause.empty(), rule.basis != Basis::standard) << id_of(rule.code);
    }
}

}  // namespace
}  // namespace dutylist::check
