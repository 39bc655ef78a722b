#include "cli/job_plan.h"

#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/input_files.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {
namespace {

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

// What a folder holds, as it is told and counted.
class FolderReport {
public:
    FolderReport(const std::string& folder, const Console& console, JobPlan& plan)
        : folder_(folder), console_(console), plan_(plan) {}

    void add(const FolderFile& file) {
        plan_.in_folders.add(file.why);
        switch (file.use) {
            case FolderFile::Use::input:
                break;
            case FolderFile::Use::own_output:
                ++own_outputs_;
                console_.tell(file.why);
                break;
            case FolderFile::Use::passed_over:
                plan_.passed_over.push_back(file.file.string());
                tell(file.why);
                break;
            case FolderFile::Use::failed:
                plan_.failed.push_back(file.file.string());
                tell(file.why);
                break;
        }
    }

    // Of outputs there may be hundreds: a number, unless each was told.
    void tell_own_outputs() const {
        if (own_outputs_ == 0 || console_.verbosity() == Verbosity::verbose) return;
        console_.tell_unless_quiet(
            make_diagnostic(Code::input_outputs_passed_over, {}, {folder_, own_outputs_}));
    }

    void fail_without_lists(const std::vector<std::string>& subfolders) {
        const Diagnostic why =
            subfolders.empty()
                ? make_diagnostic(Code::input_folder_without_lists, {}, {folder_})
                : make_diagnostic(Code::input_lists_in_subfolders, {}, {folder_, subfolders});
        plan_.in_folders.add(why);
        plan_.failed.push_back(folder_);
        tell(why);
    }

private:
    void tell(const Diagnostic& diagnostic) const {
        if (diagnostic.severity == Severity::info) {
            console_.tell_unless_quiet(diagnostic);
        } else {
            console_.tell(diagnostic);
        }
    }

    const std::string& folder_;
    const Console& console_;
    JobPlan& plan_;
    std::size_t own_outputs_ = 0;
};

// Files that are to be one document are not left out because they are damaged: its job fails.
void add_folder(const std::string& folder, bool as_one, const Console& console,
                std::vector<std::filesystem::path>& inputs, JobPlan& plan) {
    const Folder found = look_through(folder);
    FolderReport report(folder, console, plan);
    bool any = false;
    for (const FolderFile& file : found.files) {
        const bool failed = file.use == FolderFile::Use::failed;
        if (file.use == FolderFile::Use::input || (failed && as_one)) {
            plan.found_in_folders.insert(file.file.string());
            inputs.push_back(file.file);
        } else {
            report.add(file);
        }
        any = any || failed || file.use == FolderFile::Use::input;
    }
    report.tell_own_outputs();
    if (!any) report.fail_without_lists(found.subfolders);
    plan.has_folders = true;
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
            add_folder(input, options.as_one.has_value(), console, inputs, plan);
        } else {
            inputs.emplace_back(input);
        }
    }
    if (options.as_one) {
        if (inputs.empty()) return plan;
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

int JobPlan::status() const { return failed.empty() ? status_of(in_folders) : exit_failed; }

int status_of(const Diagnostics& diagnostics) {
    const bool remarks = diagnostics.has(Severity::error) || diagnostics.has(Severity::warning);
    return remarks ? exit_remarks : exit_done;
}

}  // namespace dutylist::cli
