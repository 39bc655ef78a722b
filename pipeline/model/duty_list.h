#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/item.h"

namespace dutylist {

enum class ListKind : std::uint8_t { basic, cooperative, recalled };
inline constexpr std::array<ListKind, 3> all_list_kinds{ListKind::basic, ListKind::cooperative,
                                                        ListKind::recalled};

// What a column holds. Heads differ between offices; roles do not.
enum class CellRole : std::uint8_t {
    number,               // 序号
    category,             // 事项类别
    name,                 // 事项名称
    townships,            // 关联镇街, of a department's list
    departments,          // 对应上级部门
    superior_duties,      // 上级部门职责
    township_duties,      // 乡镇配合职责
    handover,             // 承接部门及工作方式
    handover_department,  // 承接部门
    handover_method,      // 工作方式
    extra,                // any other column, kept as it is
};

std::string_view to_string(ListKind kind);  // "basic", "cooperative", "recalled"
std::string_view to_string(CellRole role);  // as the names above
std::string_view to_string(BlockKind kind);
std::optional<ListKind> list_kind_from(std::string_view name);
std::optional<CellRole> cell_role_from(std::string_view name);
std::optional<BlockKind> block_kind_from(std::string_view name);

struct Column {
    CellRole role = CellRole::extra;
    std::string head;  // as printed
    friend bool operator==(const Column&, const Column&) = default;
};

// A row that heads a group of items (一、党的建设（22项）), as read; kept for checking, never for
// output: the items carry the category themselves.
struct GroupRow {
    std::string text;              // as printed
    std::uint32_t count = 0;       // the number of items that it states; 0: none
    std::uint32_t first_item = 0;  // index of the item that follows it
    SourceMap source;              // of the text
};

// One of the three tables. Every item has exactly columns.size() cells.
struct DutyList {
    ListKind kind = ListKind::basic;
    std::string title;  // as printed; empty if the source had none
    std::vector<Column> columns;
    std::vector<Item> items;
    std::vector<GroupRow> groups = {};  // in order of first_item

    // The index of the first column with this role.
    std::optional<std::size_t> column(CellRole role) const;
    // The item's cell in the first column with this role, or nullptr.
    const Cell* cell(const Item& item, CellRole role) const;
    // Its text, empty where the list has no such column.
    std::string_view text(const Item& item, CellRole role) const;

    // Equal content; how the source grouped it does not count.
    friend bool operator==(const DutyList& a, const DutyList& b) {
        return a.kind == b.kind && a.title == b.title && a.columns == b.columns &&
               a.items == b.items;
    }
};

}  // namespace dutylist
