#include <algorithm>
#include <optional>

#include "cli/archive_documents.h"
#include "cli/commands.h"
#include "cli/diagnostics_json.h"
#include "cli/exit_status.h"
#include "cli/job_options.h"
#include "cli/output_guard.h"
#include "cli/standard_output.h"
#include "cli/suggestion.h"
#include "cli/usage_error.h"
#include "exporters/report/report_html.h"
#include "exporters/report/report_json.h"
#include "exporters/report/report_pdf.h"
#include "exporters/report/report_workbook.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/atomic_file.h"
#include "pipeline/io/file_name.h"
#include "pipeline/io/output_file.h"
#include "pipeline/timestamp.h"

namespace dutylist::cli {
namespace {

constexpr std::string_view known_targets = "xlsx,pdf,html,json";

std::vector<std::string> wanted_targets(const Invocation& invocation) {
    const std::vector<std::string> known = names_in_list(known_targets);
    std::vector<std::string> targets;
    for (const std::string& target : names_in_list(invocation.value("--to", known_targets))) {
        if (std::find(known.begin(), known.end(), target) == known.end()) {
            const std::vector<std::string_view> names(known.begin(), known.end());
            throw UsageError(Code::usage_unknown_target, SourceLocation{},
                             {target, known, suggestion(target, names)});
        }
        if (std::find(targets.begin(), targets.end(), target) == targets.end())
            targets.push_back(target);
    }
    return targets;
}

Period month_of(const Invocation& invocation, const char* option) {
    const auto period = parse_period(invocation.value(option));
    if (!period || period->month == 0) {
        throw UsageError(Code::usage_option_value, SourceLocation{}, {option, "YYYY-MM"});
    }
    return *period;
}

// One target that fails does not keep the others from being written; false where it was not.
bool write_target(const std::string& target, const std::filesystem::path& file,
                  const Report& report, const ReportTemplate& labels,
                  const Surroundings& surroundings, const Invocation& invocation,
                  Diagnostics& diagnostics) {
    const std::int64_t timestamp = timestamp_of(report.period);
    const auto write = [&](const std::filesystem::path& temporary) {
        if (target == "json") {
            write_whole_file(temporary, report_json(report));
        } else if (target == "html") {
            write_whole_file(temporary, report_html(report, labels));
        } else if (target == "xlsx") {
            write_report_workbook(report, labels, temporary, file.string(), timestamp);
        } else {
            write_report_pdf(report, labels, surroundings.templates, invocation.value("--font-dir"),
                             temporary, timestamp, diagnostics);
        }
    };
    const auto verify = [&](const std::filesystem::path& temporary) {
        if (target == "json") {
            require_file_holds(temporary, report_json(report));
        } else if (target == "html") {
            require_file_holds(temporary, report_html(report, labels));
        } else if (target == "xlsx") {
            verify_report_workbook(report, temporary);
        } else {
            verify_report_pdf(temporary);
        }
    };
    return write_or_report(file, write, verify, diagnostics);
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
    const std::vector<std::string> targets = wanted_targets(invocation);
    if (!invocation.has("--month")) {
        throw UsageError(Code::usage_missing_argument, SourceLocation{},
                         {"report", "--month YYYY-MM"});
    }
    const Period reported = month_of(invocation, "--month");
    std::optional<ScratchFolder> scratch;
    if (wants_standard_output(invocation)) {
        require_single_output(invocation, targets.size());
        scratch.emplace();
    }
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
    const auto department = invocation.optional_value("--department");
    const Report report = department ? build_department_view(request, *department, load)
                                     : build_report(request, load, diagnostics);

    const std::filesystem::path folder(scratch ? scratch->path().string()
                                               : invocation.value("--output", "."));
    const std::string stem =
        department ? "department-" + file_name_part(report.department) + "-" + report.period.iso()
                   : "report-" + report.period.iso();
    OutputGuard guard(invocation, surroundings, {});
    guard.protect_archive(file);
    for (const std::string& target : targets) guard.claim(folder / (stem + "." + target), file);
    require_writable_folder(folder);
    bool complete = true;
    std::vector<std::string> written;
    for (const std::string& target : targets) {
        const std::filesystem::path output = folder / (stem + "." + target);
        if (!write_target(target, output, report, labels, surroundings, invocation, diagnostics)) {
            complete = false;
            continue;
        }
        written.push_back(output.string());
        if (scratch) {
            send_to_standard_output(invocation, output);
        } else if (!console.json()) {
            console.result(output.string() + "\n");
        }
    }
    if (console.json()) show_json(invocation, report, written, diagnostics);
    console.tell(diagnostics);
    return complete ? status_of(diagnostics) : exit_failed;
}

}  // namespace dutylist::cli
