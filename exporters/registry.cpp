#include "pipeline/registry.h"

#include <array>

#include "exporters/booklet/booklet.h"
#include "exporters/json/json_exporter.h"
#include "exporters/page_formats.h"
#include "exporters/statistics/statistics_exporters.h"
#include "exporters/statistics/statistics_workbook.h"
#include "exporters/workbook/workbook_exporter.h"
#include "exporters/xml/xml_exporter.h"
#include "pipeline/io/output_file.h"

namespace dutylist {
namespace {

// One row a file; rows with the same target are written together. The booklet's come from the page
// formats.
constexpr Exporter workbook{"xlsx", ".xlsx",        "工作簿",       "workbook",
                            true,   write_workbook, verify_workbook};
constexpr std::array exporters_of_data{
    Exporter{"statistics", ".statistics.json", "统计（JSON）", "statistics, JSON", true,
             write_statistics_json, verify_statistics_json},
    Exporter{"statistics", ".statistics.xlsx", "统计工作簿", "statistics, workbook", true,
             write_statistics_workbook, verify_statistics_workbook},
    Exporter{"statistics", ".categories.csv", "类别统计表", "statistics by category, CSV", true,
             write_categories_csv, verify_categories_csv},
    Exporter{"statistics", ".departments.csv", "部门统计表", "statistics by department, CSV", true,
             write_departments_csv, verify_departments_csv},
    Exporter{"xml", ".xml", "标准 XML", "canonical XML", true, write_xml, verify_xml},
    Exporter{"json", ".json", "JSON", "JSON", false, write_json, verify_json},
};

template <std::size_t format>
void write_booklet(const ExportInput& input, const std::filesystem::path& temporary,
                   Diagnostics& diagnostics) {
    const typeset::PageWriter writer = page_formats[format].writer(input.templates);
    write_whole_file(temporary, writer(booklet::make_booklet(input, diagnostics)));
}

template <std::size_t format>
void verify_booklet(const ExportInput& input, const std::filesystem::path& temporary) {
    page_formats[format].verify(temporary, input.stem + std::string(page_formats[format].suffix));
}

template <std::size_t format>
constexpr Exporter booklet_row() {
    constexpr const typeset::PageFormat& row = page_formats[format];
    // What is plainly the booklet is called so.
    return {row.target,
            row.suffix,
            row.by_default ? "手册" : row.chinese,
            row.by_default ? "booklet" : row.english,
            row.by_default,
            write_booklet<format>,
            verify_booklet<format>,
            true};
}

// The booklet in every page format.
template <std::size_t... format>
constexpr auto booklet_rows(std::index_sequence<format...>) {
    return std::array{booklet_row<format>()...};
}

constexpr auto make_table() {
    constexpr auto booklets = booklet_rows(std::make_index_sequence<page_formats.size()>());
    std::array<Exporter, 1 + booklets.size() + exporters_of_data.size()> table{};
    std::size_t at = 0;
    const auto add_booklets = [&](bool for_inspection) {
        for (std::size_t i = 0; i < booklets.size(); ++i) {
            if (page_formats[i].for_inspection == for_inspection) table[at++] = booklets[i];
        }
    };
    table[at++] = workbook;
    add_booklets(false);
    for (const Exporter& exporter : exporters_of_data) table[at++] = exporter;
    add_booklets(true);
    return table;
}

constexpr auto exporters = make_table();

}  // namespace

std::span<const Exporter> exporter_table() { return exporters; }

}  // namespace dutylist
