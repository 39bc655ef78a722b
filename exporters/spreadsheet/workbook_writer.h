#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/spreadsheet/library_files.h"
#include "exporters/spreadsheet/sheet.h"
#include "pipeline/io/sink.h"

struct lxw_workbook;

namespace dutylist::spreadsheet {

// Excel's limits (Microsoft, "Excel specifications and limits").
inline constexpr double maximum_row_height = 409.5;        // points
inline constexpr std::size_t maximum_cell_units = 32'767;  // UTF-16
inline constexpr std::size_t maximum_line_feeds = 253;
inline constexpr std::size_t maximum_sheet_name_units = 31;
inline constexpr std::uint32_t maximum_rows = 1'048'576;
inline constexpr std::size_t maximum_columns = 16'384;
inline constexpr std::size_t maximum_page_breaks = 1'023;

struct WorkbookSettings {
    std::string shown_name{};  // of the file in remarks about its content; empty: the sink's
    // `created` of the document properties, seconds since 1970, UTC: the same input, the same
    // bytes.
    std::int64_t timestamp = 0;
    // Keeps one row in memory; for workbooks of very many rows. Texts are then stored in the
    // cells, and charts without cached values.
    bool constant_memory = false;
    // Of cells whose format names none, in digit_points (text_metrics.h), in whose digits columns
    // are measured; empty: the application's own. It has to
    // be one whose digits are half an em wide, as those of 宋体, 仿宋, 楷体 and 黑体 are
    // (text_metrics.h).
    std::string default_font{};
    // Document properties; empty ones are left out.
    std::string title{}, subject{}, author{}, company{}, keywords{}, comments{};
};

// An Excel workbook being written; the only way of this project to libxlsxwriter. Usage:
//
//     Workbook book(sink, {.shown_name = "a.xlsx", .timestamp = input.timestamp});
//     const Format head = book.format({.bold = true, .border = true});
//     Sheet& sheet = book.add_sheet("统计");
//     sheet.column_width(0, 0, 120);
//     sheet.row_height(0, 24);
//     sheet.text(0, 0, "类别", head);
//     book.close();
//
// close() makes the workbook, reopens it, compares every part with what was asked for
// (workbook_check.h) and hands its bytes to the sink; a workbook that is destroyed without it hands
// on nothing. Until then it is kept in memory, large parts in the sink's scratch folder.
// Not thread safe; one workbook, one thread.
class Workbook {
public:
    // The sink must outlive the workbook.
    Workbook(Sink& sink, WorkbookSettings settings);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    // Equal settings give the same format.
    Format format(const CellFormat& settings);
    // The name is made one that Excel takes and that is unique (see SheetNames); compare
    // Sheet::name() to tell people.
    Sheet& add_sheet(std::string_view wanted_name);
    const std::deque<Sheet>& sheets() const { return sheets_; }
    const std::string& shown_name() const { return settings_.shown_name; }

    // "='基本'!$A$3:$C$108", for names, drop-downs and formulas.
    static std::string reference(std::string_view sheet, CellRange range);
    // A name for a range of the workbook, that other workbooks can refer to. Characters that a
    // name may not have become _.
    void define_name(std::string_view name, std::string_view sheet, CellRange range);

    // What was written so far, as it has to be found when it is read back.
    WorkbookContent content() const;

    // Throws JobError output_write_failed or output_not_verified.
    void close();

private:
    friend class Sheet;
    // Throws where libxlsxwriter refused something, or something failed in its files.
    void check(int error) const;

    struct KnownFormat;
    Sink& sink_;
    LibraryFiles files_;
    WorkbookSettings settings_;
    lxw_workbook* handle_ = nullptr;
    std::deque<Sheet> sheets_;
    std::vector<KnownFormat> formats_;
    std::vector<std::string> sheet_names_;
    std::size_t defined_names_ = 0;
};

}  // namespace dutylist::spreadsheet
