#include <algorithm>
#include <charconv>
#include <optional>
#include <thread>

#include "cli/commands.h"
#include "cli/diagnostics_json.h"
#include "cli/exit_status.h"
#include "cli/job_options.h"
#include "cli/output_guard.h"
#include "cli/standard_output.h"
#include "cli/suggestion.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {
namespace {

std::string default_targets() {
    std::string targets;
    std::string_view last;
    for (const Exporter& exporter : exporter_table()) {
        if (!exporter.by_default || exporter.target == last) continue;
        targets += (targets.empty() ? "" : ",") + std::string(exporter.target);
        last = exporter.target;
    }
    return targets;
}

std::vector<const Exporter*> wanted_exporters(const std::string& targets) {
    std::vector<const Exporter*> wanted;
    std::vector<std::string_view> names;
    for (const Exporter& exporter : exporter_table()) {
        if (std::find(names.begin(), names.end(), exporter.target) == names.end())
            names.push_back(exporter.target);
    }
    for (const std::string& name : names_in_list(targets)) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            const std::vector<std::string> list(names.begin(), names.end());
            throw UsageError(Code::usage_unknown_target, SourceLocation{},
                             {name, list, suggestion(name, names)});
        }
        for (const Exporter& exporter : exporter_table()) {
            const bool is_new = std::find(wanted.begin(), wanted.end(), &exporter) == wanted.end();
            if (exporter.target == name && is_new) wanted.push_back(&exporter);
        }
    }
    return wanted;
}

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

// --only and --per make parts of the document; without --to they ask for the booklet alone.
void apply_parts(const Invocation& invocation, Job& job) {
    if (const auto only = invocation.optional_value("--only")) job.only = part_from(*only);
    if (const auto per = invocation.optional_value("--per")) {
        if (*per != "department") {
            throw UsageError(Code::usage_option_value, SourceLocation{}, {"--per", "department"});
        }
        job.per_department = true;
    }
    for (const char* option : {"--only", "--per"}) {
        if (!invocation.has(option)) continue;
        for (const Exporter* exporter : job.exporters) {
            if (exporter->writes_parts) continue;
            throw UsageError(Code::usage_no_part, SourceLocation{},
                             {option, std::string(exporter->target)});
        }
    }
}

// What --to asks for, the booklet alone for parts, and the imposed booklet.
std::string wanted_targets(const Invocation& invocation) {
    const bool parts = invocation.has("--only") || invocation.has("--per");
    std::string targets = invocation.value("--to", parts ? "pdf" : "");
    if (const auto impose = invocation.optional_value("--impose")) {
        if (*impose != "saddle" && *impose != "2up") {
            throw UsageError(Code::usage_option_value, SourceLocation{},
                             {"--impose", "saddle|2up"});
        }
        if (targets.empty()) targets = default_targets();
        targets += "," + *impose;
    }
    return targets;
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
        const bool in_parts = job.only || job.per_department;
        for (const Exporter* exporter : job.exporters) {
            if (in_parts && exporter->writes_parts) continue;
            guard.claim(job.output_folder / (job.stem + std::string(exporter->suffix)),
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
        for (const std::filesystem::path& file : results[i].written) json.value(file.string());
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
    const std::string targets = wanted_targets(invocation);
    Job model;
    model.exporters = wanted_exporters(targets.empty() ? default_targets() : targets);
    apply_parts(invocation, model);
    Jobs line = jobs_from(invocation);
    const bool to_standard_output = wants_standard_output(invocation);
    std::optional<ScratchFolder> scratch;
    if (to_standard_output) {
        const std::size_t parts = model.per_department ? 2 : 1;  // as many as departments
        require_single_output(invocation, line.jobs.size() * model.exporters.size() * parts);
        scratch.emplace();
    }
    for (Job& job : line.jobs) {
        job.exporters = model.exporters;
        job.only = model.only;
        job.per_department = model.per_department;
        job.output_folder = scratch ? scratch->path().string() : invocation.value("--output", ".");
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
        for (const std::filesystem::path& file : result.written) {
            if (to_standard_output) {
                send_to_standard_output(invocation, file);
            } else if (console.verbosity() != Verbosity::quiet) {
                console.result(file.string() + "\n");
            }
        }
    }
    return status;
}

}  // namespace dutylist::cli
