#include "cli/check_outputs.h"

#include <array>
#include <span>

#include "cli/output_guard.h"
#include "cli/standard_output.h"
#include "cli/targets.h"
#include "cli/usage_error.h"
#include "pipeline/check/fix.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/export_inputs.h"

namespace dutylist::cli {
namespace {

// Of the sheets of several inputs.
constexpr std::string_view joint_stem = "all";

// What --to asks for, and the switches that have the names of targets.
std::vector<const Exporter*> exporters_from(const Invocation& invocation) {
    const std::span<const Subject> subjects = subjects_of("check");
    std::string targets = invocation.value("--to");
    for (const std::string& target : target_names(subjects)) {
        if (invocation.has("--" + target) && target != "json")
            targets += (targets.empty() ? "" : ",") + target;
    }
    if (targets.empty()) return {};
    return wanted_exporters(targets, subjects);
}

}  // namespace

CheckOutputs::CheckOutputs(const Invocation& invocation, const Surroundings& surroundings,
                           const std::vector<Job>& jobs)
    : invocation_(invocation),
      surroundings_(surroundings),
      exporters_(exporters_from(invocation)),
      folder_(output_folder(invocation)),
      together_(jobs.size() > 1 && !invocation.has("--separate")) {
    if (!folder_) {
        std::size_t files = 0;
        for (const Exporter* exporter : exporters_) files += is_joint(*exporter) ? 1 : jobs.size();
        require_single_output(invocation, files);
        return;
    }
    OutputGuard guard(invocation, surroundings, jobs);
    for (const Exporter* exporter : exporters_) {
        if (is_joint(*exporter)) {
            guard.claim(target(std::string(joint_stem), *exporter),
                        jobs.front().inputs.front().string());
            continue;
        }
        for (const Job& job : jobs)
            guard.claim(target(job.stem, *exporter), input_name(job, job.inputs.front()));
    }
    if (!exporters_.empty()) require_writable_folder(*folder_);
}

bool CheckOutputs::is_joint(const Exporter& exporter) const {
    return together_ && exporter.subject == Subject::findings;
}

std::filesystem::path CheckOutputs::target(const std::string& stem,
                                           const Exporter& exporter) const {
    return *folder_ / (stem + std::string(exporter.suffix));
}

void CheckOutputs::write(const Job& job, const proof::ProofedDocument& proofed,
                         const Diagnostics& reading, Diagnostics& diagnostics) {
    if (!together_) write_findings(job.stem, std::span(&proofed, 1), reading, diagnostics);
    write_corrections(job.stem, proofed, diagnostics);
}

void CheckOutputs::write_together(std::span<const proof::ProofedDocument> documents,
                                  const Diagnostics& reading, Diagnostics& diagnostics) {
    if (together_ && !documents.empty())
        write_findings(std::string(joint_stem), documents, reading, diagnostics);
}

void CheckOutputs::write_findings(const std::string& stem,
                                  std::span<const proof::ProofedDocument> documents,
                                  const Diagnostics& reading, Diagnostics& diagnostics) {
    const FindingsInput input{documents, surroundings_.templates, reading, invocation_.language(),
                              invocation_.value("--font-dir")};
    for (const Exporter* exporter : exporters_) {
        if (exporter->subject == Subject::findings)
            written_.push_back(write_output(*exporter, input, stem, folder_, diagnostics));
    }
}

void CheckOutputs::write_corrections(const std::string& stem, const proof::ProofedDocument& proofed,
                                     Diagnostics& diagnostics) {
    std::optional<check::Fixed> fixed;
    for (const Exporter* exporter : exporters_) {
        if (exporter->subject != Subject::correction) continue;
        if (!fixed) {
            fixed = check::apply_fixes(proofed.document, proofed.findings, surroundings_.office);
            if (!check::is_untouched_elsewhere(proofed.document, fixed->document, fixed->changes))
                throw JobError(Code::internal_failure, SourceLocation{}, {"--fix"});
        }
        written_.push_back(write_output(*exporter, CorrectionInput{proofed.document, *fixed}, stem,
                                        folder_, diagnostics));
    }
}

void CheckOutputs::tell_written() const {
    for (const WrittenOutput& output : written_) {
        if (!folder_) invocation_.console().result(output.bytes);
        if (folder_ && !invocation_.console().json())
            invocation_.console().note(output.file.string());
    }
}

}  // namespace dutylist::cli
