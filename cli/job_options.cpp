#include "cli/job_options.h"

#include <algorithm>

#include "cli/exit_status.h"
#include "cli/input_files.h"
#include "cli/suggestion.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/model/period.h"

namespace dutylist::cli {
namespace {

Office office_from(const Invocation& invocation) {
    const std::string file = invocation.value("--office");
    return file.empty() ? Office{} : read_office(read_source(file, default_limits.settings_bytes));
}

void require_known_format(const std::string& wanted) {
    if (wanted.empty()) return;
    std::vector<std::string_view> names;
    for (const Importer& importer : importer_table()) {
        if (!importer.reads) continue;
        if (importer.name == wanted) return;
        names.push_back(importer.name);
    }
    const std::vector<std::string> list(names.begin(), names.end());
    throw UsageError(Code::usage_unknown_format, SourceLocation{},
                     {wanted, list, suggestion(wanted, names)});
}

// With --json and --verbose every file; else outputs, of which there may be hundreds, as a number.
void tell_passed_over(const Console& console, const std::string& folder, const FolderInputs& inputs,
                      Diagnostics& all) {
    for (const Diagnostic& diagnostic : inputs.passed_over.entries()) {
        console.note_diagnostic(diagnostic);
        all.add(diagnostic);
    }
    const std::vector<Diagnostic>& outputs = inputs.outputs.entries();
    for (const Diagnostic& diagnostic : outputs) {
        console.tell(diagnostic);
        all.add(diagnostic);
    }
    if (outputs.empty() || console.verbosity() == Verbosity::verbose) return;
    console.note_diagnostic(make_diagnostic(Code::input_outputs_passed_over, {},
                                            {folder, std::to_string(outputs.size())}));
}

}  // namespace

Surroundings::Surroundings(const Invocation& invocation)
    : templates(invocation.value("--template", "official")),
      office(office_from(invocation)),
      registry{importer_table(), exporter_table()} {}

Jobs jobs_from(const Invocation& invocation, std::size_t skipped) {
    Job shared;
    shared.import_format = invocation.value("--from");
    require_known_format(shared.import_format);
    shared.unit = invocation.value("--unit");
    shared.period = invocation.value("--month");
    if (!shared.period.empty() && !parse_period(shared.period)) {
        throw UsageError(Code::usage_option_value, SourceLocation{}, {"--month", "YYYY-MM"});
    }
    shared.encoding = invocation.optional_value("--encoding");
    shared.mapping = invocation.optional_value("--mapping");
    shared.font_folder = invocation.value("--font-dir");

    Jobs result;
    std::vector<std::filesystem::path> inputs;
    const std::vector<std::string>& arguments = invocation.arguments();
    for (std::size_t i = skipped; i < arguments.size(); ++i) {
        std::error_code error;
        if (arguments[i] == "-") {
            if (shared.standard_input) {
                throw UsageError(Code::usage_input_twice, SourceLocation{});
            }
            shared.standard_input = std::make_shared<const SourceBytes>(read_standard_input());
            inputs.emplace_back("-");
        } else if (std::filesystem::is_directory(arguments[i], error) &&
                   invocation.command().name != "compare") {
            FolderInputs folder = inputs_in_folder(arguments[i]);
            for (const std::filesystem::path& file : folder.files) {
                result.from_folders.push_back(file.string());
                inputs.push_back(file);
            }
            tell_passed_over(invocation.console(), arguments[i], folder, result.passed_over);
        } else {
            inputs.emplace_back(arguments[i]);
        }
    }

    std::vector<Job>& jobs = result.jobs;
    if (const std::string name = invocation.value("--as-one"); !name.empty()) {
        if (name.find('/') != std::string::npos) {
            throw UsageError(Code::usage_option_value, SourceLocation{},
                             {"--as-one", Message{Code::value_name, {}}});
        }
        Job& job = jobs.emplace_back(shared);
        job.inputs = std::move(inputs);
        job.stem = name;
        return result;
    }
    for (const std::filesystem::path& input : inputs) {
        Job& job = jobs.emplace_back(shared);
        job.inputs = {input};
        job.stem = input == "-" ? "stdin" : input.stem().string();
    }
    return result;
}

Diagnostic Jobs::ending(const Job& job, const Diagnostic& error) const {
    const std::string input = job.inputs.front().string();
    const bool found =
        std::find(from_folders.begin(), from_folders.end(), input) != from_folders.end();
    const bool no_list =
        error.code == Code::no_list_found || error.code == Code::no_list_recognised;
    if (!found || !no_list || job.inputs.size() > 1) return error;
    return make_diagnostic(Code::input_without_list, {}, {input});
}

int status_of(const Diagnostics& diagnostics) {
    const bool remarks = diagnostics.has(Severity::error) || diagnostics.has(Severity::warning);
    return remarks ? exit_remarks : exit_done;
}

}  // namespace dutylist::cli
