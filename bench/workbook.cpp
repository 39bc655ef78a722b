// bench_workbook LIST [COPIES]: CPU time and memory of the workbook against a bare libxlsxwriter
// loop that writes the same cells on as many sheets, in the same mode, with one format and one
// height, and neither charts, links, filters nor drop-downs.
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

#include "exporters/workbook/cell_display.h"
#include "exporters/workbook/workbook_exporter.h"
#include "pipeline/diagnostics/job_error.h"
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

// The texts of a list as they stand in the sheet, made before the clock runs.
struct BareList {
    std::vector<std::vector<std::string>> rows;
    std::size_t copies = 1;
};

void write_bare(const std::vector<BareList>& lists, const std::string& file, bool constant) {
    std::string folder = std::filesystem::path(file).parent_path().string();
    lxw_workbook_options options{};
    options.constant_memory = constant ? LXW_TRUE : LXW_FALSE;
    options.tmpdir = folder.data();
    lxw_workbook* book = workbook_new_opt(file.c_str(), &options);
    lxw_format* format = workbook_add_format(book);
    format_set_text_wrap(format);
    format_set_border(format, LXW_BORDER_THIN);
    for (const BareList& list : lists) {
        lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
        lxw_row_t row = 0;
        for (std::size_t copy = 0; copy < list.copies; ++copy) {
            for (const std::vector<std::string>& texts : list.rows) {
                worksheet_set_row(sheet, row, 60, nullptr);
                for (std::size_t c = 0; c < texts.size(); ++c) {
                    const auto column = static_cast<lxw_col_t>(c);
                    if (!texts[c].empty() &&
                        texts[c].find_first_not_of("0123456789") == std::string::npos) {
                        worksheet_write_number(sheet, row, column, std::atof(texts[c].c_str()),
                                               format);
                    } else {
                        worksheet_write_string(sheet, row, column, texts[c].c_str(), format);
                    }
                }
                ++row;
            }
        }
    }
    if (workbook_close(book) != LXW_NO_ERROR) std::abort();
}

struct Measured {
    double seconds = 0;
    double extra_memory = 0;  // MiB beyond what was there before
};

template <typename Work>
Measured measure(int runs, Work work) {
    std::vector<double> seconds;
    Measured result;
    for (int run = 0; run < runs; ++run) {
        reset_peak();
        const double before = memory("VmRSS:");
        const double start = cpu_seconds();
        work();
        seconds.push_back(cpu_seconds() - start);
        result.extra_memory = std::max(result.extra_memory, memory("VmHWM:") - before);
    }
    std::sort(seconds.begin(), seconds.end());
    result.seconds = seconds[seconds.size() / 2];
    return result;
}

// The sheets beside the lists: contents, statistics, instructions.
void add_statistics(const Document& document, const Office& office, std::vector<BareList>& bare) {
    const Statistics statistics = compute_statistics(document, office.departments);
    const auto shown = [](auto number) { return std::to_string(number); };
    BareList categories, departments, contents, instructions;
    for (const CategoryCount& entry : statistics.categories) {
        categories.rows.push_back({entry.name, shown(entry.items[0]), shown(entry.items[1]),
                                   shown(entry.items[2]), shown(entry.total), shown(entry.total)});
    }
    for (const DepartmentCount& entry : statistics.departments) {
        departments.rows.push_back({shown(entry.rank), entry.name, shown(entry.cooperative),
                                    shown(entry.sole), shown(entry.joint), shown(entry.recalled),
                                    shown(entry.superior_points)});
    }
    for (int i = 0; i < 6; ++i) {
        contents.rows.push_back({shown(i), "工作表", "清单的名称 " + shown(i), "10"});
        instructions.rows.push_back({"填报说明的一段话，有几十个字，每段不同：" + shown(i)});
    }
    for (BareList* list : {&contents, &categories, &departments, &instructions})
        bare.push_back(*list);
}

int run(const std::string& input, std::size_t copies) {
    const Registry registry{importer_table(), exporter_table()};
    const TemplateStore templates;
    const Office office;
    Job job;
    job.inputs = {input};
    Diagnostics diagnostics;
    Document document = read_document(job, {registry, templates, office}, diagnostics);

    std::vector<BareList> bare;
    for (const DutyList& list : document.lists) {
        BareList entry{{}, copies};
        for (const Item& item : list.items) {
            entry.rows.emplace_back(item.cells.size());
            for (std::size_t c = 0; c < item.cells.size(); ++c) {
                show_cell(item.cells[c], entry.rows.back()[c]);
            }
        }
        bare.push_back(std::move(entry));
    }
    add_statistics(document, office, bare);
    for (DutyList& list : document.lists) {
        const std::size_t size = list.items.size();
        list.items.reserve(size * copies);
        for (std::size_t i = size; i < size * copies; ++i)
            list.items.push_back(list.items[i % size]);
    }
    const Statistics statistics = compute_statistics(document, office.departments);
    const ExportInput export_input{document, statistics, office, templates, "bench", 1, {}, {}};

    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("dutylist-bench-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const bool constant = document.item_count() > 10'000;
    const int runs = copies > 1 ? 1 : 15;
    const Measured loop =
        measure(runs, [&] { write_bare(bare, (folder / "bare.xlsx").string(), constant); });
    const Measured ours = measure(runs, [&] {
        write_workbook(export_input, folder / "ours.xlsx", diagnostics);
        verify_workbook(export_input, folder / "ours.xlsx");
    });
    std::printf(
        "%zu items\nbare loop: %.1f ms CPU, %.1f MiB\nworkbook:  %.1f ms CPU, %.1f MiB\n"
        "ratio %.2f\n",
        document.item_count(), loop.seconds * 1000, loop.extra_memory, ours.seconds * 1000,
        ours.extra_memory, ours.seconds / loop.seconds);
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
