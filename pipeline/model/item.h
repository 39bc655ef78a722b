#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/model/cell.h"

namespace dutylist {

// A department named in the departments column (对应上级部门), or as the head of a hand-over.
struct DepartmentMention {
    TextSpan name;            // over the departments cell
    bool and_others = false;  // "A及其他…的部门": A, and others that are not named
    friend bool operator==(const DepartmentMention&, const DepartmentMention&) = default;
};

// 承接部门及工作方式: who took the item back, and how it works now. `department` is a span over the
// cell at `department_cell`, `method` a range of blocks [method_begin, method_end) of the cell at
// `method_cell` (the same cell where the list has one column for both).
struct Handover {
    TextSpan department;
    std::uint16_t department_cell = 0;
    std::uint16_t method_cell = 0;
    std::uint32_t method_begin = 0;
    std::uint32_t method_end = 0;
    friend bool operator==(const Handover&, const Handover&) = default;
};

// One row of a duty list: its cells in the order of the list's columns, and what they mean.
// Cells are the text; the rest is found by pipeline/analysis and can be found again from them.
struct Item {
    std::vector<Cell> cells;              // as many as the list has columns
    std::optional<std::uint32_t> number;  // 序号 as a number, when it is one
    std::vector<DepartmentMention> departments;
    std::vector<Handover> handovers;

    friend bool operator==(const Item&, const Item&) = default;
};

}  // namespace dutylist
