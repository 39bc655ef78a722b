#include "cli/job_plan.h"

#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/input_files.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {
namespace {

// With --json and --verbose every file; else outputs, of which there may be hundreds, as a number.
void tell_passed_over(const Console& console, const std::string& folder, const FolderInputs& inputs,
                      Diagnostics& all) {
    for (const Diagnostic& diagnostic : inputs.passed_over.entries()) {
        console.tell_unless_quiet(diagnostic);
        all.add(diagnostic);
    }
    const std::vector<Diagnostic>& outputs = inputs.outputs.entries();
    for (const Diagnostic& diagnostic : outputs) {
        console.tell(diagnostic);
        all.add(diagnostic);
    }
    if (outputs.empty() || console.verbosity() == Verbosity::verbose) return;
    console.tell_unless_quiet(
        make_diagnostic(Code::input_outputs_passed_over, {}, {folder, outputs.size()}));
}

// What all jobs of the line have in common.
Job common_job(const CommonOptions& options) {
    Job job;
    job.import_format = options.import_format;
    job.unit = options.unit;
    if (options.month) job.period = options.month->printed;
    job.encoding = options.encoding;
    job.mapping = options.mapping;
    job.font_folder = options.font_folder;
    return job;
}

void add_folder(const std::string& folder, const Console& console,
                std::vector<std::filesystem::path>& inputs, JobPlan& plan) {
    const FolderInputs found = inputs_in_folder(folder);
    for (const std::filesystem::path& file : found.files) {
        plan.found_in_folders.insert(file.string());
        inputs.push_back(file);
    }
    tell_passed_over(console, folder, found, plan.passed_over);
}

}  // namespace

JobPlan plan_jobs(const CommonOptions& options, const Console& console, Folders folders) {
    JobPlan plan;
    Job common = common_job(options);
    std::vector<std::filesystem::path> inputs;
    for (const std::string& input : options.inputs) {
        std::error_code error;
        if (input == "-") {
            if (common.standard_input) throw UsageError(Code::usage_input_twice);
            common.standard_input = std::make_shared<const SourceBytes>(read_standard_input());
            inputs.emplace_back("-");
        } else if (folders == Folders::searched && std::filesystem::is_directory(input, error)) {
            add_folder(input, console, inputs, plan);
        } else {
            inputs.emplace_back(input);
        }
    }
    if (options.as_one) {
        Job& job = plan.jobs.emplace_back(common);
        job.inputs = std::move(inputs);
        job.stem = *options.as_one;
        return plan;
    }
    for (const std::filesystem::path& input : inputs) {
        Job& job = plan.jobs.emplace_back(common);
        job.inputs = {input};
        job.stem = input == "-" ? "stdin" : input.stem().string();
    }
    return plan;
}

Diagnostic JobPlan::ending_of(const Job& job, const Diagnostic& error) const {
    const std::string input = job.inputs.front().string();
    const bool without_list =
        error.code == Code::no_list_found || error.code == Code::no_list_recognised;
    if (!without_list || job.inputs.size() > 1 || !found_in_folders.contains(input)) return error;
    return make_diagnostic(Code::input_without_list, {}, {input});
}

int status_of(const Diagnostics& diagnostics) {
    const bool remarks = diagnostics.has(Severity::error) || diagnostics.has(Severity::warning);
    return remarks ? exit_remarks : exit_done;
}

}  // namespace dutylist::cli
