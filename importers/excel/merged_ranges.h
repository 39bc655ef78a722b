#pragma once

#include <set>
#include <vector>

#include "importers/excel/cell_reference.h"

namespace dutylist {

// The merged cells of a sheet in the order of the source; some programs write one several times.
class MergedRanges {
public:
    void add(const CellRange& range) {
        if (known_.insert(range).second) list_.push_back(range);
    }
    const std::vector<CellRange>& list() const { return list_; }

private:
    std::vector<CellRange> list_;
    std::set<CellRange> known_;
};

}  // namespace dutylist
