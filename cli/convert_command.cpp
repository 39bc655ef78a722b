#include "cli/commands.h"
#include "cli/convert_options.h"
#include "cli/exit_status.h"
#include "cli/invocation.h"
#include "cli/job_plan.h"
#include "cli/output_guard.h"
#include "cli/run_summary.h"
#include "exporters/json/diagnostics_json.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {
namespace {

void add_outputs(const ConvertOptions& options, std::vector<Job>& jobs) {
    for (Job& job : jobs) {
        job.exporters = options.outputs.exporters;
        job.output_folder = options.outputs.folder();
        job.partial = options.outputs.partial;
        job.only = options.only;
        job.per_department = options.per_department;
        job.split = options.split;
    }
}

// Refuses, before anything is written, outputs that are read and outputs of the same name. Parts of
// a document find free names for themselves.
void claim_outputs(const std::vector<Job>& jobs, OutputGuard& guard) {
    for (const Job& job : jobs) {
        for (const Exporter* exporter : job.exporters) {
            if (!job.output_folder || exporter->subject == Subject::part) continue;
            guard.claim(*job.output_folder / (job.stem + std::string(exporter->suffix)),
                        job.inputs.front().string());
        }
    }
}

int status_of_result(const JobResult& result) {
    return result.complete ? status_of(result.diagnostics) : exit_failed;
}

// Counts a job. A file of a folder that turned out to hold no list was passed over; that is no
// failure.
void sum_up(const JobPlan& plan, const Job& job, JobResult& result, RunSummary& summary) {
    Diagnostics told;
    bool passed_over = false;
    for (const Diagnostic& diagnostic : result.diagnostics.entries()) {
        const Diagnostic ending = plan.ending_of(job, diagnostic);
        passed_over = passed_over || ending.code != diagnostic.code;
        told.add(ending);
    }
    result.diagnostics = std::move(told);
    result.complete = result.complete || passed_over;
    if (passed_over) summary.add_passed_over(job);
    if (!result.complete) summary.add_failed(job);
    if (result.read) summary.add_read(job);
    summary.add_written(result.written.size());
}

std::string as_json(const JobPlan& plan, const std::vector<JobResult>& results,
                    const RunSummary& summary, Language language) {
    JsonWriter json;
    json.begin_object().key("results").begin_array();
    for (std::size_t i = 0; i < results.size(); ++i) {
        const Job& job = plan.jobs[i];
        json.begin_object().key("inputs").begin_array(true);
        for (const std::filesystem::path& input : job.inputs) json.value(input_name(job, input));
        json.end_array().member("complete", results[i].complete).key("written").begin_array();
        for (const std::string& file : names_of(results[i].written)) json.value(file);
        json.end_array().key("diagnostics");
        write_diagnostics(json, results[i].diagnostics, language);
        json.end_object();
    }
    json.end_array();
    summary.write(json);
    json.key("diagnostics");
    write_diagnostics(json, plan.in_folders, language);
    json.end_object();
    return json.finish();
}

// The outputs themselves where they go to standard output, else the names of the files.
void show_outputs(const ConvertOptions& options, const std::vector<JobResult>& results,
                  const Console& console) {
    for (const JobResult& result : results) {
        for (const WrittenOutput& output : result.written) {
            if (options.outputs.to_standard_output()) {
                console.write_bytes(output.bytes);
            } else if (console.verbosity() != Verbosity::quiet) {
                console.write_result(output.file.string() + "\n");
            }
        }
    }
}

}  // namespace

int run_convert(const Invocation& invocation) {
    const Console& console = invocation.console();
    const ConvertOptions options = convert_options(invocation);
    const Surroundings surroundings(options.common);
    JobPlan plan = plan_jobs(options.common, console);
    add_outputs(options, plan.jobs);
    if (options.outputs.to_standard_output()) {
        // As many as departments or units.
        const std::size_t parts = options.per_department || options.split ? 2 : 1;
        require_single_output(console, plan.jobs.size() * options.outputs.exporters.size() * parts);
    }
    OutputGuard guard(options.common, surroundings, plan.jobs);
    claim_outputs(plan.jobs, guard);
    JobSurroundings shared = surroundings.for_jobs();
    shared.taken = &guard.files();

    std::vector<JobResult> results = run_jobs(plan.jobs, shared, options.threads);
    RunSummary summary(plan);
    int status = plan.status();
    for (std::size_t i = 0; i < results.size(); ++i) {
        sum_up(plan, plan.jobs[i], results[i], summary);
        console.tell(results[i].diagnostics);
        status = stronger(status, status_of_result(results[i]));
    }
    if (console.json()) {
        console.write_bytes(as_json(plan, results, summary, console.language()));
    } else {
        show_outputs(options, results, console);
    }
    summary.tell(console, Code::summary_written);
    return status;
}

}  // namespace dutylist::cli
