#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "pipeline/report/table_maker.h"
#include "pipeline/report/transition.h"

namespace dutylist {

// Counts items by category and list: the stock at both ends from the documents, the flows between
// them from the pairings, so that the two prove each other.
class StockTally {
public:
    explicit StockTally(bool has_base) : has_base_(has_base) {}

    void take(const Transition& transition);

    ReportTable stock(const ReportTemplate& labels) const;
    ReportTable categories(const ReportTemplate& labels) const;
    ReportTable changes_by_kind(const ReportTemplate& labels) const;

private:
    struct Flow {
        std::int64_t opening = 0, added = 0, removed = 0, moved_in = 0, moved_out = 0, entered = 0,
                     left = 0, closing = 0;
        Flow& operator+=(const Flow& other);
    };
    using ListFlows = std::array<Flow, all_list_kinds.size()>;

    Flow& flow(std::string_view category, ListKind list);
    void count_stock(const Transition& transition);
    void count_flows(const Transition& transition);
    std::string category_name(const ReportTemplate& labels, std::size_t category) const;

    bool has_base_;
    NameTable names_;
    std::vector<ListFlows> flows_;  // by category
    std::array<std::array<std::int64_t, all_list_kinds.size()>, all_change_kinds.size()> kinds_{};
};

}  // namespace dutylist
