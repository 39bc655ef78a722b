#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "pipeline/check/rule.h"
#include "tests/support/planted_errors.h"

// Plants defects at random places of the samples' sources, reads them again and demands that each
// is found by its rule at its spot, to the cell, line and column, that what was found before still
// is, and that no rule of structure, clauses or marks finds anything else.
namespace dutylist::test {
namespace {

using Random = std::mt19937;

const std::vector<std::unique_ptr<Sample>>& samples() {
    static const auto all = [] {
        std::vector<std::unique_ptr<Sample>> read;
        for (const std::string& name : sample_names()) read.push_back(read_sample(name));
        return read;
    }();
    return all;
}

// All defects of some kinds that a sample can have.
struct Stock {
    const DefectKind* kind;
    std::vector<Defect> defects;
};

std::vector<Stock> stock_of(const Sample& sample,
                            std::initializer_list<const std::vector<DefectKind>*> kinds) {
    std::vector<Stock> stock;
    for (const auto* some : kinds) {
        for (const DefectKind& kind : *some) {
            std::vector<Defect> defects = kind.places(sample);
            if (!defects.empty()) stock.push_back({&kind, std::move(defects)});
        }
    }
    return stock;
}

using Counts = std::map<std::string, std::size_t>;

std::string describe(const Sample& sample, const DefectKind& kind, const Defect& defect) {
    const Replacement& first = defect.replacements.front();
    return sample.name + ": " + kind.rule + " (" + kind.words + ") “" +
           sample.source.substr(first.offset, std::min<std::size_t>(first.bytes, 60)) + "” → “" +
           first.text + "”\n";
}

// One of each kind, each in an item of its own.
void plant_many_at_once(const Sample& sample, const std::vector<Stock>& stock, Random& random,
                        Counts& planted) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> taken;
    std::vector<const Defect*> chosen;
    std::string words;
    for (const Stock& entry : stock) {
        const Defect& defect = entry.defects[random() % entry.defects.size()];
        if (!taken.emplace(defect.item.list, defect.item.item).second) continue;
        chosen.push_back(&defect);
        words += describe(sample, *entry.kind, defect);
        ++planted[entry.kind->rule];
    }
    const std::string difference = difference_after(sample, chosen);
    EXPECT_EQ(difference, "") << words;
}

constexpr int rounds = 6;

TEST(SeededErrors, InTextAreFoundWhereTheyArePlantedAndNothingElse) {
    Random random(20250701);
    Counts planted;
    for (const auto& sample : samples()) {
        const auto stock = stock_of(*sample, {&mark_defects(), &clause_defects()});
        for (int round = 0; round < rounds; ++round)
            plant_many_at_once(*sample, stock, random, planted);
    }
    std::size_t all = 0;
    for (const auto& [rule, count] : planted) all += count;
    EXPECT_GE(all, 1500u);
}

TEST(SeededErrors, InRowsAndPagesAreFoundWhereTheyArePlantedAndNothingElse) {
    Random random(20250702);
    for (const auto& sample : samples()) {
        for (const Stock& entry : stock_of(*sample, {&structure_defects(), &contents_defects()})) {
            const Defect& defect = entry.defects[random() % entry.defects.size()];
            EXPECT_EQ(difference_after(*sample, {&defect}), "")
                << describe(*sample, *entry.kind, defect);
        }
    }
}

TEST(SeededErrors, StandForEveryRuleOfStructureClausesAndMarks) {
    std::set<std::string> rules;
    for (const auto& sample : samples()) {
        for (const Stock& entry : stock_of(*sample, {&mark_defects(), &clause_defects(),
                                                     &structure_defects(), &contents_defects()}))
            rules.insert(entry.kind->rule);
    }
    for (const check::Rule& rule : check::rule_table()) {
        const bool strict = rule.theme == check::Theme::structure ||
                            rule.theme == check::Theme::clause || rule.theme == check::Theme::mark;
        if (!strict) continue;
        EXPECT_TRUE(rules.contains(std::string(id_of(rule.code)))) << id_of(rule.code);
    }
}

TEST(SeededErrors, LeaveSamplesAsTheyAreWhereNothingIsPlanted) {
    for (const auto& sample : samples()) EXPECT_EQ(difference_after(*sample, {}), "");
}

}  // namespace
}  // namespace dutylist::test
