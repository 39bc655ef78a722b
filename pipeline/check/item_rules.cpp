#include "pipeline/check/rules.h"
#include "pipeline/check/similarity.h"

namespace dutylist::check {
namespace {

// A pair must be all but equal: one or two characters of a long name.
constexpr double nearly_equal = 0.85;

void report_pairs(DocumentScope& scope, bool equal) {
    const Document& document = scope.document();
    for (std::uint32_t l = 0; l < document.lists.size(); ++l) {
        const DutyList& list = document.lists[l];
        const auto column = list.column(CellRole::name);
        if (!column) continue;
        std::vector<std::u32string> names;
        for (const Item& item : list.items) names.push_back(comparable(item.cells[*column].text));
        for (const SimilarPair& pair : similar_pairs(names, nearly_equal)) {
            if (pair.equal != equal) continue;
            const std::string number(list.text(list.items[pair.first], CellRole::number));
            scope.report(Place{l, pair.second, static_cast<std::uint32_t>(*column)}, {number});
        }
    }
}

}  // namespace

void find_duplicate_items(DocumentScope& scope) { report_pairs(scope, true); }

void find_similar_items(DocumentScope& scope) { report_pairs(scope, false); }

}  // namespace dutylist::check
