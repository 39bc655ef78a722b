#include <algorithm>

#include "cli/archive_documents.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/job_options.h"
#include "cli/output_guard.h"
#include "cli/standard_output.h"
#include "cli/targets.h"
#include "cli/usage_error.h"
#include "exporters/comparison/comparison_json.h"
#include "exporters/comparison/comparison_text.h"
#include "exporters/json/diagnostics_json.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/export_inputs.h"
#include "pipeline/text/json_writer.h"

namespace dutylist::cli {
namespace {

// A file, or a month of the archive (a file of that name wins).
Document one_side(const Invocation& invocation, const Surroundings& surroundings, const Job& job,
                  Diagnostics& diagnostics) {
    const std::string name = job.inputs.front().string();
    const auto period = parse_period(name);
    std::error_code error;
    if (!period || period->month == 0 || std::filesystem::exists(name, error)) {
        return read_document(job, surroundings.for_jobs(), diagnostics);
    }
    const std::string file = archive_file(invocation);
    const Archive archive(file, Archive::Mode::read);
    std::vector<ArchivedDocument> entries =
        archive.find({invocation.value("--unit"), "", period->iso(), 0, false});
    if (entries.empty()) throw JobError(Code::archive_nothing_found, {}, {file});
    entries = of_one_unit(std::move(entries), invocation.value("--unit"), file, period->iso());
    return archived_document(archive, entries.front(), surroundings.templates);
}

// What is to be written, and where.
struct CompareOutput {
    const Exporter* exporter;
    std::filesystem::path file;  // "-": standard output
};

// --to with -o, and --xlsx FILE.
std::vector<CompareOutput> outputs_from(const Invocation& invocation, const std::string& stem) {
    std::vector<CompareOutput> outputs;
    const auto subjects = subjects_of("compare");
    if (const auto targets = invocation.optional_value("--to")) {
        const auto folder = output_folder(invocation);
        for (const Exporter* exporter : wanted_exporters(*targets, subjects)) {
            const std::string name = stem + std::string(exporter->suffix);
            outputs.push_back({exporter, folder ? *folder / name : std::filesystem::path("-")});
        }
    }
    if (const auto file = invocation.optional_value("--xlsx")) {
        outputs.push_back({wanted_exporters("xlsx", subjects).front(), *file});
    }
    const bool standard_output =
        wants_standard_output(invocation) ||
        std::any_of(outputs.begin(), outputs.end(),
                    [](const CompareOutput& output) { return output.file == "-"; });
    if (standard_output) require_single_output(invocation, outputs.size());
    return outputs;
}

// False where one could not be written; the others are.
bool write_outputs(const Invocation& invocation, const std::vector<CompareOutput>& outputs,
                   const ComparisonInput& input, Diagnostics& diagnostics) {
    bool complete = true;
    for (const auto& [exporter, file] : outputs) {
        try {
            if (file == "-") {
                invocation.console().result(output_bytes(*exporter, input, "-", diagnostics));
                continue;
            }
            require_writable_folder(file.parent_path());
            write_output(*exporter, input, file, diagnostics);
            invocation.console().note(file.string());
        } catch (const JobError& error) {
            diagnostics.add(error.diagnostic());
            complete = false;
        }
    }
    return complete;
}

}  // namespace

int run_compare(const Invocation& invocation) {
    const Console& console = invocation.console();
    const Surroundings surroundings(invocation);
    const std::vector<Job> jobs = jobs_from(invocation).jobs;
    OutputGuard guard(invocation, surroundings, jobs);
    guard.protect_archive(archive_file(invocation));
    const std::vector<CompareOutput> outputs =
        outputs_from(invocation, jobs[0].stem + "-" + jobs[1].stem);
    const bool to_standard_output = !outputs.empty() && outputs.front().file == "-";
    for (const CompareOutput& output : outputs) {
        if (output.file != "-") guard.claim(output.file, jobs[0].inputs.front().string());
    }
    Diagnostics diagnostics;
    const ReportTemplate labels(surroundings.templates);
    const Ledger ledger = ledger_from(invocation, surroundings.templates, diagnostics);
    const Document before = one_side(invocation, surroundings, jobs[0], diagnostics);
    const Document after = one_side(invocation, surroundings, jobs[1], diagnostics);
    const Comparison comparison = compare(
        before, after, {invocation.has("--ledger") ? &ledger : nullptr, {}, true}, diagnostics);
    const Diagnostics reading = diagnostics;
    const ComparisonInput input{before, after, comparison, labels, reading, invocation.language()};
    const bool complete = write_outputs(invocation, outputs, input, diagnostics);
    if (console.json()) {
        JsonWriter json;
        json.begin_object();
        write_comparison(json, before, after, comparison);
        json.key("diagnostics");
        write_diagnostics(json, diagnostics, invocation.language());
        json.end_object();
        console.result(json.finish());
    } else if (!to_standard_output) {
        console.result(comparison_text(before, after, comparison, labels, console.colour()));
    }
    console.tell(diagnostics);
    if (!complete) return exit_failed;
    if (invocation.has("--exit-code")) return comparison.identical() ? exit_done : exit_remarks;
    return diagnostics.has(Severity::error) || diagnostics.has(Severity::warning) ? exit_remarks
                                                                                  : exit_done;
}

}  // namespace dutylist::cli
