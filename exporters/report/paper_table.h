#pragma once

#include <deque>
#include <set>
#include <string>
#include <vector>

#include "exporters/booklet/page_builder.h"
#include "exporters/booklet/table_setter.h"
#include "pipeline/report/report.h"

namespace dutylist {

// A table of the report on landscape pages, set with the means of the booklet: widths that take the
// fewest lines, rows split between lines, the head repeated, 续表. A table of more columns than a
// page can take is set in parts that each repeat the first column. Stops at the template's
// paper-rows and says so.
class PaperTable {
public:
    PaperTable(const Report& report, const ReportTable& table, const ReportTemplate& labels,
               const booklet::BookletTemplate& settings, booklet::PageBuilder& builder,
               int& next_page, Diagnostics& diagnostics);
    void write();

private:
    void write_columns(const std::vector<std::size_t>& columns, bool first);
    void shape(const std::vector<std::size_t>& columns);
    void find_widths(const std::vector<std::size_t>& columns);
    void break_lines();
    std::vector<typeset::RowShape> row_shapes() const;
    void open_page();
    double draw_title(bool first, typeset::StructureIndex section);
    void draw_notes(double top);

    const Report& report_;
    const ReportTable& table_;
    const ReportTemplate& labels_;
    const booklet::BookletTemplate& settings_;
    booklet::PageBuilder& builder_;
    int& next_page_;
    Diagnostics& diagnostics_;
    booklet::ListSettings style_;
    std::set<char32_t> missing_;  // told already
    std::size_t rows_ = 0;        // that are printed
    std::deque<std::string> texts_;
    booklet::SetTable set_;
};

}  // namespace dutylist
