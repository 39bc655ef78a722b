#include "pipeline/report/across_tally.h"

#include <algorithm>
#include <array>

#include "pipeline/compare/item_view.h"
#include "pipeline/report/alike_names.h"
#include "pipeline/report/report_tables.h"
#include "pipeline/templates/template_store.h"

namespace dutylist {
namespace {

constexpr std::size_t max_text_bytes = 32 * 1024 * 1024;
// Of one item and aspect; where nearly every unit has its own text, more would bury the others.
constexpr std::size_t max_variants = 6;

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    if (what.empty()) return;
    for (std::size_t at = text.find(what); at != std::string::npos;
         at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
}

// FNV-1a, 64 bits.
std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ull;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    }
    return hash;
}

}  // namespace

// The unit's own name and 本乡, 本镇, 本街道 are one word, or no two units would ever agree.
std::string AcrossTally::neutral(std::string_view text, const Unit& unit) const {
    std::string result(text);
    replace_all(result, unit.township, own_unit_);
    const std::string_view kind = unit.kind();
    if (!kind.empty()) replace_all(result, "本" + std::string(kind), own_unit_);
    return result;
}

AcrossTally::Index AcrossTally::group_of(ListKind list, std::string_view name, const Unit& unit) {
    std::string shown = neutral(name, unit);
    std::string key = static_cast<char>('0' + static_cast<int>(list)) + without_white_space(shown);
    const auto [entry, is_new] =
        group_index_.try_emplace(std::move(key), static_cast<Index>(groups_.size()));
    if (is_new) groups_.push_back({std::move(shown), list, entry->second});
    return entry->second;
}

AcrossTally::Index AcrossTally::text_of(std::string text) {
    const auto [entry, is_new] = text_index_.try_emplace(hash_of(without_white_space(text)),
                                                         static_cast<Index>(texts_.size()));
    if (is_new) {
        if (text_bytes_ + text.size() > max_text_bytes) {
            texts_.push_back({{}, false});
        } else {
            text_bytes_ += text.size();
            texts_.push_back({std::move(text), true});
        }
    }
    return entry->second;
}

