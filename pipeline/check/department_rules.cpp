#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <unordered_set>

#include "pipeline/analysis/analyse.h"
#include "pipeline/analysis/department_names.h"
#include "pipeline/analysis/region_names.h"
#include "pipeline/check/marks.h"
#include "pipeline/check/rules.h"
#include "pipeline/check/similarity.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"

namespace dutylist::check {
namespace {

// Bodies that are of no region, or of one above the unit that its levels do not explain.
bool stands_above_regions(std::string_view name) {
    static constexpr std::array<std::string_view, 11> beginnings{
        "国家", "中国", "国网", "全国", "自治区", "省", "市", "州", "武警", "驻", "上级"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return name.starts_with(beginning); });
}

// 青石县 -> 青石: what names of branch offices carry.
std::string_view stem_of(std::string_view county) {
    const std::string_view word = region_word(county);
    return county.substr(0, county.size() - word.size());
}

template <typename Function>
void for_each_mention(ItemScope& scope, Function&& function) {
    const auto column = scope.list().column(CellRole::departments);
    if (!column) return;
    const Cell& cell = scope.item().cells[*column];
    for (const DepartmentMention& mention : scope.item().departments)
        function(static_cast<std::uint32_t>(*column), mention, cell.view(mention.name));
}

// The superior duties of a cooperative item, or nullptr.
const Cell* superior_cell(const ItemScope& scope) {
    return scope.list().kind == ListKind::cooperative
               ? scope.list().cell(scope.item(), CellRole::superior_duties)
               : nullptr;
}

// The departments that an item lists, to ask whether a text may name another one.
class ListedDepartments {
public:
    explicit ListedDepartments(const ItemScope& scope) : near_(near_cores) {
        const Cell* cell = scope.list().cell(scope.item(), CellRole::departments);
        if (!cell) return;
        for (const DepartmentMention& mention : scope.item().departments) {
            const KnownDepartment* department = scope.departments().find(cell->view(mention.name));
            if (!department) continue;
            names_.insert(department->counted_as);
            departments_.push_back(department);
        }
    }

    // Itself, under another name by the office's dictionary, or written a little differently.
    bool have(const KnownDepartment& department) {
        if (names_.contains(department.counted_as)) return true;
        for (; indexed_ < departments_.size(); ++indexed_)
            near_.add(departments_[indexed_]->core, 0);
        return near_.first_near(department.core, 1).has_value();
    }

private:
    std::set<std::string_view> names_;
    std::vector<const KnownDepartment*> departments_;
    std::size_t indexed_ = 0;  // of them stand in near_, which few items need
    NearNames near_;
};

// The only department of a region whose core has these characters in their order, or nullptr. Where
// a document lists more departments than any county has, nothing is made of it.
const KnownDepartment* only_meant(const DepartmentBook& book, std::u32string_view core) {
    constexpr std::size_t most = 256;
    if (book.all().size() > most) return nullptr;
    const KnownDepartment* meant = nullptr;
    for (const KnownDepartment& department : book.all()) {
        if (department.region.empty() || !is_subsequence(core, department.core)) continue;
        if (meant) return nullptr;
        meant = &department;
    }
    return meant;
}

}  // namespace

// Of several that are near, the most usual one is told.
void find_similar_departments(DocumentScope& scope) {
    const auto& all = scope.departments().all();
    std::vector<std::uint32_t> by_count(all.size());
    std::iota(by_count.begin(), by_count.end(), 0u);
    std::stable_sort(by_count.begin(), by_count.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return all[a].count > all[b].count; });
    struct Region {
        NearNames names{near_cores};
        std::vector<std::uint32_t> departments;
    };
    std::map<std::string_view, Region> regions;
    std::map<std::string_view, std::uint32_t> counted;
    for (const std::uint32_t d : by_count) {
        const KnownDepartment& rare = all[d];
        const auto group = static_cast<std::uint32_t>(counted.size());
        const std::uint32_t own = counted.emplace(rare.counted_as, group).first->second;
        Region& region = regions[rare.region];
        if (const auto near = region.names.first_near(rare.core, own)) {
            const KnownDepartment& usual = all[region.departments[*near]];
            scope.report(
                rare.place, rare.span,
                {rare.name, std::to_string(rare.count), usual.name, std::to_string(usual.count)},
                usual.name);
        }
        region.names.add(rare.core, own);
        region.departments.push_back(d);
    }
}

void find_repeated_departments(ItemScope& scope) {
    std::set<std::string_view> listed;
    for_each_mention(
        scope, [&](std::uint32_t cell, const DepartmentMention& mention, std::string_view name) {
            if (!name.empty() && !listed.insert(name).second)
                scope.report(cell, mention.name, {std::string(name)});
        });
}

