// bench_workbook LIST [COPIES]: CPU time and memory of the workbook against a bare libxlsxwriter
// loop that writes the same cells: as many sheets, the same texts, formats, heights and widths,
// read back from the workbook, in the same mode; but neither charts, links, merged cells, filters
// nor drop-downs, and no reading back.
// With COPIES the items are repeated: 844 copies of a list of 237 items make 200,000.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <xlsxwriter.h>

#include "bench/written_cells.h"
#include "exporters/workbook/workbook_exporter.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/atomic_file.h"
#include "pipeline/run.h"
#include "pipeline/templates/template_store.h"

using namespace dutylist;

namespace {

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// A line such as "VmRSS:  1234 kB" of the process's status, in MiB.
double memory(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name)) return std::atof(line.c_str() + name.size() + 1) / 1024;
    }
    return 0;
}

void reset_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

lxw_format* add_format(lxw_workbook* book, const bench::WrittenFormat& settings) {
    lxw_format* format = workbook_add_format(book);
    format_set_font_name(format, settings.font.c_str());
    format_set_font_size(format, settings.size);
    if (settings.border) format_set_border(format, LXW_BORDER_THIN);
    if (settings.wrap) format_set_text_wrap(format);
    if (settings.horizontal == "left") format_set_align(format, LXW_ALIGN_LEFT);
    if (settings.horizontal == "center") format_set_align(format, LXW_ALIGN_CENTER);
    if (settings.horizontal == "right") format_set_align(format, LXW_ALIGN_RIGHT);
    if (settings.vertical == "center") format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (settings.background != 0) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_bg_color(format, settings.background);
    }
    if (!settings.number_format.empty()) {
        format_set_num_format(format, settings.number_format.c_str());
    }
    return format;
}

void write_cell(lxw_worksheet* sheet, lxw_row_t row, const bench::WrittenCell& cell,
                lxw_format* format) {
    switch (cell.kind) {
        case bench::WrittenCell::Kind::text:
            worksheet_write_string(sheet, row, cell.column, cell.text.c_str(), format);
            break;
        case bench::WrittenCell::Kind::number:
            worksheet_write_number(sheet, row, cell.column, cell.value, format);
            break;
        case bench::WrittenCell::Kind::formula:
            worksheet_write_formula_num(sheet, row, cell.column, cell.text.c_str(), format,
                                        cell.value);
            break;
        case bench::WrittenCell::Kind::blank:
            worksheet_write_blank(sheet, row, cell.column, format);
            break;
    }
}

// A row of an item: its first cell is a number.
bool is_item(const bench::WrittenRow& row) {
    return !row.cells.empty() && row.cells.front().kind == bench::WrittenCell::Kind::number;
}

// Writes the sheets; the items of the lists, which are the sheets 1 to `lists`, so many times.
void write_bare(const bench::WrittenWorkbook& written, std::size_t lists, std::size_t copies,
                const std::string& file, bool constant) {
    std::string folder = std::filesystem::path(file).parent_path().string();
    lxw_workbook_options options{};
    options.constant_memory = constant ? LXW_TRUE : LXW_FALSE;
    options.tmpdir = folder.data();
    lxw_workbook* book = workbook_new_opt(file.c_str(), &options);
    std::vector<lxw_format*> formats;
    for (const bench::WrittenFormat& format : written.formats) {
        formats.push_back(add_format(book, format));
    }
    for (std::size_t s = 0; s < written.sheets.size(); ++s) {
        const bench::WrittenSheet& from = written.sheets[s];
        lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
        for (const bench::WrittenColumns& columns : from.columns) {
            worksheet_set_column(sheet, columns.first, columns.last, columns.width, nullptr);
        }
        const bool list = s >= 1 && s <= lists;
        lxw_row_t row = 0;
        for (std::size_t copy = 0; copy < (list ? copies : 1); ++copy) {
            for (const bench::WrittenRow& cells : from.rows) {
                if (copy > 0 && !is_item(cells)) continue;
                worksheet_set_row(sheet, row, cells.height, nullptr);
                for (const bench::WrittenCell& cell : cells.cells) {
                    write_cell(sheet, row, cell, formats[cell.format]);
                }
                ++row;
            }
        }
    }
    if (workbook_close(book) != LXW_NO_ERROR) std::abort();
}

// Several runs of one piece of work.
class Measured {
public:
    template <typename Work>
    void run(Work work) {
        reset_peak();
        const double before = memory("VmRSS:");
        const double start = cpu_seconds();
        work();
        seconds_.push_back(cpu_seconds() - start);
        extra_memory_ = std::max(extra_memory_, memory("VmHWM:") - before);
    }
    double median() {
        std::sort(seconds_.begin(), seconds_.end());
        return seconds_[seconds_.size() / 2];
    }
    double extra_memory() const { return extra_memory_; }  // MiB beyond what was there before

private:
    std::vector<double> seconds_;
    double extra_memory_ = 0;
};

constexpr int runs = 41;

int run(const std::string& input, std::size_t copies) {
    const Registry registry{importer_table(), exporter_table()};
    const TemplateStore templates;
    const Office office;
    Job job;
    job.inputs = {input};
    Diagnostics diagnostics;
    Document document = read_document(job, {registry, templates, office}, diagnostics);

    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("dutylist-bench-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const std::filesystem::path file = folder / "ours.xlsx";
    const auto write = [&](const Statistics& statistics) {
        const ExportInput export_input{document, statistics, office, templates, "bench", 1, {}, {}};
        write_atomically(
            file, [&](Sink& sink) { write_workbook(export_input, sink, diagnostics); },
            [&](const WrittenBytes& bytes) { verify_workbook(export_input, bytes); });
    };
    write(compute_statistics(document, office.departments));
    const bench::WrittenWorkbook written = bench::read_written_workbook(file);
    for (DutyList& list : document.lists) {
        const std::size_t size = list.items.size();
        list.items.reserve(size * copies);
        for (std::size_t i = size; i < size * copies; ++i)
            list.items.push_back(list.items[i % size]);
    }
    const bool constant = document.item_count() > 10'000;
    const Statistics statistics = compute_statistics(document, office.departments);
    Measured loop, ours;
    // In turn, so that both have the same weather.
    for (int i = 0; i < (copies > 1 ? 1 : runs); ++i) {
        ours.run([&] { write(statistics); });
        loop.run([&] {
            write_bare(written, document.lists.size(), copies, (folder / "bare.xlsx").string(),
                       constant);
        });
    }
    std::printf(
        "%zu items\nbare loop: %.1f ms CPU, %.1f MiB\nworkbook:  %.1f ms CPU, %.1f MiB\n"
        "ratio %.2f\n",
        document.item_count(), loop.median() * 1000, loop.extra_memory(), ours.median() * 1000,
        ours.extra_memory(), ours.median() / loop.median());
    std::filesystem::remove_all(folder);
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (count < 2) {
        std::cerr << "bench_workbook LIST [COPIES]\n";
        return 2;
    }
    try {
        return run(words[1], count > 2 ? std::stoul(words[2]) : 1);
    } catch (const JobError& error) {
        std::cerr << error.what() << '\n';
        return 2;
    }
}
