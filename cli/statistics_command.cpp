#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/job_options.h"
#include "exporters/json/diagnostics_json.h"
#include "exporters/statistics/statistics_json.h"
#include "exporters/statistics/terminal_table.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist::cli {

// With --json: the object of S.statistics.json and its diagnostics; of several inputs, or of a
// folder, an array of such objects in their order, one of diagnostics alone where there are no
// statistics.
int run_statistics(const Invocation& invocation) {
    const Console& console = invocation.console();
    const Surroundings surroundings(invocation);
    const Jobs line = jobs_from(invocation);
    const bool several = line.jobs.size() > 1 || !line.from_folders.empty();
    JsonWriter json;
    if (several) json.begin_array();
    if (!line.passed_over.entries().empty()) {
        json.begin_object().key("diagnostics");
        write_diagnostics(json, line.passed_over, console.language());
        json.end_object();
    }
    int status = exit_done;
    for (const Job& job : line.jobs) {
        Diagnostics diagnostics;
        json.begin_object();
        try {
            const Document document = read_document(job, surroundings.for_jobs(), diagnostics);
            const Statistics statistics =
                compute_statistics(document, surroundings.office.departments);
            if (console.json()) {
                write_statistics(json, statistics);
            } else {
                if (several) console.result("== " + document.source_file + "\n");
                console.result(
                    terminal_statistics(statistics, surroundings.templates, console.language()));
            }
        } catch (const JobError& error) {
            diagnostics.add(line.ending(job, error.diagnostic()));
            if (diagnostics.has(Severity::error)) status = exit_failed;
        }
        status = stronger(status, status_of(diagnostics));
        json.key("diagnostics");
        write_diagnostics(json, diagnostics, console.language());
        json.end_object();
        console.tell(diagnostics);
    }
    if (several) json.end_array();
    if (console.json()) console.result(json.finish());
    return status;
}

}  // namespace dutylist::cli