AcrossTally::Index AcrossTally::departments_of(const DutyList& list, const Item& item,
                                               const Unit& unit) {
    std::vector<std::string> names;
    for (const std::string& printed : printed_departments(list, item)) {
        std::string name = without_white_space(dictionary_.counted_as(printed));
        // Between counties, 某县教育局 and 另一县教育局 are the same department.
        if (!unit.county.empty() && name.starts_with(unit.county) &&
            name.size() > unit.county.size()) {
            name.erase(0, unit.county.size());
        }
        names.push_back(std::move(name));
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::string joined;
    for (const std::string& name : names) joined += (joined.empty() ? "" : "、") + name;
    return static_cast<Index>(department_sets_.index_of(joined));
}

void AcrossTally::take(std::size_t unit, const Document& document) {
    ++reporting_;
    for (const DutyList& list : document.lists) {
        for (const Item& item : list.items) {
            std::string wording;
            for (std::size_t c = 0; c < list.columns.size(); ++c) {
                const CellRole role = list.columns[c].role;
                std::string text;
                if (role == CellRole::superior_duties || role == CellRole::township_duties ||
                    role == CellRole::handover_method) {
                    text = item.cells[c].text;
                } else if (role == CellRole::handover) {
                    text = without_handover_departments(list, item, c);
                }
                if (!text.empty()) wording += (wording.empty() ? "" : "\n") + text;
            }
            const Index group = group_of(list.kind, list.text(item, CellRole::name), document.unit);
            groups_[group].occurrences.push_back(static_cast<Index>(occurrences_.size()));
            occurrences_.push_back(
                {group, static_cast<Index>(unit),
                 static_cast<Index>(categories_.index_of(list.text(item, CellRole::category))),
                 departments_of(list, item, document.unit),
                 text_of(neutral(wording, document.unit)), item.number.value_or(0)});
        }
    }
}

std::size_t AcrossTally::units_of(const std::vector<Index>& occurrences) const {
    std::vector<Index> units;
    for (const Index i : occurrences) units.push_back(occurrences_[i].unit);
    std::sort(units.begin(), units.end());
    return static_cast<std::size_t>(std::unique(units.begin(), units.end()) - units.begin());
}

void AcrossTally::finish() {
    std::vector<NamedGroup> named;
    named.reserve(groups_.size());
    for (const Group& group : groups_) {
        NamedGroup one{group.name, static_cast<int>(group.list), {}};
        for (const Index i : group.occurrences) one.units.push_back(occurrences_[i].unit);
        named.push_back(std::move(one));
    }
    const std::vector<std::uint32_t> canonical =
        reporting_ > 1 ? group_alike_names(named) : std::vector<std::uint32_t>();
    merged_.assign(groups_.size(), {});
    for (Index g = 0; g < groups_.size(); ++g) {
        if (!canonical.empty()) groups_[g].canonical = canonical[g];
        std::vector<Index>& target = merged_[groups_[g].canonical];
        target.insert(target.end(), groups_[g].occurrences.begin(), groups_[g].occurrences.end());
    }
    for (std::vector<Index>& occurrences : merged_) {
        std::stable_sort(occurrences.begin(), occurrences.end(), [&](Index a, Index b) {
            return occurrences_[a].unit < occurrences_[b].unit;
        });
    }
}

bool AcrossTally::differs(const std::vector<Index>& occurrences) const {
    return std::any_of(occurrences.begin(), occurrences.end(), [&](Index i) {
        const Occurrence& first = occurrences_[occurrences.front()];
        const Occurrence& other = occurrences_[i];
        return other.unit != first.unit &&
               (other.group != first.group || other.category != first.category ||
                other.departments != first.departments || other.wording != first.wording);
    });
}

ReportTable AcrossTally::summary(const ReportTemplate& labels) const {
    ReportTable table = make_table(labels, across_table());
    constexpr std::array<const char*, 4> rows{"items", "common", "single", "differing"};
    std::array<std::array<std::int64_t, all_list_kinds.size()>, rows.size()> counts{};
    for (Index g = 0; g < merged_.size(); ++g) {
        if (merged_[g].empty()) continue;
        const auto list = static_cast<std::size_t>(groups_[g].list);
        const std::size_t units = units_of(merged_[g]);
        ++counts[0][list];
        if (units == reporting_) ++counts[1][list];
        if (units == 1) ++counts[2][list];
        if (units > 1 && differs(merged_[g])) ++counts[3][list];
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        table.rows.push_back(
            {rows[i],
             RowKind::data,
             {labels.label("across." + std::string(rows[i])), counts[i][0], counts[i][1],
              counts[i][2], counts[i][0] + counts[i][1] + counts[i][2]}});
    }
    return table;
}

ReportTable AcrossTally::common(const ReportTemplate& labels) const {
    ReportTable table = make_table(labels, common_table());
    for (const ListKind list : all_list_kinds) {
        for (Index g = 0; g < merged_.size(); ++g) {
            if (groups_[g].list != list || merged_[g].empty()) continue;
            if (units_of(merged_[g]) != reporting_) continue;
            table.rows.push_back(
                {std::to_string(g),
                 RowKind::data,
                 {labels.list(list), categories_[occurrences_[merged_[g].front()].category],
                  groups_[g].name}});
        }
    }
    return table;
}

ReportTable AcrossTally::single(const ReportTemplate& labels) const {
    ReportTable table = make_table(labels, single_table());
    std::vector<Index> chosen;
    for (Index g = 0; g < merged_.size(); ++g) {
        if (!merged_[g].empty() && units_of(merged_[g]) == 1) chosen.push_back(merged_[g].front());
    }
    std::sort(chosen.begin(), chosen.end());  // by unit, then as the items stand
    for (const Index i : chosen) {
        const Occurrence& one = occurrences_[i];
        table.rows.push_back({std::to_string(i),
                              RowKind::data,
                              {unit_names_[one.unit], labels.list(groups_[one.group].list),
                               one.number == 0 ? std::string() : std::to_string(one.number),
                               categories_[one.category], groups_[one.group].name}});
    }
    return table;
}

ReportTable AcrossTally::differing(const ReportTemplate& labels) const {
    ReportTable table = make_table(labels, differing_table());
    for (const ListKind list : all_list_kinds) {
        for (Index g = 0; g < merged_.size(); ++g) {
            if (groups_[g].list != list || merged_[g].size() < 2) continue;
            if (units_of(merged_[g]) > 1 && differs(merged_[g])) {
                add_differences(table, labels, g, merged_[g]);
            }
        }
    }
    return table;
}

void AcrossTally::add_differences(ReportTable& table, const ReportTemplate& labels, Index canonical,
                                  const std::vector<Index>& occurrences) const {
    struct Variant {
        Index value;
        std::vector<Index> units;
    };
    using Member = Index Occurrence::*;
    const std::array<std::pair<const char*, Member>, 4> aspects{
        {{"name", &Occurrence::group},
         {"category", &Occurrence::category},
         {"departments", &Occurrence::departments},
         {"wording", &Occurrence::wording}}};
    const auto text_of_value = [&](Member member, Index value) -> const std::string* {
        if (member == &Occurrence::group) return &groups_[value].name;
        if (member == &Occurrence::category) return &categories_[value];
        if (member == &Occurrence::departments) return &department_sets_[value];
        return texts_[value].kept ? &texts_[value].text : nullptr;
    };
    for (const auto& [id, member] : aspects) {
        std::vector<Variant> variants;
        std::unordered_map<Index, std::size_t> known;
        for (const Index i : occurrences) {
            const Occurrence& one = occurrences_[i];
            const auto [at, is_new] = known.try_emplace(one.*member, variants.size());
            if (is_new) variants.push_back({one.*member, {}});
            std::vector<Index>& units = variants[at->second].units;
            if (units.empty() || units.back() != one.unit) units.push_back(one.unit);
        }
        if (variants.size() < 2) continue;
        std::stable_sort(variants.begin(), variants.end(), [](const Variant& a, const Variant& b) {
            return a.units.size() > b.units.size();
        });
        const std::string* main_text = text_of_value(member, variants.front().value);
        const std::size_t shown_variants =
            variants.size() > max_variants ? max_variants - 1 : variants.size();
        const auto row_id = [&, id = id](std::size_t v) {
            return std::to_string(canonical) + "/" + id + "/" + std::to_string(v + 1);
        };
        for (std::size_t v = 0; v < shown_variants; ++v) {
            std::string units;
            for (const Index unit : variants[v].units) {
                units += (units.empty() ? "" : "、") + unit_names_[unit];
            }
            const std::string* text = text_of_value(member, variants[v].value);
            Value shown = labels.label("text-not-kept");
            if (text && v == 0) shown = *text;
            if (text && main_text && v > 0) shown = character_difference(*main_text, *text);
            table.rows.push_back({row_id(v),
                                  RowKind::data,
                                  {labels.list(groups_[canonical].list), groups_[canonical].name,
                                   labels.label("aspect." + std::string(id)),
                                   static_cast<std::int64_t>(variants[v].units.size()),
                                   std::move(units), std::move(shown)}});
        }
        if (shown_variants == variants.size()) continue;
        std::int64_t others = 0;
        for (std::size_t v = shown_variants; v < variants.size(); ++v) {
            others += static_cast<std::int64_t>(variants[v].units.size());
        }
        table.rows.push_back(
            {row_id(shown_variants),
             RowKind::data,
             {labels.list(groups_[canonical].list), groups_[canonical].name,
              labels.label("aspect." + std::string(id)), others, std::string(),
              fill_placeholders(labels.label("more-variants"),
                                {{"0", std::to_string(variants.size() - shown_variants)}})}});
    }
}

}  // namespace dutylist
