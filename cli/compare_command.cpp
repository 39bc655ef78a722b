#include <algorithm>

#include "cli/archive_documents.h"
#include "cli/commands.h"
#include "cli/diagnostics_json.h"
#include "cli/exit_status.h"
#include "cli/job_options.h"
#include "cli/output_guard.h"
#include "cli/usage_error.h"
#include "exporters/comparison/comparison_json.h"
#include "exporters/comparison/comparison_text.h"
#include "exporters/report/report_workbook.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/atomic_file.h"
#include "pipeline/text/json_writer.h"
#include "pipeline/timestamp.h"

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

void write_workbook(const Invocation& invocation, const Report& report,
                    const ReportTemplate& labels) {
    const std::filesystem::path target(invocation.value("--xlsx"));
    write_atomically(
        target,
        [&](const std::filesystem::path& temporary) {
            write_report_workbook(report, labels, temporary, target.string(),
                                  timestamp_of(report.period));
        },
        [&](const std::filesystem::path& temporary) { verify_report_workbook(report, temporary); });
    invocation.console().note(target.string());
}

}  // namespace

int run_compare(const Invocation& invocation) {
    const Console& console = invocation.console();
    const Surroundings surroundings(invocation);
    const std::vector<Job> jobs = jobs_from(invocation).jobs;
    OutputGuard guard(invocation, surroundings, jobs);
    guard.protect_archive(archive_file(invocation));
    if (invocation.has("--xlsx")) {
        guard.claim(invocation.value("--xlsx"), jobs[0].inputs.front().string());
    }
    Diagnostics diagnostics;
    const ReportTemplate labels(surroundings.templates);
    const Ledger ledger = ledger_from(invocation, surroundings.templates, diagnostics);
    const Document before = one_side(invocation, surroundings, jobs[0], diagnostics);
    const Document after = one_side(invocation, surroundings, jobs[1], diagnostics);
    const Comparison comparison = compare(
        before, after, {invocation.has("--ledger") ? &ledger : nullptr, {}, true}, diagnostics);
    if (invocation.has("--xlsx")) {
        write_workbook(invocation, comparison_report(before, after, comparison, labels), labels);
    }
    if (console.json()) {
        JsonWriter json;
        json.begin_object();
        write_comparison(json, before, after, comparison);
        json.key("diagnostics");
        write_diagnostics(json, diagnostics, invocation.language());
        json.end_object();
        console.result(json.finish());
    } else {
        console.result(comparison_text(before, after, comparison, labels, console.colour()));
    }
    console.tell(diagnostics);
    if (invocation.has("--exit-code")) return comparison.identical() ? exit_done : exit_remarks;
    return diagnostics.has(Severity::error) || diagnostics.has(Severity::warning) ? exit_remarks
                                                                                  : exit_done;
}

}  // namespace dutylist::cli
