#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/diagnostics/language.h"
#include "pipeline/statistics/statistics.h"
#include "pipeline/templates/template_store.h"

namespace dutylist {

// A table as rows of text, for CSV and the terminal; no padding, no quoting.
struct TextTable {
    struct Column {
        std::string head;
        bool numeric = false;
    };
    std::string title;
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
};

// The tables of statistics_tables.xml of a template. Throws JobError for a mistake in it.
class StatisticsTables {
public:
    StatisticsTables(const TemplateStore& templates, Language language);

    TextTable categories(const Statistics& statistics, bool with_total = false) const;
    // Of a department's list the townships instead.
    TextTable departments(const Statistics& statistics) const;
    // The totals, a few lines.
    std::string summary(const Statistics& statistics) const;

private:
    struct Layout {
        std::string title;
        std::vector<std::string> fields;
        std::vector<TextTable::Column> columns;
    };
    Layout& layout(std::string_view id);
    void read_table(const XmlElement& element, Language language);
    TextTable table(const Layout& layout) const;
    TextTable townships(const Statistics& statistics) const;
    std::string department_summary(const Statistics& statistics) const;
    std::string shown_name(const std::string& name) const;

    Layout categories_;
    Layout departments_;
    Layout townships_;
    std::string summary_;
    std::string department_summary_;  // of a department's list
    std::string total_;
    std::string absent_;  // instead of a count whose column the source lacks
    std::string empty_;
};

// 0.1392 -> "13.92%", rounded half up.
std::string percentage(double share);

}  // namespace dutylist
