#include "pipeline/model/duty_list.h"

namespace dutylist {
namespace {

constexpr std::array<std::string_view, 3> list_kind_names{"basic", "cooperative", "recalled"};
constexpr std::array<std::string_view, 11> cell_role_names{
    "number",          "category",    "name",
    "townships",       "departments", "superior_duties",
    "township_duties", "handover",    "handover_department",
    "handover_method", "extra"};
constexpr std::array<std::string_view, 4> block_kind_names{"department", "section", "clause",
                                                           "paragraph"};

template <typename Enumeration, std::size_t size>
std::optional<Enumeration> find(const std::array<std::string_view, size>& names,
                                std::string_view name) {
    for (std::size_t i = 0; i < size; ++i) {
        if (names[i] == name) return static_cast<Enumeration>(i);
    }
    return {};
}

}  // namespace

std::string_view to_string(ListKind kind) {
    return list_kind_names[static_cast<std::size_t>(kind)];
}
std::string_view to_string(CellRole role) {
    return cell_role_names[static_cast<std::size_t>(role)];
}
std::string_view to_string(BlockKind kind) {
    return block_kind_names[static_cast<std::size_t>(kind)];
}
std::optional<ListKind> list_kind_from(std::string_view name) {
    return find<ListKind>(list_kind_names, name);
}
std::optional<CellRole> cell_role_from(std::string_view name) {
    return find<CellRole>(cell_role_names, name);
}
std::optional<BlockKind> block_kind_from(std::string_view name) {
    return find<BlockKind>(block_kind_names, name);
}

std::optional<std::size_t> DutyList::column(CellRole role) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].role == role) return i;
    }
    return {};
}

const Cell* DutyList::cell(const Item& item, CellRole role) const {
    const auto index = column(role);
    return index && *index < item.cells.size() ? &item.cells[*index] : nullptr;
}

std::string_view DutyList::text(const Item& item, CellRole role) const {
    const Cell* found = cell(item, role);
    return found ? std::string_view(found->text) : std::string_view();
}

}  // namespace dutylist
