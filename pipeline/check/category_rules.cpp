#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include "pipeline/check/near_names.h"
#include "pipeline/check/rules.h"
#include "pipeline/check/similarity.h"

namespace dutylist::check {
namespace {

struct Category {
    std::u32string name;
    std::string printed;
    std::uint32_t count = 0;
    Place first;
};

Place category_place(const Document& document, Place item) {
    item.cell = static_cast<std::uint32_t>(*document.lists[item.list].column(CellRole::category));
    return item;
}

// All categories of the document in the order in which they are first seen.
std::vector<Category> categories_of(const DocumentScope& scope) {
    std::vector<Category> categories;
    std::unordered_map<std::string_view, std::size_t> seen;
    for (const auto& list : scope.survey().items) {
        for (const ItemNote& note : list) {
            if (note.category.empty()) continue;
            const auto [entry, is_new] = seen.emplace(note.category, categories.size());
            if (is_new)
                categories.push_back({comparable(note.category), std::string(note.category), 0,
                                      category_place(scope.document(), note.place)});
            ++categories[entry->second].count;
        }
    }
    return categories;
}

// 应急管理及消防 and 应急管理和消防, 文化旅游 and 文化和旅游; not 社会管理 and 社会保障, and
// nothing of fewer than four characters.
constexpr Nearness variants{.replaced = 4, .one_lost = 4, .two_lost = 6};

// For each printed category the one it counts as: of variants the most frequent.
std::map<std::string, std::size_t, std::less<>> main_forms(
    const std::vector<Category>& categories) {
    std::vector<std::uint32_t> by_count(categories.size());
    std::iota(by_count.begin(), by_count.end(), 0u);
    std::stable_sort(by_count.begin(), by_count.end(), [&](std::uint32_t a, std::uint32_t b) {
        return categories[a].count > categories[b].count;
    });
    NearNames names(variants);
    for (const std::uint32_t i : by_count) names.add(categories[i].name, i);
    std::map<std::string, std::size_t, std::less<>> main;
    for (std::uint32_t rank = 0; rank < by_count.size(); ++rank) {
        const std::uint32_t i = by_count[rank];
        const auto near = names.first_near(categories[i].name, i);
        main.emplace(categories[i].printed, near && *near < rank ? by_count[*near] : i);
    }
    return main;
}

}  // namespace

void find_category_variants(DocumentScope& scope) {
    const std::vector<Category> categories = categories_of(scope);
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
    const std::vector<Category> categories = categories_of(scope);
    const auto main = main_forms(categories);
    for (const auto& notes : scope.survey().items) {
        std::map<std::size_t, std::uint32_t> last_item;  // of each category
        std::optional<std::size_t> current;
        for (const ItemNote& note : notes) {
            if (note.category.empty()) continue;
            const std::size_t category = main.find(note.category)->second;
            const auto before = last_item.find(category);
            if (category != current && before != last_item.end()) {
                const DutyList& list = document.lists[note.place.list];
                const std::string number(list.text(list.items[before->second], CellRole::number));
                scope.report(category_place(document, note.place),
                             {std::string(note.category), number});
            }
            current = category;
            last_item[category] = note.place.item;
        }
    }
}

}  // namespace dutylist::check
