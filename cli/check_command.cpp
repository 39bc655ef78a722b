#include <algorithm>
#include <list>

#include "cli/check_outputs.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/invocation.h"
#include "cli/run_summary.h"
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

// Whether a finding is as serious as that, or more: error < warning < info.
bool reaches(const std::vector<check::Finding>& findings, std::optional<Severity> severity) {
    return severity &&
           std::any_of(findings.begin(), findings.end(), [&](const check::Finding& finding) {
               return finding.severity <= *severity;
           });
}

// What reading tells of the numbers and counts of a list, rules tell with the spot.
bool is_said_by_rule(const Diagnostic& diagnostic) {
    const Code code = subject_of(diagnostic);
    if (const check::Rule* rule = check::find_rule(code))
        // What only reading finds has a finding for each that reading tells, and none for the rest.
        return rule->functions || diagnostic.code == code;
    return code == Code::number_gap || code == Code::number_repeated ||
           code == Code::number_missing || code == Code::group_count_differs;
}

// Adds what reading said that no rule says.
void add_without_findings(Diagnostics& all, const Diagnostics& reading) {
    for (const Diagnostic& diagnostic : reading.entries()) {
        if (!is_said_by_rule(diagnostic)) all.add(diagnostic);
    }
}

void show(const Console& console, const std::vector<proof::ProofedDocument>& proofed,
          const RunSummary& summary, const Diagnostics& diagnostics) {
    if (console.json()) {
        JsonWriter json;
        json.begin_object().key("findings");
        proof::write_findings(json, proofed, console.language());
        summary.write(json);
        json.key("diagnostics");
        write_diagnostics(json, diagnostics, console.language());
        json.end_object();
        console.write_bytes(json.finish());
        return;
    }
    if (!proofed.empty())
        console.write_result(proof::make_text(proofed, {console.language(), console.colour()}));
    console.tell(diagnostics);
}

}  // namespace

int run_check(const Invocation& invocation) {
    const Console& console = invocation.console();
    const CheckOptions options = check_options(invocation);
    if (options.rules) {
        console.write_result(proof::rules_page());
        return exit_done;
    }
    const Surroundings surroundings(options.common);
    const JobPlan plan = plan_jobs(options.common, console);
    int status = plan.status();
    RunSummary summary(plan);
    Diagnostics all;
    if (console.json()) all = plan.in_folders;  // else they are told already
    CheckOutputs outputs(options, surroundings, plan.jobs, console, all);
    std::list<Document> documents;  // that do not move while findings refer to them
    std::vector<proof::ProofedDocument> proofed;
    for (const Job& job : plan.jobs) {
        Diagnostics diagnostics;
        try {
            const Document& document =
                documents.emplace_back(read_document(job, surroundings.for_jobs(), diagnostics));
            proofed.push_back(
                {document, check::proofread(document, surroundings.office, diagnostics)});
            summary.add_read(job);
            if (reaches(proofed.back().findings, options.fail_on))
                status = stronger(status, exit_remarks);
            Diagnostics reading;
            add_without_findings(reading, diagnostics);
            outputs.write(job, proofed.back(), reading, diagnostics);
        } catch (const JobError& error) {
            const Diagnostic ending = plan.ending_of(job, error.diagnostic());
            diagnostics.add(ending);
            if (ending.severity == Severity::error) {
                summary.add_failed(job);
                status = exit_failed;
            } else {
                summary.add_passed_over(job);
                status = stronger(status, exit_remarks);
            }
        }
        add_without_findings(all, diagnostics);
    }
    const Diagnostics reading = all;
    outputs.write_together(proofed, reading, all);
    if (!outputs.complete()) status = exit_failed;
    summary.add_written(outputs.written());
    if (outputs.to_standard_output()) {
        console.tell(all);
    } else {
        show(console, proofed, summary, all);
    }
    outputs.tell_written();
    summary.tell(console, Code::summary_written);
    return status;
}

}  // namespace dutylist::cli
