#include "tests/support/real_list.h"

#include <map>

#include <gtest/gtest.h>

#include "pipeline/check/proofread.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::check {
namespace {

// Every one of these was compared with the text; docs/check-verdicts.md has the verdicts.
TEST(RealList, HasTheFindingsThatWereJudged) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    std::map<std::string, std::size_t> counts;
    for (const Finding& finding : proofread(dutylist::test::real_list().document, {}))
        ++counts[std::string(id_of(finding.rule))];
    const std::map<std::string, std::size_t> judged{
        {"clause.full-stop-inside", 1}, {"department.not-listed", 1}, {"department.similar", 2},
        {"mark.comma-in-list", 2},      {"mark.doubled", 2},          {"mark.half-width", 82},
        {"mark.mixed-colon", 1},        {"mark.space-or-mark", 1},    {"text.confusion", 2},
        {"text.quoted-or-not", 1},      {"text.two-forms", 4},        {"text.two-numerals", 1}};
    EXPECT_EQ(counts, judged);
}

TEST(RealList, HasPlacesThatAreRight) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    const Document& document = dutylist::test::real_list().document;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places;  // line, column
    for (const Finding& finding : proofread(document, {})) {
        if (finding.rule != Code::mark_doubled) continue;
        const SourceLocation place = locate(document, finding);
        places.emplace_back(place.line, place.column);
    }
    EXPECT_EQ(places, (decltype(places){{201, 207}, {271, 182}}));
}

}  // namespace
}  // namespace dutylist::check
