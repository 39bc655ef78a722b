#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/compare/compare.h"
#include "pipeline/model/document.h"
#include "pipeline/statistics/statistics.h"
#include "pipeline/text/white_space.h"

namespace dutylist {

// One unit from the base month to the month of the report. Either document may be missing; the
// comparison is there when both are.
struct Transition {
    std::size_t unit_index = 0;
    const Unit& unit;
    const Document* before = nullptr;
    const Document* after = nullptr;
    const Statistics* before_statistics = nullptr;
    const Statistics* after_statistics = nullptr;
    const Comparison* comparison = nullptr;
};

// Names that differ only in white space are one; the form seen first is shown.
class NameTable {
public:
    std::size_t index_of(std::string_view printed) {
        const auto [entry, is_new] =
            indices_.try_emplace(without_white_space(printed), names_.size());
        if (is_new) names_.push_back(normalised_white_space(printed));
        return entry->second;
    }
    std::size_t size() const { return names_.size(); }
    const std::string& operator[](std::size_t index) const { return names_[index]; }

private:
    std::unordered_map<std::string, std::size_t> indices_;
    std::vector<std::string> names_;
};

}  // namespace dutylist
