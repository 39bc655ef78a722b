#include <algorithm>

#include "pipeline/check/similarity.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"
#include "tests/support/planted_errors.h"

namespace dutylist::test {
namespace {

using check::nowhere;
using check::Place;
using Defects = std::vector<Defect>;
using Made = std::optional<Defect>;

// An item of a sample.
struct Row {
    const Sample& sample;
    std::uint32_t list_index;
    std::uint32_t index;

    const DutyList& list() const { return sample.document.lists[list_index]; }
    std::size_t size() const { return list().items.size(); }
    Row other(std::uint32_t item) const { return {sample, list_index, item}; }
    bool is_clean() const { return sample.is_clean(list_index, index); }
    std::string text(CellRole role) const {
        return std::string(list().text(list().items[index], role));
    }
    std::optional<Place> place(CellRole role) const {
        const auto column = list().column(role);
        if (!column) return {};
        return Place{list_index, index, static_cast<std::uint32_t>(*column)};
    }
};

// The defect of putting `text` into a cell, found there by `rule`.
Made with_cell(const Row& row, CellRole role, const std::string& text, const std::string& rule) {
    const auto place = row.place(role);
    const auto field = place ? row.sample.field(*place) : std::nullopt;
    if (!field) return {};
    const std::string_view old =
        std::string_view(row.sample.source).substr(field->begin, field->end - field->begin);
    if (old != row.text(role)) return {};
    Defect defect;
    defect.item = *place;
    defect.replacements.push_back({field->begin, old.size(), text});
    if (!rule.empty()) defect.expected.push_back({rule, *place, field->begin, 0, text});
    return defect;
}

template <typename Make>
Defects at_each_row(const Sample& sample, Make&& make) {
    Defects defects;
    for (std::uint32_t l = 0; l < sample.document.lists.size(); ++l) {
        for (std::uint32_t i = 0; i < sample.document.lists[l].items.size(); ++i) {
            const Row row{sample, l, i};
            if (!row.is_clean()) continue;
            if (Made defect = make(row)) defects.push_back(std::move(*defect));
        }
    }
    return defects;
}

std::string number_text(std::uint32_t number) { return std::to_string(number); }

Defects gaps(const Sample& sample) {
    return at_each_row(sample, [](const Row& row) -> Made {
        if (row.index + 1 != row.size()) return {};
        return with_cell(row, CellRole::number, number_text(row.index + 2), "structure.number-gap");
    });
}

Defects lost_rows(const Sample& sample) {
    return at_each_row(sample, [](const Row& row) -> Made {
        if (row.index == 0 || row.index + 3 > row.size() || !row.list().groups.empty()) return {};
        const Row next = row.other(row.index + 1);
        // With the only row of a category its other findings would go.
        const std::string category = row.text(CellRole::category);
        if (!next.is_clean() || (next.text(CellRole::category) != category &&
                                 row.other(row.index - 1).text(CellRole::category) != category))
            return {};
        const auto number = row.sample.field(*row.place(CellRole::number));
        const auto next_number = row.sample.field(*next.place(CellRole::number));
        if (!number || !next_number) return {};
        const std::size_t end = row.sample.source.find('\n', number->begin) + 1;
        Defect defect;
        defect.item = *row.place(CellRole::number);
        defect.replacements.push_back({number->begin, end - number->begin, ""});
        const Place gone = defect.item;
        // The next row moves up, and stands where this one stood.
        defect.expected.push_back(
            {"structure.number-gap", gone, next_number->begin, 0, next.text(CellRole::number)});
        defect.moved = [gone](Place place) -> std::optional<Place> {
            if (place.list == gone.list && place.item != nowhere && place.item > gone.item)
                --place.item;
            return place;
        };
        return defect;
    });
}

Defects repeated_numbers(const Sample& sample) {
    return at_each_row(sample, [](const Row& row) -> Made {
        if (row.index == 0 || row.index + 1 == row.size()) return {};
        return with_cell(row, CellRole::number, number_text(row.index),
                         "structure.number-repeated");
    });
}

Defects swapped_numbers(const Sample& sample) {
    return at_each_row(sample, [](const Row& row) -> Made {
        if (row.index == 0 || row.index + 3 > row.size()) return {};
        Made defect =
            with_cell(row, CellRole::number, number_text(row.index + 2), "structure.number-order");
        const Made second =
            with_cell(row.other(row.index + 1), CellRole::number, number_text(row.index + 1), "");
        if (!defect || !second) return {};
        defect->replacements.push_back(second->replacements.front());
        return defect;
    });
}

Defects missing_numbers(const Sample& sample) {
    return at_each_row(sample, [](const Row& row) -> Made {
        // The first row of a table without its number is told to be outside the lists.
        const auto& groups = row.list().groups;
        const bool is_first =
            row.index == 0 || std::any_of(groups.begin(), groups.end(), [&](const GroupRow& group) {
                return group.first_item == row.index;
            });
        if (is_first) return {};
        return with_cell(row, CellRole::number, "—", "structure.number-missing");
    });
}

// The cell stands behind one without markup, so that its place is known to the column. A row of
// nothing but its number would be a page number.
template <CellRole role>
Defects emptied(const Sample& sample) {
    return at_each_row(sample, [](const Row& row) -> Made {
        const auto place = row.place(role);
        if (row.text(role).empty() || !place || place->cell == 0) return {};
        const bool two_columns = row.list().columns.size() == 3 && !row.list().groups.empty();
        const std::size_t before =
            place->cell - (row.list().groups.empty() || place->cell != 2 ? 1 : 2);
        const Cell& neighbour = row.list().items[row.index].cells[before];
        const auto field =
            row.sample.field({row.list_index, row.index, static_cast<std::uint32_t>(before)});
        const bool plain = field && row.sample.source.substr(
                                        field->begin, field->end - field->begin) == neighbour.text;
        if (two_columns || !plain) return {};
        return with_cell(row, role, "", "structure.empty-cell");
    });
}

Defects category_variants(const Sample& sample) {
    return at_each_row(sample, [](const Row& row) -> Made {
        const std::string category = row.text(CellRole::category);
        std::size_t count = 0;
        for (const DutyList& list : row.sample.document.lists) {
            for (const Item& item : list.items)
                count += list.text(item, CellRole::category) == category;
        }
        if (count < 3 || count_characters(category) < 4) return {};
        std::string variant = category;
        const std::size_t and_word = category.find("及");
        if (and_word != std::string::npos) {
            variant.replace(and_word, std::string("及").size(), "和");
        } else {
            variant.insert(std::string("两字").size(), "和");
        }
        return with_cell(row, CellRole::category, variant, "structure.category-variant");
    });
}

// The last row of a run goes to a category that had its run before.
Defects split_categories(const Sample& sample) {
    return at_each_row(sample, [](const Row& row) -> Made {
        if (row.index < 3 || row.index + 1 == row.size()) return {};
        const auto category_of = [&](std::uint32_t i) {
            return row.other(i).text(CellRole::category);
        };
        const std::string mine = category_of(row.index);
        if (category_of(row.index - 1) != mine || category_of(row.index + 1) == mine) return {};
        std::uint32_t before = row.index;
        while (before > 0 && category_of(before) == mine) --before;
        const std::string earlier = category_of(before);
        if (earlier == mine || earlier == category_of(row.index + 1)) return {};
        if (!row.other(row.index + 1).is_clean()) return {};
        return with_cell(row, CellRole::category, earlier, "structure.category-split");
    });
}

// The heading of a group names the category of one that is over.
Defects split_groups(const Sample& sample) {
    Defects defects;
    for (std::uint32_t l = 0; l < sample.document.lists.size(); ++l) {
        const DutyList& list = sample.document.lists[l];
        for (std::size_t g = 2; g < list.groups.size(); ++g) {
            const GroupRow& group = list.groups[g];
            const std::string mine(list.text(list.items[group.first_item], CellRole::category));
            const std::string first(list.text(list.items.front(), CellRole::category));
            const SourceLocation place = group.source.locate(group.text, 0);
            const std::size_t offset =
                sample.offset_of(place.line, place.column) + group.text.find(mine);
            Defect defect;
            defect.replacements.push_back({offset, mine.size(), first});
            defect.item = {l, group.first_item,
                           static_cast<std::uint32_t>(*list.column(CellRole::category))};
            defect.expected.push_back({"structure.category-split", defect.item, offset, 0, first});
            defects.push_back(std::move(defect));
        }
    }
    return defects;
}

Defects duplicates(const Sample& sample) {
    return at_each_row(sample, [](const Row& row) -> Made {
        if (row.index == 0 || !row.other(row.index / 2).is_clean()) return {};
        return with_cell(row, CellRole::name, row.other(row.index / 2).text(CellRole::name),
                         "structure.duplicate-item");
    });
}

Defects near_duplicates(const Sample& sample) {
    return at_each_row(sample, [](const Row& row) -> Made {
        if (row.index == 0 || !row.other(row.index / 2).is_clean()) return {};
        std::string name = row.other(row.index / 2).text(CellRole::name);
        if (check::comparable(name).size() < 30) return {};
        std::size_t at = 0;
        for (int i = 0; i < 9; ++i) at += decode_at(name, at).bytes;
        while (!is_han(decode_at(name, at).character)) at += decode_at(name, at).bytes;
        name.replace(at, decode_at(name, at).bytes, "某");
        return with_cell(row, CellRole::name, name, "structure.similar-item");
    });
}

}  // namespace

const std::vector<DefectKind>& structure_defects() {
    static const std::vector<DefectKind> kinds{
        {"structure.number-gap", "last number", gaps},
        {"structure.number-gap", "row left out", lost_rows},
        {"structure.number-repeated", "", repeated_numbers},
        {"structure.number-order", "swapped", swapped_numbers},
        {"structure.number-missing", "—", missing_numbers},
        {"structure.empty-cell", "category", emptied<CellRole::category>},
        {"structure.empty-cell", "name", emptied<CellRole::name>},
        {"structure.empty-cell", "departments", emptied<CellRole::departments>},
        {"structure.empty-cell", "superior duties", emptied<CellRole::superior_duties>},
        {"structure.empty-cell", "township duties", emptied<CellRole::township_duties>},
        {"structure.empty-cell", "hand-over", emptied<CellRole::handover>},
        {"structure.empty-cell", "who", emptied<CellRole::handover_department>},
        {"structure.empty-cell", "how", emptied<CellRole::handover_method>},
        {"structure.category-variant", "", category_variants},
        {"structure.category-split", "row", split_categories},
        {"structure.category-split", "group", split_groups},
        {"structure.duplicate-item", "", duplicates},
        {"structure.similar-item", "", near_duplicates},
    };
    return kinds;
}

}  // namespace dutylist::test
