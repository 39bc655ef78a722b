#include <algorithm>
#include <set>

#include "cli/archive_documents.h"
#include "cli/commands.h"
#include "cli/compare_options.h"
#include "cli/exit_status.h"
#include "cli/invocation.h"
#include "cli/job_plan.h"
#include "cli/output_guard.h"
#include "cli/output_writer.h"
#include "cli/targets.h"
#include "exporters/comparison/comparison_json.h"
#include "exporters/comparison/comparison_text.h"
#include "exporters/json/diagnostics_json.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/export_inputs.h"
#include "pipeline/io/atomic_file.h"
#include "pipeline/text/json_writer.h"

namespace dutylist::cli {
namespace {

// A file, or a month of the archive (a file of that name wins).
Document one_side(const CompareOptions& options, const Surroundings& surroundings, const Job& job,
                  Diagnostics& diagnostics) {
    const std::string name = job.inputs.front().string();
    const auto period = parse_period(name);
    std::error_code error;
    if (!period || period->month == 0 || std::filesystem::exists(name, error)) {
        return read_document(job, surroundings.for_jobs(), diagnostics);
    }
    const std::string& unit = options.common.unit;
    const std::string file = options.archive.string();
    const Archive archive(file, Archive::Mode::read);
    std::vector<ArchivedDocument> entries = archive.find({unit, "", period->iso(), 0, false});
    if (entries.empty()) throw JobError(Code::archive_nothing_found, {}, {file});
    entries = of_one_unit(std::move(entries), unit, file, period->iso());
    return archived_document(archive, entries.front(), surroundings.templates);
}

// What is to be written, and where.
struct CompareOutput {
    const Exporter* exporter;
    std::filesystem::path file;  // "-": standard output
};

// --to with -o, and --xlsx FILE.
std::vector<CompareOutput> planned_outputs(const CompareOptions& options, const std::string& stem,
                                           const Console& console) {
    std::vector<CompareOutput> outputs;
    const auto folder = options.outputs.folder();
    for (const Exporter* exporter : options.outputs.exporters) {
        const std::string name = stem + std::string(exporter->suffix);
        outputs.push_back({exporter, folder ? *folder / name : std::filesystem::path("-")});
    }
    if (options.workbook) {
        outputs.push_back(
            {wanted_exporters("xlsx", subjects_of("compare")).front(), *options.workbook});
    }
    const bool to_standard_output =
        options.outputs.to_standard_output() ||
        std::any_of(outputs.begin(), outputs.end(),
                    [](const CompareOutput& output) { return output.file == "-"; });
    if (to_standard_output) require_single_output(console, outputs.size());
    return outputs;
}

// Those of one folder, all or none. False where one could not be written.
bool write_outputs(OutputOptions options, const std::vector<CompareOutput>& outputs,
                   const ComparisonInput& input, const Console& console, Diagnostics& diagnostics) {
    std::set<std::filesystem::path> folders;  // "-": standard output
    const auto folder_of = [](const CompareOutput& output) {
        return output.file == "-" ? output.file : output.file.parent_path() / "";
    };
    for (const CompareOutput& output : outputs) folders.insert(folder_of(output));
    bool complete = true;
    for (const std::filesystem::path& folder : folders) {
        options.target = folder;
        OutputWriter writer(options);
        if (const auto place = options.folder()) prepare_output_folder(*place, diagnostics);
        for (const CompareOutput& output : outputs) {
            if (folder_of(output) != folder) continue;
            writer.write_file(*output.exporter, input, output.file.filename().string(),
                              diagnostics);
        }
        writer.place(diagnostics);
        complete = complete && writer.complete();
        for (const WrittenOutput& output : writer.written()) {
            if (options.to_standard_output())
                console.write_bytes(output.bytes);
            else
                console.write_note(output.file.string());
        }
    }
    return complete;
}

void claim_outputs(const CompareOptions& options, const Surroundings& surroundings,
                   const std::vector<Job>& jobs, const std::vector<CompareOutput>& outputs) {
    OutputGuard guard(options.common, surroundings, jobs);
    guard.protect_archive(options.archive);
    if (options.ledger) guard.protect(*options.ledger);
    for (const CompareOutput& output : outputs) {
        if (output.file != "-") guard.claim(output.file, jobs[0].inputs.front().string());
    }
}

void write_json(const Console& console, const ComparisonInput& input,
                const Diagnostics& diagnostics) {
    JsonWriter json;
    json.begin_object();
    write_comparison(json, input.before, input.after, input.comparison);
    json.key("diagnostics");
    write_diagnostics(json, diagnostics, console.language());
    json.end_object();
    console.write_bytes(json.finish());
}

}  // namespace

int run_compare(const Invocation& invocation) {
    const Console& console = invocation.console();
    const CompareOptions options = compare_options(invocation);
    const Surroundings surroundings(options.common);
    const std::vector<Job> jobs = plan_jobs(options.common, console, Folders::not_taken).jobs;
    const std::vector<CompareOutput> outputs =
        planned_outputs(options, jobs[0].stem + "-" + jobs[1].stem, console);
    claim_outputs(options, surroundings, jobs, outputs);

    Diagnostics diagnostics;
    const ReportTemplate labels(surroundings.templates);
    std::optional<Ledger> ledger;
    if (options.ledger) ledger = ledger_of(*options.ledger, surroundings.templates, diagnostics);
    const Document before = one_side(options, surroundings, jobs[0], diagnostics);
    const Document after = one_side(options, surroundings, jobs[1], diagnostics);
    const Comparison comparison =
        compare(before, after, {ledger ? &*ledger : nullptr, {}, true}, diagnostics);
    const Diagnostics reading = diagnostics;
    const ComparisonInput input{
        before, after, comparison, labels, surroundings.templates, reading, console.language()};
    const bool complete = write_outputs(options.outputs, outputs, input, console, diagnostics);
    const bool to_standard_output = !outputs.empty() && outputs.front().file == "-";
    if (console.json()) {
        write_json(console, input, diagnostics);
    } else if (!to_standard_output) {
        console.write_result(comparison_text(before, after, comparison, labels, console.colour()));
    }
    console.tell(diagnostics);
    if (!complete) return exit_failed;
    if (options.exit_code) return comparison.identical() ? exit_done : exit_remarks;
    return status_of(diagnostics);
}

}  // namespace dutylist::cli
