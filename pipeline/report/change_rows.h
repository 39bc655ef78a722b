#pragma once

#include <string>
#include <vector>

#include "pipeline/compare/compare.h"
#include "pipeline/report/table.h"

namespace dutylist {

class ReportTemplate;

// One row of the table of changes: before and after, what the ledger says, all texts marked.
ReportRow change_row(const ReportTemplate& labels, std::string id, const std::string& unit,
                     const ItemChange& change);
ReportTable empty_change_table(const ReportTemplate& labels);

// "新增", "更名、类别调整".
std::string kinds_text(const ReportTemplate& labels, ChangeKinds kinds);
// The cells that differ, clause by clause, each with its head and label.
std::vector<Segment> detail_segments(const ReportTemplate& labels, const ItemChange& change);

}  // namespace dutylist
