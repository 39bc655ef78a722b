#include <algorithm>
#include <list>

#include "cli/check_outputs.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/job_options.h"
#include "cli/suggestion.h"
#include "cli/usage_error.h"
#include "exporters/json/diagnostics_json.h"
#include "exporters/proof/findings_json.h"
#include "exporters/proof/findings_text.h"
#include "exporters/proof/rules_page.h"
#include "pipeline/check/proofread.h"
#include "pipeline/check/rule.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist::cli {
namespace {

std::optional<Severity> failing_severity(const Invocation& invocation) {
    const std::string name = invocation.value("--fail-on");
    if (name.empty()) return {};
    const auto severity = severity_from(name);
    if (!severity)
        throw UsageError(Code::usage_option_value, SourceLocation{},
                         {"--fail-on", "error|warning|info"});
    return severity;
}

// error < warning < info: a finding fails if it is as serious as wanted, or more.
bool reaches(const std::vector<check::Finding>& findings, Severity severity) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const check::Finding& finding) { return finding.severity <= severity; });
}

// What reading tells of the numbers and counts of a list, rules tell with the spot.
bool is_said_by_rule(Code code) {
    return check::find_rule(code) || code == Code::number_gap || code == Code::number_repeated ||
           code == Code::number_missing || code == Code::group_count_differs;
}

// Adds what reading said that no rule says.
void add_without_findings(Diagnostics& all, const Diagnostics& reading) {
    for (const Diagnostic& diagnostic : reading.entries()) {
        if (!is_said_by_rule(diagnostic.code)) all.add(diagnostic);
    }
}

void show(const Invocation& invocation, const std::vector<proof::ProofedDocument>& proofed,
          const Diagnostics& diagnostics) {
    const Console& console = invocation.console();
    if (console.json()) {
        JsonWriter json;
        json.begin_object().key("findings");
        proof::write_findings(json, proofed, console.language());
        json.key("diagnostics");
        write_diagnostics(json, diagnostics, console.language());
        json.end_object();
        console.result(json.finish());
        return;
    }
    if (!proofed.empty())
        console.result(proof::make_text(proofed, {console.language(), console.colour()}));
    console.tell(diagnostics);
}

}  // namespace

int run_check(const Invocation& invocation) {
    if (invocation.has("--rules")) {
        invocation.console().result(proof::rules_page());
        return exit_done;
    }
    if (invocation.arguments().empty()) {
        throw UsageError(
            Code::usage_missing_argument, SourceLocation{},
            {std::string(invocation.command().name), Message{invocation.command().arguments, {}}});
    }
    const Surroundings surroundings(invocation);
    const std::optional<Severity> failing = failing_severity(invocation);
    const Jobs line = jobs_from(invocation);
    const std::vector<Job>& jobs = line.jobs;
    CheckOutputs outputs(invocation, surroundings, jobs);

    int status = exit_done;
    Diagnostics said;
    if (invocation.console().json()) said = line.passed_over;  // else they are told already
    std::list<Document> documents;  // that do not move while findings refer to them
    std::vector<proof::ProofedDocument> proofed;
    for (const Job& job : jobs) {
        Diagnostics diagnostics;
        try {
            const Document& document =
                documents.emplace_back(read_document(job, surroundings.for_jobs(), diagnostics));
            proofed.push_back(
                {document, check::proofread(document, surroundings.office, diagnostics)});
            if (failing && reaches(proofed.back().findings, *failing))
                status = stronger(status, exit_remarks);
            Diagnostics reading;
            add_without_findings(reading, diagnostics);
            outputs.write(job, proofed.back(), reading, diagnostics);
        } catch (const JobError& error) {
            const Diagnostic ending = line.ending(job, error.diagnostic());
            diagnostics.add(ending);
            status =
                stronger(status, ending.severity == Severity::error ? exit_failed : exit_remarks);
        }
        add_without_findings(said, diagnostics);
    }
    try {
        const Diagnostics reading = said;
        outputs.write_together(proofed, reading, said);
    } catch (const JobError& error) {
        said.add(error.diagnostic());
        status = exit_failed;
    }
    if (outputs.to_standard_output()) {
        invocation.console().tell(said);
    } else {
        show(invocation, proofed, said);
    }
    outputs.tell_written();
    return status;
}

}  // namespace dutylist::cli
