#include <algorithm>
#include <array>
#include <optional>

#include "cli/archive_documents.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/job_options.h"
#include "cli/output_guard.h"
#include "cli/standard_output.h"
#include "cli/targets.h"
#include "cli/usage_error.h"
#include "exporters/json/diagnostics_json.h"
#include "exporters/report/report_json.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/export_inputs.h"
#include "pipeline/io/file_name.h"

namespace dutylist::cli {
namespace {

Period month_of(const Invocation& invocation, const char* option) {
    const auto period = parse_period(invocation.value(option));
    if (!period || period->month == 0) {
        throw UsageError(Code::usage_option_value, SourceLocation{}, {option, "YYYY-MM"});
    }
    return *period;
}

void show_json(const Invocation& invocation, const Report& report,
               const std::vector<std::string>& written, const Diagnostics& diagnostics) {
    JsonWriter json;
    json.begin_object();
    write_report(json, report);
    json.key("written").begin_array();
    for (const std::string& file : written) json.value(file);
    json.end_array().key("diagnostics");
    write_diagnostics(json, diagnostics, invocation.language());
    json.end_object();
    invocation.console().result(json.finish());
}

}  // namespace

int run_report(const Invocation& invocation) {
    const Console& console = invocation.console();
    const Surroundings surroundings(invocation);
    const auto department = invocation.optional_value("--department");
    const std::array subject{department ? Subject::department_view : Subject::report};
    const std::vector<const Exporter*> exporters =
        wanted_exporters(invocation.value("--to", default_targets(subject)), subject);
    if (!invocation.has("--month")) {
        throw UsageError(Code::usage_missing_argument, SourceLocation{},
                         {"report", "--month YYYY-MM"});
    }
    const Period reported = month_of(invocation, "--month");
    const std::optional<std::filesystem::path> folder = output_folder(invocation);
    if (!folder) require_single_output(invocation, exporters.size());
    const ReportTemplate labels(surroundings.templates);
    Diagnostics diagnostics;
    const Ledger ledger = ledger_from(invocation, surroundings.templates, diagnostics);

    const std::string file = archive_file(invocation);
    const Archive archive(file, Archive::Mode::read);
    const std::string wanted_unit = invocation.value("--unit");
    std::vector<ArchivedDocument> entries =
        archive.find({wanted_unit, invocation.value("--county"), "", 0, false});
    if (entries.empty()) throw JobError(Code::archive_nothing_found, {}, {file});
    if (!wanted_unit.empty()) {
        entries = of_one_unit(std::move(entries), wanted_unit, file, wanted_unit);
    }

    ReportRequest request;
    request.period = reported;
    if (invocation.has("--base")) request.base = month_of(invocation, "--base").iso();
    request.units = units_of(entries);
    request.dictionary = &surroundings.office.departments;
    request.ledger = invocation.has("--ledger") ? &ledger : nullptr;
    request.labels = &labels;
    const DocumentLoader load = [&](const ReportUnit& unit, const std::string& month) {
        const auto entry = std::find_if(entries.begin(), entries.end(), [&](const auto& candidate) {
            return candidate.unit == unit.unit && candidate.month == month;
        });
        return archived_document(archive, *entry, surroundings.templates);
    };
    const Report report = department ? build_department_view(request, *department, load)
                                     : build_report(request, load, diagnostics);

    const std::string stem =
        department ? "department-" + file_name_part(report.department) + "-" + report.period.iso()
                   : "report-" + report.period.iso();
    OutputGuard guard(invocation, surroundings, {});
    guard.protect_archive(file);
    if (folder) {
        for (const Exporter* exporter : exporters)
            guard.claim(*folder / (stem + std::string(exporter->suffix)), file);
        require_writable_folder(*folder);
    }
    const ReportInput input{report, labels, surroundings.templates, invocation.value("--font-dir")};
    bool complete = true;
    std::vector<WrittenOutput> written;
    for (const Exporter* exporter : exporters) {
        // One target that fails does not keep the others from being written.
        try {
            written.push_back(write_output(*exporter, input, stem, folder, diagnostics));
        } catch (const JobError& error) {
            diagnostics.add(error.diagnostic());
            complete = false;
            continue;
        }
        if (!folder) {
            console.result(written.back().bytes);
        } else if (!console.json()) {
            console.result(written.back().file.string() + "\n");
        }
    }
    if (console.json()) show_json(invocation, report, names_of(written), diagnostics);
    console.tell(diagnostics);
    return complete ? status_of(diagnostics) : exit_failed;
}

}  // namespace dutylist::cli
