#include "pipeline/check/department_book.h"

#include <algorithm>

#include "pipeline/analysis/analyse.h"
#include "pipeline/analysis/region_names.h"
#include "pipeline/check/similarity.h"
#include "pipeline/text/utf8.h"

namespace dutylist::check {

std::u32string department_core(std::string_view name) {
    std::u32string core = comparable(name);
    if (core.ends_with(U"委员会")) core.resize(core.size() - 2);
    if (core.ends_with(U"办公室")) core.resize(core.size() - 2);
    return core;
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
            departments_.push_back(std::move(department));
            note_forms(departments_.size() - 1, document.unit);
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
    form_matcher_ = PhraseMatcher(forms_);
    name_matcher_ = PhraseMatcher(named_);
}

// Keys of an unordered map stay where they are, so views of them do.
void DepartmentBook::note_forms(std::size_t index, const Unit& unit) {
    KnownDepartment& department = departments_[index];
    for (const std::string& form : short_forms(department.name, unit)) {
        std::u32string characters = to_utf32(form);
        if (characters.size() > longest_form) continue;
        const std::size_t length = characters.size();
        const auto [entry, is_new] = form_numbers_.emplace(std::move(characters), forms_.size());
        if (is_new) forms_.push_back(entry->first);
        department.forms.push_back(entry->second);
        const bool has_region = region_prefix(form, unit).bytes != 0;
        if (form != department.name && !has_region) continue;
        if (form == department.name && !has_region && length < 6) continue;
        named_.push_back(entry->first);
        owners_.push_back(index);
    }
}

std::unordered_set<std::size_t> DepartmentBook::forms_in(std::string_view text) const {
    const std::u32string characters = to_utf32(text);
    std::unordered_set<std::size_t> found;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        form_matcher_.for_each_at(
            characters, i, [&](const PhraseMatcher::Match& match) { found.insert(match.phrase); });
    }
    return found;
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
    if (!name_matcher_.match_at(text.characters(), index, match)) return nullptr;
    end = match.end;
    return &departments_[owners_[match.phrase]];
}

}  // namespace dutylist::check
