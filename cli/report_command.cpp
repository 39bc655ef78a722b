#include <algorithm>

#include "cli/archive_documents.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/invocation.h"
#include "cli/job_plan.h"
#include "cli/output_guard.h"
#include "cli/output_writer.h"
#include "cli/report_options.h"
#include "exporters/json/diagnostics_json.h"
#include "exporters/report/report_json.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/export_inputs.h"
#include "pipeline/io/atomic_file.h"
#include "pipeline/io/file_name.h"

namespace dutylist::cli {
namespace {

void write_json(const Console& console, const Report& report,
                const std::vector<WrittenOutput>& written, const Diagnostics& diagnostics) {
    JsonWriter json;
    json.begin_object();
    write_report(json, report);
    json.key("written").begin_array();
    for (const std::string& file : names_of(written)) json.value(file);
    json.end_array().key("diagnostics");
    write_diagnostics(json, diagnostics, console.language());
    json.end_object();
    console.write_bytes(json.finish());
}

// The archived lists of the units that are reported on, of all months.
std::vector<ArchivedDocument> documents_in_scope(const Archive& archive,
                                                 const ReportOptions& options) {
    const std::string file = options.archive.string();
    const std::string& unit = options.common.unit;
    std::vector<ArchivedDocument> entries = archive.find({unit, options.county, "", 0, false});
    if (entries.empty()) throw JobError(Code::archive_nothing_found, {}, {file});
    return unit.empty() ? entries : of_one_unit(std::move(entries), unit, file, unit);
}

Report report_of(const ReportOptions& options, const Surroundings& surroundings,
                 const ReportTemplate& labels, const Ledger* ledger, Diagnostics& diagnostics) {
    const Archive archive(options.archive, Archive::Mode::read);
    const std::vector<ArchivedDocument> entries = documents_in_scope(archive, options);
    ReportRequest request;
    request.period = options.month;
    if (options.base) request.base = options.base->iso();
    request.units = units_of(entries);
    request.dictionary = &surroundings.office.departments;
    request.ledger = ledger;
    request.labels = &labels;
    const DocumentLoader load = [&](const ReportUnit& unit, const std::string& month) {
        const auto entry = std::find_if(entries.begin(), entries.end(), [&](const auto& candidate) {
            return candidate.unit == unit.unit && candidate.month == month;
        });
        return archived_document(archive, *entry, surroundings.templates);
    };
    return options.department ? build_department_view(request, *options.department, load)
                              : build_report(request, load, diagnostics);
}

std::string stem_of(const Report& report, const ReportOptions& options) {
    return options.department
               ? "department-" + file_name_part(report.department) + "-" + report.period.iso()
               : "report-" + report.period.iso();
}

// Refuses, before anything is written, outputs that are read, and a folder that will not do.
void claim_outputs(const ReportOptions& options, const Surroundings& surroundings,
                   const std::string& stem, Diagnostics& diagnostics) {
    const auto folder = options.outputs.folder();
    if (!folder) return;
    OutputGuard guard(options.common, surroundings, {});
    guard.protect_archive(options.archive);
    if (options.ledger) guard.protect(*options.ledger);
    for (const Exporter* exporter : options.outputs.exporters)
        guard.claim(*folder / (stem + std::string(exporter->suffix)), options.archive.string());
    prepare_output_folder(*folder, diagnostics);
}

}  // namespace

int run_report(const Invocation& invocation) {
    const Console& console = invocation.console();
    const ReportOptions options = report_options(invocation);
    const Surroundings surroundings(options.common);
    const bool to_standard_output = options.outputs.to_standard_output();
    if (to_standard_output) require_single_output(console, options.outputs.exporters.size());

    const ReportTemplate labels(surroundings.templates);
    Diagnostics diagnostics;
    std::optional<Ledger> ledger;
    if (options.ledger) ledger = ledger_of(*options.ledger, surroundings.templates, diagnostics);
    const Report report =
        report_of(options, surroundings, labels, ledger ? &*ledger : nullptr, diagnostics);

    const std::string stem = stem_of(report, options);
    claim_outputs(options, surroundings, stem, diagnostics);
    const ReportInput input{report, labels, surroundings.templates, options.common.font_folder};
    OutputWriter writer(options.outputs);
    for (const Exporter* exporter : options.outputs.exporters)
        writer.write(*exporter, input, stem, diagnostics);
    writer.place(diagnostics);
    if (console.json()) {
        write_json(console, report, writer.written(), diagnostics);
    } else {
        for (const WrittenOutput& output : writer.written()) {
            if (to_standard_output)
                console.write_bytes(output.bytes);
            else
                console.write_result(output.file.string() + "\n");
        }
    }
    console.tell(diagnostics);
    return writer.complete() ? status_of(diagnostics) : exit_failed;
}

}  // namespace dutylist::cli
