#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/compare/compare.h"
#include "pipeline/model/document.h"
#include "pipeline/office/office.h"
#include "pipeline/report/report_template.h"
#include "pipeline/report/table.h"

namespace dutylist {

// A number in the narrative and the cell it was taken from.
struct NarratedFigure {
    std::uint32_t begin = 0;  // bytes of the sentence
    std::uint32_t end = 0;
    std::string table;
    std::string row;
    std::string column;
};

struct ReportSentence {
    std::string text;
    std::vector<NarratedFigure> references;
};

// A finished report: tables of values with their titles, in the order of the template; no
// formatting. Every number of the narrative is a cell of a table.
struct Report {
    std::string scope;       // whose report: a county, a township
    std::string department;  // of a department view: its resolved name
    Period period;
    std::string base;  // month of the opening stock, "2025-07"; empty: there is none
    std::string title;
    std::vector<ReportSentence> narrative;
    std::vector<ReportTable> tables;
    std::vector<ReportChart> charts;
    std::vector<std::string> legend;  // what the symbols mean
    ReportFurniture furniture;

    const ReportTable* table(std::string_view id) const;
};

// A unit with the months for which it has a list, ascending ("2025-07").
struct ReportUnit {
    Unit unit;
    std::vector<std::string> months;
};

struct ReportRequest {
    Period period;
    std::optional<std::string> base;  // default: the latest month before `period`
    std::string scope;                // empty: found from the units
    std::vector<ReportUnit> units;
    const DepartmentDictionary* dictionary = nullptr;  // must not be null
    const Ledger* ledger = nullptr;
    const ReportTemplate* labels = nullptr;  // must not be null
    MatchThresholds thresholds;
};

// Loads one unit's document of one month; called once for each in the order of units and months,
// and the documents of at most two months are kept at a time.
using DocumentLoader = std::function<Document(const ReportUnit& unit, const std::string& month)>;

// Computes the report and checks it (check_report). Throws JobError report_month_missing when no
// unit has a list for the month, report_base_missing for a base that no unit has, and whatever the
// loader throws.
Report build_report(const ReportRequest& request, const DocumentLoader& load,
                    Diagnostics& diagnostics);

// What stands in place of the rows of a table that has none: that nothing changed, that there is no
// base to compare with, or 无.
const std::string& empty_table_text(const Report& report, const ReportTable& table,
                                    const ReportTemplate& labels);

// Every identity of every table: opening + changes = closing in rows, totals in columns, and what
// must agree between tables. Throws JobError report_mismatch that names the cell.
void check_report(const Report& report);

// The department view: every item of the month that the department has a part in, across the units.
// One table. `department` is its name as counted, a name that the dictionary counts as it, or a
// form in which the lists may shorten it (short_forms). Throws JobError report_department_missing
// where no item names it, report_department_several where the name fits departments of several
// regions.
Report build_department_view(const ReportRequest& request, const std::string& department,
                             const DocumentLoader& load);

}  // namespace dutylist
