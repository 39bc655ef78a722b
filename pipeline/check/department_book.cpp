#include "pipeline/check/department_book.h"

#include <algorithm>

#include "pipeline/analysis/analyse.h"
#include "pipeline/analysis/region_names.h"
#include "pipeline/check/similarity.h"
#include "pipeline/text/edit_distance.h"
#include "pipeline/text/utf8.h"

namespace dutylist::check {

std::u32string department_core(std::string_view name) {
    std::u32string core = comparable(name);
    if (core.ends_with(U"委员会")) core.resize(core.size() - 2);
    if (core.ends_with(U"办公室")) core.resize(core.size() - 2);
    return core;
}

bool are_near(std::u32string_view a, std::u32string_view b) {
    constexpr std::size_t shortest_for_loss = 3;     // 应急局, 林业局
    constexpr std::size_t shortest_for_mistake = 6;  // shorter names differ in one character
    constexpr std::size_t most_lost = 2;
    if (a == b) return true;
    if (a.size() > b.size()) std::swap(a, b);
    if (a.size() == b.size())
        return a.size() >= shortest_for_mistake && edit_distance(a, b, 1) == 1;
    return a.size() >= shortest_for_loss && b.size() - a.size() <= most_lost &&
           is_subsequence(a, b);
}

DepartmentBook::DepartmentBook(const Document& document, const DepartmentDictionary& dictionary) {
    const auto note = [&](const Place& place, TextSpan span) {
        const std::string name(cell_of(document, place)->view(span));
        const auto [entry, is_new] = by_name_.emplace(name, departments_.size());
        if (is_new) {
            const RegionPrefix prefix = region_prefix(name, document.unit);
            KnownDepartment department;
            department.name = name;
            department.counted_as = dictionary.counted_as(name);
            department.region = name.substr(0, prefix.bytes);
            department.core = department_core(std::string_view(name).substr(prefix.bytes));
            department.place = place;
            department.span = span;
            department.forms = short_forms(name, document.unit);
            departments_.push_back(std::move(department));
        }
        ++departments_[entry->second].count;
    };
    for (std::uint32_t l = 0; l < document.lists.size(); ++l) {
        const DutyList& list = document.lists[l];
        const auto column = list.column(CellRole::departments);
        for (std::uint32_t i = 0; i < list.items.size(); ++i) {
            const Item& item = list.items[i];
            for (const DepartmentMention& mention : item.departments) {
                if (column) note({l, i, static_cast<std::uint32_t>(*column)}, mention.name);
            }
            for (const Handover& handover : item.handovers)
                note({l, i, handover.department_cell}, handover.department);
        }
    }

    find_usual_prefix();
    for (std::size_t d = 0; d < departments_.size(); ++d) {
        for (const std::string& form : departments_[d].forms) {
            const bool has_region = region_prefix(form, document.unit).bytes != 0;
            if (form != departments_[d].name && !has_region) continue;
            if (form == departments_[d].name && !has_region && count_characters(form) < 6) continue;
            phrases_.push_back(to_utf32(form));
            owners_.push_back(d);
        }
    }
    for (const std::u32string& phrase : phrases_) views_.push_back(phrase);
    matcher_ = PhraseMatcher(views_);
}

void DepartmentBook::find_usual_prefix() {
    std::map<std::string_view, std::uint32_t> prefixes;
    std::uint32_t all = 0;
    for (const KnownDepartment& department : departments_) {
        prefixes[department.region] += department.count;
        all += department.count;
        if (!department.region.empty()) cores_in_region_.insert(department.core);
    }
    for (const auto& [prefix, count] : prefixes) {
        if (count < 3 || count * 5 < all * 4) continue;
        usual_prefix_ = prefix;
        return;
    }
}

const KnownDepartment* DepartmentBook::find(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : &departments_[found->second];
}

const KnownDepartment* DepartmentBook::named_at(const CellCharacters& text, std::size_t index,
                                                std::size_t& end) const {
    PhraseMatcher::Match match;
    if (!matcher_.match_at(text, index, match)) return nullptr;
    end = match.end;
    return &departments_[owners_[match.phrase]];
}

}  // namespace dutylist::check
