#include <cstdio>
#include <cstring>
#include <string>

#include <sys/resource.h>

#include "pipeline/diagnostics/job_error.h"
#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/recognise.h"
#include "pipeline/registry.h"
#include "pipeline/templates/template_store.h"

// bench_import FILE [draft]: reads FILE into a document (or only into a draft) and prints what it
// took: CPU seconds, rows a CPU second, peak memory of the process.

using namespace dutylist;

namespace {

double cpu_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::size_t row_count(const Draft& draft) {
    std::size_t rows = 0;
    for (const auto& element : draft.elements) {
        if (const auto* table = std::get_if<DraftTable>(&element)) rows += table->rows.size();
    }
    return rows;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    try {
        Diagnostics diagnostics;
        SourceBytes source = read_source(argv[1]);
        const Importer* best = best_importer(source, importer_table());
        if (best == nullptr) return 2;
        Imported imported = best->read(std::move(source), {}, diagnostics);
        std::size_t rows = 0;
        if (Draft* draft = std::get_if<Draft>(&imported)) {
            rows = row_count(*draft);
            if (argc < 3 || std::strcmp(argv[2], "draft") != 0) {
                const TemplateStore templates;
                const ColumnSynonyms synonyms(templates);
                RecognitionSettings settings;
                settings.synonyms = &synonyms;
                const Document document = recognise(std::move(*draft), settings, diagnostics);
                rows = document.item_count();
            }
        }
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        const double seconds = cpu_seconds();
        std::printf("%s: %zu rows, %.2f s CPU, %.0f rows a CPU second, peak %.0f MiB\n",
                    std::string(best->name).c_str(), rows, seconds,
                    static_cast<double>(rows) / seconds,
                    static_cast<double>(usage.ru_maxrss) / 1024.0);
    } catch (const JobError& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
    return 0;
}
