#include <algorithm>
#include <charconv>
#include <thread>

#include "cli/commands.h"
#include "cli/diagnostics_json.h"
#include "cli/exit_status.h"
#include "cli/job_options.h"
#include "cli/output_guard.h"
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
    for (std::size_t begin = 0; begin <= targets.size();) {
        const std::size_t end = std::min(targets.find(',', begin), targets.size());
        const std::string name = targets.substr(begin, end - begin);
        begin = end + 1;
        std::string names;
        bool found = false;
        for (const Exporter& exporter : exporter_table()) {
            if (exporter.target == name) {
                found = true;
                if (std::find(wanted.begin(), wanted.end(), &exporter) == wanted.end())
                    wanted.push_back(&exporter);
            }
            if (names.find(exporter.target) == std::string::npos)
                names += (names.empty() ? "" : ", ") + std::string(exporter.target);
        }
        if (!found) throw UsageError(Code::usage_unknown_target, SourceLocation{}, {name, names});
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

int status_of(const JobResult& result) {
    if (!result.complete) return exit_failed;
    const bool remarks =
        result.diagnostics.has(Severity::error) || result.diagnostics.has(Severity::warning);
    return remarks ? exit_remarks : exit_done;
}

std::string as_json(const std::vector<Job>& jobs, const std::vector<JobResult>& results,
                    Language language) {
    JsonWriter json;
    json.begin_object().key("results").begin_array();
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        json.begin_object().key("inputs").begin_array(true);
        for (const std::filesystem::path& input : jobs[i].inputs) json.value(input.string());
        json.end_array().member("complete", results[i].complete).key("written").begin_array();
        for (const std::filesystem::path& file : results[i].written) json.value(file.string());
        json.end_array().key("diagnostics");
        write_diagnostics(json, results[i].diagnostics, language);
        json.end_object();
    }
    json.end_array().end_object();
    return json.finish();
}

}  // namespace

int run_convert(const Invocation& invocation) {
    const Console& console = invocation.console();
    const Surroundings surroundings(invocation);
    std::vector<Job> jobs = jobs_from(invocation);
    for (Job& job : jobs) {
        const std::string targets = wanted_targets(invocation);
        job.exporters = wanted_exporters(targets.empty() ? default_targets() : targets);
        apply_parts(invocation, job);
        job.output_folder = invocation.value("--output", ".");
    }
    OutputGuard guard(invocation, surroundings, jobs);
    claim_outputs(jobs, guard);
    JobSurroundings shared = surroundings.for_jobs();
    shared.taken = &guard.files();

    const std::vector<JobResult> results = run_jobs(jobs, shared, thread_count(invocation));
    int status = exit_done;
    for (const JobResult& result : results) {
        console.tell(result.diagnostics);
        status = stronger(status, status_of(result));
    }
    if (console.json()) {
        console.result(as_json(jobs, results, console.language()));
    } else if (console.verbosity() != Verbosity::quiet) {
        for (const JobResult& result : results) {
            for (const std::filesystem::path& file : result.written)
                console.result(file.string() + "\n");
        }
    }
    return status;
}

}  // namespace dutylist::cli
