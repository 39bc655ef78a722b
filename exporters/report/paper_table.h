#pragma once

#include <deque>
#include <set>
#include <string>
#include <vector>

#include "exporters/paged/page_builder.h"
#include "exporters/paged/table_section.h"
#include "exporters/report/report_pages_style.h"
#include "pipeline/report/report.h"

namespace dutylist {

// Where the report's tables have come to.
struct PaperPlace {
    int next_page = 1;
    double bottom = 0;  // of what stands on the open landscape page; 0: there is none to go on with
};

// A table of the report on landscape pages, set as every table of a page: widths that take the
// fewest lines, rows split between lines, the head repeated, 续表. A table of more columns than a
// page can take is set in parts that each repeat the first column. A table that fits below the one
// before it goes there, a long one if a good part of it does. Stops at the template's paper-rows
// and says so.
class PaperTable {
public:
    PaperTable(const Report& report, const ReportTable& table, const ReportTemplate& labels,
               const ReportPagesStyle& style, paged::PageBuilder& builder, PaperPlace& place,
               Diagnostics& diagnostics);
    void write();

private:
    void write_columns(const std::vector<std::size_t>& columns, bool first);
    void shape(const std::vector<std::size_t>& columns);
    void find_widths(const std::vector<std::size_t>& columns);
    void open_page();
    double room() const;  // pt below the table before
    double draw_title(bool first, double top, typeset::StructureIndex section);
    std::vector<std::string> notes() const;
    double note_height() const;
    void draw_notes(double top, typeset::StructureIndex section);

    const Report& report_;
    const ReportTable& table_;
    const ReportTemplate& labels_;
    const ReportPagesStyle& style_;
    paged::PageBuilder& builder_;
    PaperPlace& place_;
    Diagnostics& diagnostics_;
    paged::TableStyle table_style_;
    std::set<char32_t> missing_;  // told already
    std::size_t rows_ = 0;        // that are printed
    std::deque<std::string> texts_;
    paged::SetTable set_;
};

}  // namespace dutylist
