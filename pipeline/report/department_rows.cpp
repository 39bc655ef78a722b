#include "pipeline/report/department_rows.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/report/alike_names.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

std::string texts_of(const DepartmentRow& row) {
    std::string key = row.name.text;
    for (const Cell* cell : {&row.own, &row.township}) {
        key += '\0';
        key += cell->text;
    }
    return key;
}

Cell plain(std::string text) {
    Cell cell;
    cell.text = std::move(text);
    return cell;
}

std::string names_of(const std::vector<std::uint32_t>& units, const std::vector<std::string>& names,
                     const std::string& separator) {
    std::string text;
    for (const std::uint32_t unit : units) text += (text.empty() ? "" : separator) + names[unit];
    return text;
}

}  // namespace

void DepartmentRows::add(std::uint32_t unit, Cell name, Cell own, Cell township) {
    DepartmentRow row{std::move(name), std::move(own), std::move(township), {unit}};
    std::vector<std::size_t>& same = by_text_[texts_of(row)];
    // An item that one unit has twice stands twice.
    for (const std::size_t index : same) {
        if (rows_[index].units.back() == unit) continue;
        rows_[index].units.push_back(unit);
        return;
    }
    same.push_back(rows_.size());
    rows_.push_back(std::move(row));
}

// For each row a number that rows of like names share.
std::vector<std::uint32_t> DepartmentRows::likeness_of_rows() const {
    std::map<std::string, std::uint32_t> indices;
    std::vector<std::uint32_t> name_of_row;
    std::vector<std::set<std::uint32_t>> units;
    for (const DepartmentRow& row : rows_) {
        const auto [entry, added] = indices.try_emplace(without_white_space(row.name.text),
                                                        static_cast<std::uint32_t>(units.size()));
        if (added) units.emplace_back();
        units[entry->second].insert(row.units.begin(), row.units.end());
        name_of_row.push_back(entry->second);
    }
    std::vector<NamedGroup> groups(units.size());
    for (const auto& [name, index] : indices)
        groups[index] = {name, 0, {units[index].begin(), units[index].end()}};
    const std::vector<std::uint32_t> alike = group_alike_names(groups);
    for (std::uint32_t& name : name_of_row) name = alike[name];
    return name_of_row;
}

DutyList DepartmentRows::finish(const DepartmentListTemplate::List& texts,
                                const std::string& department,
                                const std::vector<std::string>& units, const std::string& separator,
                                Diagnostics& diagnostics) {
    const std::vector<std::uint32_t> likeness = likeness_of_rows();
    std::map<std::uint32_t, std::size_t> first_row;
    for (std::size_t i = 0; i < rows_.size(); ++i) first_row.try_emplace(likeness[i], i);
    std::vector<std::size_t> order(rows_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return first_row[likeness[a]] < first_row[likeness[b]];
    });

    DutyList list;
    list.kind = texts.kind;
    list.title = fill_placeholders(texts.title, {{"department", department}});
    list.columns = texts.columns;
    struct Wordings {
        std::string name;
        SourceLocation place;
        std::set<std::string> texts;
        std::vector<std::string> numbers;
    };
    std::map<std::size_t, Wordings> wordings;  // by first row
    for (const std::size_t index : order) {
        DepartmentRow& row = rows_[index];
        const std::string number = std::to_string(list.items.size() + 1);
        Wordings& known = wordings[first_row[likeness[index]]];
        if (known.texts.empty()) {
            known.name = row.name.text;
            known.place = row.name.source.locate(row.name.text, 0);
        }
        known.texts.insert(texts_of(row));
        known.numbers.push_back(number);
        Item& item = list.items.emplace_back();
        for (const Column& column : list.columns) {
            switch (column.role) {
                case CellRole::number:
                    item.cells.push_back(plain(number));
                    break;
                case CellRole::name:
                    item.cells.push_back(std::move(row.name));
                    break;
                case CellRole::townships:
                    item.cells.push_back(plain(names_of(row.units, units, separator)));
                    break;
                case CellRole::township_duties:
                    item.cells.push_back(std::move(row.township));
                    break;
                default:
                    item.cells.push_back(std::move(row.own));
                    break;
            }
        }
    }
    for (const auto& [row, known] : wordings) {
        if (known.texts.size() < 2) continue;
        diagnostics.add(Code::department_wording_differs, known.place,
                        {department, known.name, known.texts.size(), known.numbers});
    }
    return list;
}

}  // namespace dutylist
