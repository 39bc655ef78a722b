#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/report/report_template.h"
#include "pipeline/report/stock_columns.h"
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
    using FiguresByList = std::array<StockFigures, all_list_kinds.size()>;
    // By list, and last all lists together.
    using FiguresWithTotal = std::array<StockFigures, all_list_kinds.size() + 1>;

    StockFigures& figures(std::string_view category, ListKind list);
    void count_stock(const Transition& transition);
    void count_flows(const Transition& transition);
    std::string category_name(const ReportTemplate& labels, std::size_t category) const;
    std::vector<FiguresWithTotal> summed() const;
    void add_category(ReportTable& table, const ReportTemplate& labels, std::size_t category,
                      const std::vector<FiguresWithTotal>& rows) const;

    bool has_base_;
    NameTable names_;
    std::vector<FiguresByList> figures_;  // by category
    std::array<CountsByList, all_change_kinds.size()> kinds_{};
};

}  // namespace dutylist