void find_departments_without_duty(ItemScope& scope) {
    const Cell* duties = superior_cell(scope);
    if (!duties || duties->text.empty() || scope.item().departments.size() < 2) return;
    std::optional<bool> all_taken;
    std::optional<std::unordered_set<std::size_t>> named;
    for_each_mention(scope, [&](std::uint32_t cell, const DepartmentMention& mention,
                                std::string_view name) {
        const KnownDepartment* department = scope.departments().find(name);
        if (mention.and_others || !department || department->forms.empty()) return;
        if (!named) named = scope.departments().forms_in(duties->text);
        if (std::any_of(department->forms.begin(), department->forms.end(),
                        [&](std::size_t form) { return named->contains(form); }))
            return;
        // A point that is nobody's in particular may be this department's.
        if (!all_taken) {
            const auto points = superior_points(scope.list(), scope.item(), scope.document().unit);
            all_taken = !points.empty() &&
                        std::all_of(points.begin(), points.end(),
                                    [](const Point& point) { return !point.departments.empty(); });
        }
        if (*all_taken) scope.report(cell, mention.name, {std::string(name)});
    });
}

void find_departments_not_listed(CellScope& scope) {
    if (&scope.cell() != superior_cell(scope) || scope.item().departments.empty()) return;
    const CellCharacters& text = scope.text();
    ListedDepartments listed(scope);
    std::set<const KnownDepartment*> told;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        const KnownDepartment* department = scope.departments().named_at(text, i, end);
        if (!department) {
            ++i;
            continue;
        }
        // 县公安局 behind Han is the end of another county's, unless its own name goes before.
        if (!told.contains(department) && !listed.have(*department)) {
            told.insert(department);
            scope.report(i, end, {std::string(text.view(i, end))});
        }
        i = end;
    }
}

void find_missing_prefixes(ItemScope& scope) {
    const Unit& unit = scope.document().unit;
    if (unit.county.empty()) return;
    const std::string& usual = scope.departments().usual_prefix();
    if (usual.empty()) return;
    for_each_mention(
        scope, [&](std::uint32_t cell, const DepartmentMention& mention, std::string_view name) {
            const RegionPrefix prefix = region_prefix(name, unit);
            const bool bare = prefix.bytes == 0 || name.substr(0, prefix.bytes) == prefix.word;
            if (!bare || name.starts_with(usual) || prefix.word != region_word(usual)) {
                if (prefix.bytes != 0) return;
            }
            if (prefix.bytes == 0 && (stands_above_regions(name) ||
                                      name.find(stem_of(unit.county)) != std::string_view::npos))
                return;
            if (!ends_like_department(name)) return;
            const std::string full = usual + std::string(name.substr(prefix.bytes));
            // 某县…: another region's is told by another rule.
            const std::string_view word = region_word(usual);
            const std::size_t at = name.find(word);
            if (prefix.bytes == 0 && at != std::string_view::npos && at > 0 && at < 24) return;
            scope.report(cell, mention.name, {std::string(name), full}, full);
        });
}

void find_foreign_prefixes(ItemScope& scope) {
    const Unit& unit = scope.document().unit;
    if (unit.county.empty()) return;
    for_each_mention(
        scope, [&](std::uint32_t cell, const DepartmentMention& mention, std::string_view name) {
            if (region_prefix(name, unit).bytes != 0) return;
            for (std::string_view word : {"自治县", "县", "旗", "市", "区"}) {
                const std::size_t at = name.find(word);
                constexpr std::size_t longest = 30;  // bytes of a county's name
                if (at == std::string_view::npos || at == 0 || at > longest) continue;
                const std::string_view region = name.substr(0, at + word.size());
                const std::u32string rest = department_core(name.substr(region.size()));
                if (!scope.departments().knows_core_in_region(rest)) continue;
                scope.report(cell,
                             {mention.name.begin,
                              static_cast<std::uint32_t>(mention.name.begin + region.size())},
                             {std::string(name), std::string(region), unit.county}, unit.county);
                return;
            }
        });
}

void find_unknown_forms(CellScope& scope) {
    if (!scope.outline() || scope.role() != CellRole::superior_duties) return;
    const std::u32string word = to_utf32(region_word(scope.document().unit.county));
    if (word.size() != 1 || scope.departments().all().empty()) return;
    const CellCharacters& text = scope.text();
    for (const OutlineEntry& entry : scope.outline()->entries()) {
        std::size_t end = entry.begin;
        if (entry.begin >= text.size() || text[entry.begin] != word.front()) continue;
        if (scope.departments().named_at(text, entry.begin, end)) continue;
        // 县…局 within a short name; 县级, 县域, 县乡 begin other words.
        constexpr std::size_t longest_name = 18;
        constexpr std::u32string_view other_words = U"级域内外乡直城人委区";
        std::size_t at = entry.begin + 1;
        if (at < text.size() && other_words.find(text[at]) != std::u32string_view::npos) continue;
        while (at < entry.end && at - entry.begin < longest_name && is_han(text[at]) &&
               text[at] != U'局')
            ++at;
        if (at >= entry.end || text[at] != U'局' || at - entry.begin < 3) continue;
        const std::u32string core = comparable(text.view(entry.begin + 1, at + 1));
        const KnownDepartment* const meant = only_meant(scope.departments(), core);
        const std::string suggestion =
            meant ? to_utf8(word.front()) + meant->name.substr(meant->region.size())
                  : std::string();
        scope.report(entry.begin, at + 1, {std::string(text.view(entry.begin, at + 1))},
                     suggestion.empty() ? std::nullopt : std::optional(suggestion));
    }
}

}  // namespace dutylist::check
