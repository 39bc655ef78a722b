#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/office/office.h"

namespace dutylist {

// Counts by list, indexed by ListKind.
using ListCounts = std::array<std::uint32_t, 3>;

struct CategoryCount {
    std::string name;
    ListCounts items{};
    std::uint32_t total = 0;
    double share = 0;  // of all items, 0 to 1
};

struct DepartmentCount {
    std::string name;                   // as counted (DepartmentDictionary)
    std::uint32_t cooperative = 0;      // items of the cooperative list that name it
    std::uint32_t sole = 0;             // of these, those that name no other
    std::uint32_t joint = 0;            // the rest
    std::uint32_t recalled = 0;         // recalled items handed to it
    std::uint32_t superior_points = 0;  // points of superior duties that are its own
    std::uint32_t rank = 0;             // by cooperative, then recalled; ties share a rank
};

// Of a department's list: how many of its items name the township.
struct TownshipCount {
    std::string name;
    std::uint32_t cooperative = 0;
    std::uint32_t recalled = 0;
};

struct MatrixEntry {
    std::string category;
    std::string department;
    std::uint32_t cooperative = 0;
    std::uint32_t recalled = 0;
};

struct StatisticsTotals {
    std::uint32_t items = 0;
    std::uint32_t categories = 0;
    std::uint32_t departments = 0;
    std::uint32_t cooperative_departments = 0;  // named in the cooperative list
    std::uint32_t department_mentions = 0;
    std::uint32_t handovers = 0;
    std::uint32_t superior_points = 0;
    std::uint32_t shared_points = 0;
    std::uint32_t township_mentions = 0;  // of a department's list
};

// What cannot be counted because a list of the document has no column for it: its counts are 0 and
// mean nothing.
struct NotInSource {
    bool departments = false;      // of the cooperative list
    bool superior_duties = false;  // of the cooperative list
    bool handovers = false;        // of the recalled list
};

// Tables computed from the model; no formatting. Categories in the order in which they are first
// seen, departments by rank, ties as first seen.
struct Statistics {
    Unit unit;
    Period period;
    ListCounts lists{};
    std::vector<CategoryCount> categories;
    std::vector<DepartmentCount> departments;
    bool of_department = false;  // a list names its townships, so it is a department's own
    std::vector<TownshipCount> townships;  // of such a list, as first seen
    std::vector<MatrixEntry> matrix;
    StatisticsTotals totals;
    NotInSource not_in_source;
};

Statistics compute_statistics(const Document& document, const DepartmentDictionary& dictionary);

}  // namespace dutylist
