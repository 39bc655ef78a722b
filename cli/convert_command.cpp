#include <algorithm>
#include <array>
#include <charconv>
#include <thread>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/job_options.h"
#include "cli/output_guard.h"
#include "cli/standard_output.h"
#include "cli/targets.h"
#include "cli/usage_error.h"
#include "exporters/json/diagnostics_json.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {
namespace {

// "list=basic", "category=NAME", "department=NAME"; the name may hold any character.
Part part_from(const std::string& text) {
    const std::size_t equals = std::min(text.find('='), text.size());
    const std::string kind = text.substr(0, equals);
    Part part;
    part.name = text.substr(std::min(equals + 1, text.size()));
    if (kind == "list" && list_kind_from(part.name)) {
        part.kind = Part::Kind::list;
    } else if (kind == "category" && !part.name.empty()) {
        part.kind = Part::Kind::category;
    } else if (kind == "department" && !part.name.empty()) {
        part.kind = Part::Kind::department;
    } else {
        throw UsageError(Code::booklet_option, SourceLocation{}, {text});
    }
    return part;
}

constexpr std::array whole_document{Subject::document};
constexpr std::array parts_of_document{Subject::part};

void read_parts(const Invocation& invocation, Job& job) {
    if (const auto only = invocation.optional_value("--only")) job.only = part_from(*only);
    if (const auto per = invocation.optional_value("--per")) {
        if (*per != "department") {
            throw UsageError(Code::usage_option_value, SourceLocation{}, {"--per", "department"});
        }
        job.per_department = true;
    }
}

// Some outputs are made of whole documents only.
void require_outputs_of_parts(const Invocation& invocation, std::string_view targets) {
    const std::vector<std::string> known = target_names(parts_of_document);
    for (const Exporter* exporter : wanted_exporters(targets, whole_document)) {
        const std::string target(exporter->target);
        if (std::find(known.begin(), known.end(), target) != known.end()) continue;
        const char* option = invocation.has("--only") ? "--only" : "--per";
        throw UsageError(Code::usage_no_part, SourceLocation{}, {option, target});
    }
}

// What --to asks for, else the default, and the imposed booklet.
std::vector<const Exporter*> exporters_from(const Invocation& invocation, bool in_parts) {
    const std::span<const Subject> subjects = in_parts ? parts_of_document : whole_document;
    std::string targets = invocation.value("--to", default_targets(subjects));
    if (const auto impose = invocation.optional_value("--impose")) {
        if (*impose != "saddle" && *impose != "2up") {
            throw UsageError(Code::usage_option_value, SourceLocation{},
                             {"--impose", "saddle|2up"});
        }
        targets += "," + *impose;
    }
    if (in_parts) require_outputs_of_parts(invocation, targets);
    return wanted_exporters(targets, subjects);
}

unsigned thread_count(const Invocation& invocation) {
    const std::string text = invocation.value("--jobs");
    if (text.empty()) return std::max(1u, std::thread::hardware_concurrency());
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number == 0 || number > 256) {
        throw UsageError(Code::usage_option_value, SourceLocation{}, {"--jobs", "N (1-256)"});
    }
    return number;
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

// A file of a folder that turned out to hold no list was passed over; that is no failure.
void tell_endings(const Jobs& jobs, std::vector<JobResult>& results) {
    for (std::size_t i = 0; i < results.size(); ++i) {
        Diagnostics told;
        for (const Diagnostic& diagnostic : results[i].diagnostics.entries()) {
            const Diagnostic ending = jobs.ending(jobs.jobs[i], diagnostic);
            if (ending.code != diagnostic.code) results[i].complete = true;
            told.add(ending);
        }
        results[i].diagnostics = std::move(told);
    }
}

std::string as_json(const Jobs& line, const std::vector<JobResult>& results, Language language) {
    const std::vector<Job>& jobs = line.jobs;
    JsonWriter json;
    json.begin_object().key("results").begin_array();
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        json.begin_object().key("inputs").begin_array(true);
        for (const std::filesystem::path& input : jobs[i].inputs)
            json.value(input_name(jobs[i], input));
        json.end_array().member("complete", results[i].complete).key("written").begin_array();
        for (const std::string& file : names_of(results[i].written)) json.value(file);
        json.end_array().key("diagnostics");
        write_diagnostics(json, results[i].diagnostics, language);
        json.end_object();
    }
    json.end_array().key("diagnostics");
    write_diagnostics(json, line.passed_over, language);
    json.end_object();
    return json.finish();
}

}  // namespace

int run_convert(const Invocation& invocation) {
    const Console& console = invocation.console();
    const Surroundings surroundings(invocation);
    const unsigned threads = thread_count(invocation);
    Job model;
    read_parts(invocation, model);
    model.exporters = exporters_from(invocation, model.only || model.per_department);
    model.output_folder = output_folder(invocation);
    Jobs line = jobs_from(invocation);
    if (!model.output_folder) {
        const std::size_t parts = model.per_department ? 2 : 1;  // as many as departments
        require_single_output(invocation, line.jobs.size() * model.exporters.size() * parts);
    }
    for (Job& job : line.jobs) {
        job.exporters = model.exporters;
        job.only = model.only;
        job.per_department = model.per_department;
        job.output_folder = model.output_folder;
    }
    OutputGuard guard(invocation, surroundings, line.jobs);
    claim_outputs(line.jobs, guard);
    JobSurroundings shared = surroundings.for_jobs();
    shared.taken = &guard.files();

    std::vector<JobResult> results = run_jobs(line.jobs, shared, threads);
    tell_endings(line, results);
    int status = exit_done;
    for (const JobResult& result : results) {
        console.tell(result.diagnostics);
        status = stronger(status, status_of_result(result));
    }
    if (console.json()) {
        console.result(as_json(line, results, console.language()));
        return status;
    }
    for (const JobResult& result : results) {
        for (const WrittenOutput& output : result.written) {
            if (!model.output_folder) {
                console.result(output.bytes);
            } else if (console.verbosity() != Verbosity::quiet) {
                console.result(output.file.string() + "\n");
            }
        }
    }
    return status;
}

}  // namespace dutylist::cli
