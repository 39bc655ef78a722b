#include <algorithm>

#include "cli/archive_documents.h"
#include "cli/commands.h"
#include "cli/diagnostics_json.h"
#include "cli/exit_status.h"
#include "cli/job_options.h"
#include "cli/output_guard.h"
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
    const std::string text = invocation.value("--to", known_targets);
    std::vector<std::string> targets;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        targets.push_back(text.substr(begin, end - begin));
        begin = end + 1;
        const std::string target = targets.back();
        if (std::find(targets.begin(), targets.end() - 1, target) != targets.end() - 1) {
            targets.pop_back();
        }
        if (target != "xlsx" && target != "pdf" && target != "html" && target != "json") {
            throw UsageError(Code::usage_unknown_target, SourceLocation{},
                             {target, std::string(known_targets)});
        }
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
    return write_or_tell(file, write, verify, diagnostics);
}

}  // namespace

int run_report(const Invocation& invocation) {
    const Console& console = invocation.console();
    const Surroundings surroundings(invocation);
    const std::vector<std::string> targets = wanted_targets(invocation);
    const ReportTemplate labels(surroundings.templates);
    Diagnostics diagnostics;
    const Ledger ledger = ledger_from(invocation, surroundings.templates, diagnostics);

    const std::string file = archive_file(invocation);
    const Archive archive(file, Archive::Mode::existing);
    const std::vector<ArchivedDocument> entries =
        archive.find({invocation.value("--unit"), invocation.value("--county"), "", 0, false});
    if (entries.empty()) throw JobError(Code::archive_nothing_found, {}, {file});

    ReportRequest request;
    request.period = month_of(invocation, "--month");
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

    const std::filesystem::path folder(invocation.value("--output", "."));
    const std::string stem =
        department ? "department-" + file_name_part(*department) + "-" + report.period.iso()
                   : "report-" + report.period.iso();
    OutputGuard guard(invocation, surroundings, {});
    guard.protect_archive(file);
    for (const std::string& target : targets) guard.claim(folder / (stem + "." + target), file);
    require_writable_folder(folder);
    bool complete = true;
    for (const std::string& target : targets) {
        const std::filesystem::path output = folder / (stem + "." + target);
        if (!write_target(target, output, report, labels, surroundings, invocation, diagnostics)) {
            complete = false;
        } else if (!console.json()) {
            console.result(output.string() + "\n");
        }
    }
    if (console.json()) console.result(report_json(report));
    console.tell(diagnostics);
    if (!complete) return exit_failed;
    return diagnostics.has(Severity::error) || diagnostics.has(Severity::warning) ? exit_remarks
                                                                                  : exit_done;
}

}  // namespace dutylist::cli
