#include <algorithm>

#include <gtest/gtest.h>

#include "pipeline/check/proofread.h"
#include "pipeline/check/rule.h"
#include "tests/support/check_examples.h"

namespace dutylist::check {
namespace {

std::filesystem::path file_of(const Rule& rule) {
    return std::filesystem::path(DUTYLIST_SOURCE_DIR) / "tests/check" /
           (std::string(id_of(rule.code)) + ".txt");
}

bool has_function(const Rule& rule) { return static_cast<bool>(rule.functions); }

TEST(RuleExamples, FindWhatIsMarkedAndNothingElse) {
    for (const Rule& rule : rule_table()) {
        if (!has_function(rule)) continue;
        for (const test::CheckExample& example : test::read_check_examples(file_of(rule))) {
            std::vector<std::pair<const Cell*, TextSpan>> spots;
            std::vector<std::string> outside;
            for (const Finding& finding : proofread(example.document, {})) {
                if (finding.rule != rule.code) continue;
                if (const Cell* cell = cell_of(example.document, finding.place)) {
                    spots.emplace_back(cell, finding.span);
                } else {
                    outside.push_back(finding.spot);
                }
            }
            EXPECT_EQ(test::with_marks(example.document, spots), test::expected_marks(example))
                << example.file << ":" << example.line;
            EXPECT_EQ(outside, example.outside) << example.file << ":" << example.line;
        }
    }
}

TEST(RuleExamples, ShowForEachRuleWhatIsFlaggedAndWhatIsNot) {
    for (const Rule& rule : rule_table()) {
        if (!has_function(rule)) continue;
        const auto examples = test::read_check_examples(file_of(rule));
        const auto flagged = [](const test::CheckExample& example) {
            return example.text.find("【") != std::string::npos || !example.outside.empty();
        };
        EXPECT_TRUE(std::any_of(examples.begin(), examples.end(), flagged)) << file_of(rule);
        EXPECT_FALSE(std::all_of(examples.begin(), examples.end(), flagged)) << file_of(rule);
    }
}

TEST(RuleExamples, StandForARuleEach) {
    for (const auto& entry :
         std::filesystem::directory_iterator(DUTYLIST_SOURCE_DIR "/tests/check")) {
        if (entry.path().extension() != ".txt") continue;
        const auto code = code_from(entry.path().stem().string());
        EXPECT_TRUE(code && find_rule(*code)) << entry.path();
    }
}

}  // namespace
}  // namespace dutylist::check
