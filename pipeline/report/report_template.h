#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/compare/compare.h"
#include "pipeline/model/duty_list.h"

namespace dutylist {

class TemplateStore;

struct ReportColumnLabel {
    std::string id;
    std::string title;
    double width = 1;
    bool hide_when_zero = false;
};

struct ReportTableLabel {
    std::string id;
    std::string title;
    std::string note;
    std::vector<ReportColumnLabel> columns;
    std::size_t html_rows = 0;  // at most so many in HTML and on paper; 0: all
    std::size_t paper_rows = 0;

    const ReportColumnLabel* column(std::string_view id) const;
};

struct ReportChart {
    std::string id;
    std::string title;
    std::string kind;  // "column", "bar", "line", "bar-stacked"
    std::string table;
    std::string label;  // column of the category labels
    std::vector<std::string> values;
    std::size_t rows = 0;  // the first so many rows of kind data; 0: all
};

// A sentence of the narrative. Placeholders: {scope}, {month}, {base}, and {table.row.column} with
// the row's id or #n for the n-th row; |change, |growth and |points put the value into words.
struct NarrativePattern {
    std::string condition;  // "", or one of report_conditions (report_template_ids.h)
    std::string text;
};

// 表号 and the like: shown with what the template holds, blank by default.
struct ReportFurniture {
    std::vector<std::pair<std::string, std::string>> head;  // top right
    std::vector<std::pair<std::string, std::string>> unit;  // 填报单位, 报告期
    std::vector<std::pair<std::string, std::string>> foot;  // signature lines
};

// templates/<name>/report.xml: every visible string of reports and comparisons.
class ReportTemplate {
public:
    // Throws JobError with the place for anything that the schema does not allow.
    explicit ReportTemplate(const TemplateStore& templates);

    // The label of an id such as "list.basic"; empty where the template has none.
    const std::string& label(std::string_view id) const;
    const std::string& list(ListKind kind) const;
    const std::string& change(ChangeKind kind) const;
    const ReportTableLabel* table(std::string_view id) const;

    const std::vector<ReportTableLabel>& tables() const { return tables_; }
    const std::vector<ReportChart>& charts() const { return charts_; }
    const std::vector<NarrativePattern>& narrative() const { return narrative_; }
    const ReportFurniture& furniture() const { return furniture_; }
    const std::vector<std::string>& legend() const { return legend_; }

private:
    std::map<std::string, std::string, std::less<>> labels_;
    std::vector<ReportTableLabel> tables_;
    std::vector<ReportChart> charts_;
    std::vector<NarrativePattern> narrative_;
    ReportFurniture furniture_;
    std::vector<std::string> legend_;
};

}  // namespace dutylist
