#include "pipeline/check/rules.h"

namespace dutylist::check {
namespace {

// The notes of all items, list after list: what DocumentScope::alike_names counts.
std::vector<const ItemNote*> all_notes(const Survey& survey) {
    std::vector<const ItemNote*> notes;
    for (const auto& list : survey.items) {
        for (const ItemNote& note : list) notes.push_back(&note);
    }
    return notes;
}

Place name_place(const Document& document, Place place) {
    const auto column = document.lists[place.list].column(CellRole::name);
    place.cell = static_cast<std::uint32_t>(*column);
    return place;
}

std::string number_of(const Document& document, const Place& place) {
    const DutyList& list = document.lists[place.list];
    return std::string(list.text(list.items[place.item], CellRole::number));
}

std::string list_name(ListKind kind) {
    return kind == ListKind::basic ? "基本履职事项" : "配合履职事项";
}

void report_pairs(DocumentScope& scope, bool equal) {
    const Document& document = scope.document();
    const auto notes = all_notes(scope.survey());
    for (const SimilarPair& pair : scope.alike_names()) {
        const Place& first = notes[pair.first]->place;
        const Place& second = notes[pair.second]->place;
        if (pair.equal == equal && first.list == second.list)
            scope.report(name_place(document, second), {number_of(document, first)});
    }
}

}  // namespace

void find_duplicate_items(DocumentScope& scope) { report_pairs(scope, true); }

void find_similar_items(DocumentScope& scope) { report_pairs(scope, false); }

void find_recalled_items_kept(DocumentScope& scope) {
    const Document& document = scope.document();
    const auto notes = all_notes(scope.survey());
    std::vector<bool> told(notes.size());
    for (const SimilarPair& pair : scope.alike_names()) {
        const auto is_recalled = [&](std::uint32_t index) {
            return document.lists[notes[index]->place.list].kind == ListKind::recalled;
        };
        if (is_recalled(pair.first) == is_recalled(pair.second)) continue;
        const std::uint32_t gone = is_recalled(pair.first) ? pair.first : pair.second;
        const Place& kept = notes[gone == pair.first ? pair.second : pair.first]->place;
        if (told[gone]) continue;
        told[gone] = true;
        const Place place = name_place(document, notes[gone]->place);
        scope.report(place, {cell_of(document, place)->text,
                             list_name(document.lists[kept.list].kind), number_of(document, kept)});
    }
}

}  // namespace dutylist::check
