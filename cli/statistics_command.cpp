#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/job_options.h"
#include "exporters/statistics/statistics_json.h"
#include "exporters/statistics/terminal_table.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist::cli {
namespace {

int status_of(const Diagnostics& diagnostics) {
    const bool remarks = diagnostics.has(Severity::error) || diagnostics.has(Severity::warning);
    return remarks ? exit_remarks : exit_done;
}

}  // namespace

int run_statistics(const Invocation& invocation) {
    const Console& console = invocation.console();
    const Surroundings surroundings(invocation);
    const std::vector<Job> jobs = jobs_from(invocation);
    int status = exit_done;
    for (const Job& job : jobs) {
        Diagnostics diagnostics;
        try {
            const Document document = read_document(job, surroundings.for_jobs(), diagnostics);
            const Statistics statistics =
                compute_statistics(document, surroundings.office.departments);
            if (console.json()) {
                console.result(statistics_json(statistics));
            } else {
                if (jobs.size() > 1) console.result("== " + job.inputs.front().string() + "\n");
                console.result(
                    terminal_statistics(statistics, surroundings.templates, console.language()));
            }
            status = stronger(status, status_of(diagnostics));
        } catch (const JobError& error) {
            diagnostics.add(error.diagnostic());
            status = exit_failed;
        }
        console.tell(diagnostics);
    }
    return status;
}

}  // namespace dutylist::cli
