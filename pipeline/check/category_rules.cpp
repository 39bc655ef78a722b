#include <algorithm>
#include <map>

#include "pipeline/check/rules.h"
#include "pipeline/check/similarity.h"
#include "pipeline/text/white_space.h"

namespace dutylist::check {
namespace {

struct Category {
    std::u32string name;
    std::string printed;
    std::uint32_t count = 0;
    Place first;
};

std::optional<Place> category_place(const Document& document, std::uint32_t list,
                                    std::uint32_t item) {
    const auto column = document.lists[list].column(CellRole::category);
    if (!column) return {};
    return Place{list, item, static_cast<std::uint32_t>(*column)};
}

// All categories of the document in the order in which they are first seen.
std::vector<Category> categories_of(const Document& document) {
    std::vector<Category> categories;
    std::map<std::string, std::size_t, std::less<>> seen;
    for (std::uint32_t l = 0; l < document.lists.size(); ++l) {
        for (std::uint32_t i = 0; i < document.lists[l].items.size(); ++i) {
            const auto place = category_place(document, l, i);
            if (!place) break;
            const std::string& printed = cell_of(document, *place)->text;
            if (printed.empty()) continue;
            const auto [entry, is_new] = seen.emplace(printed, categories.size());
            if (is_new) categories.push_back({comparable(printed), printed, 0, *place});
            ++categories[entry->second].count;
        }
    }
    return categories;
}

// 应急管理及消防 and 应急管理和消防, 文化旅游 and 文化和旅游; not 社会管理 and 社会保障, and
// nothing of fewer than four characters.
bool are_variants(std::u32string_view a, std::u32string_view b) {
    if (a == b) return true;
    const std::size_t shorter = std::min(a.size(), b.size());
    if (shorter < 4) return false;
    if (a.size() == b.size()) return edit_distance(a, b, 1) <= 1;
    const bool is_longer = a.size() > b.size();
    const std::size_t extra = std::max(a.size(), b.size()) - shorter;
    return extra <= (shorter >= 6 ? 2u : 1u) &&
           is_subsequence(is_longer ? b : a, is_longer ? a : b);
}

// For each printed category the one it counts as: of variants the most frequent.
std::map<std::string, std::size_t, std::less<>> main_forms(
    const std::vector<Category>& categories) {
    std::map<std::string, std::size_t, std::less<>> main;
    for (std::size_t i = 0; i < categories.size(); ++i) {
        std::size_t best = i;
        for (std::size_t j = 0; j < categories.size(); ++j) {
            if (i != j && are_variants(categories[i].name, categories[j].name) &&
                (categories[j].count > categories[best].count ||
                 (categories[j].count == categories[best].count && j < best)))
                best = j;
        }
        main.emplace(categories[i].printed, best);
    }
    return main;
}

}  // namespace

void find_category_variants(DocumentScope& scope) {
    const std::vector<Category> categories = categories_of(scope.document());
    const auto main = main_forms(categories);
    for (std::size_t i = 0; i < categories.size(); ++i) {
        const Category& best = categories[main.at(categories[i].printed)];
        if (&best == &categories[i]) continue;
        scope.report(categories[i].first,
                     {categories[i].printed, best.printed, std::to_string(best.count)},
                     best.printed);
    }
}

void find_split_categories(DocumentScope& scope) {
    const Document& document = scope.document();
    const std::vector<Category> categories = categories_of(document);
    const auto main = main_forms(categories);
    for (std::uint32_t l = 0; l < document.lists.size(); ++l) {
        std::map<std::size_t, std::uint32_t> last_item;  // of each category
        std::optional<std::size_t> current;
        for (std::uint32_t i = 0; i < document.lists[l].items.size(); ++i) {
            const auto place = category_place(document, l, i);
            if (!place) break;
            const std::string& printed = cell_of(document, *place)->text;
            if (printed.empty()) continue;
            const std::size_t category = main.at(printed);
            const auto before = last_item.find(category);
            if (category != current && before != last_item.end()) {
                const std::string number(document.lists[l].text(
                    document.lists[l].items[before->second], CellRole::number));
                scope.report(*place, {printed, number});
            }
            current = category;
            last_item[category] = i;
        }
    }
}

}  // namespace dutylist::check
