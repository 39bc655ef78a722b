#include "cli/check_outputs.h"

#include "cli/console.h"
#include "cli/output_guard.h"
#include "pipeline/check/fix.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/export_inputs.h"
#include "pipeline/io/atomic_file.h"

namespace dutylist::cli {
namespace {

// Of the sheets of several inputs.
constexpr std::string_view joint_stem = "all";

}  // namespace

CheckOutputs::CheckOutputs(const CheckOptions& options, const Surroundings& surroundings,
                           const std::vector<Job>& jobs, const Console& console,
                           Diagnostics& diagnostics)
    : options_(options),
      surroundings_(surroundings),
      jobs_(jobs),
      console_(console),
      together_(jobs.size() > 1 && !options.separate),
      writer_(options.outputs) {
    if (to_standard_output()) {
        require_single();
    } else if (!jobs.empty() && !options.outputs.exporters.empty()) {
        claim_files();
        prepare_output_folder(*options.outputs.folder(), diagnostics);
    }
}

bool CheckOutputs::is_joint(const Exporter& exporter) const {
    return together_ && exporter.subject == Subject::findings;
}

void CheckOutputs::require_single() const {
    std::size_t files = 0;
    for (const Exporter* exporter : options_.outputs.exporters)
        files += is_joint(*exporter) ? 1 : jobs_.size();
    require_single_output(console_, files);
}

void CheckOutputs::claim_files() const {
    const std::filesystem::path folder = *options_.outputs.folder();
    OutputGuard guard(options_.common, surroundings_, jobs_);
    for (const Exporter* exporter : options_.outputs.exporters) {
        const std::string suffix(exporter->suffix);
        if (is_joint(*exporter)) {
            guard.claim(folder / (std::string(joint_stem) + suffix),
                        jobs_.front().inputs.front().string());
            continue;
        }
        for (const Job& job : jobs_)
            guard.claim(folder / (job.stem + suffix), input_name(job, job.inputs.front()));
    }
}

void CheckOutputs::write(const Job& job, const proof::ProofedDocument& proofed,
                         const Diagnostics& reading, Diagnostics& diagnostics) {
    if (!together_) write_findings(job.stem, std::span(&proofed, 1), reading, diagnostics);
    write_corrections(job.stem, proofed, diagnostics);
    writer_.place(diagnostics);
}

void CheckOutputs::write_together(std::span<const proof::ProofedDocument> documents,
                                  const Diagnostics& reading, Diagnostics& diagnostics) {
    if (!together_ || documents.empty()) return;
    write_findings(std::string(joint_stem), documents, reading, diagnostics);
    writer_.place(diagnostics);
}

void CheckOutputs::write_findings(const std::string& stem,
                                  std::span<const proof::ProofedDocument> documents,
                                  const Diagnostics& reading, Diagnostics& diagnostics) {
    const FindingsInput input{documents, surroundings_.templates, reading, console_.language(),
                              options_.common.font_folder};
    for (const Exporter* exporter : options_.outputs.exporters) {
        if (exporter->subject == Subject::findings)
            writer_.write(*exporter, input, stem, diagnostics);
    }
}

void CheckOutputs::write_corrections(const std::string& stem, const proof::ProofedDocument& proofed,
                                     Diagnostics& diagnostics) {
    std::optional<check::Fixed> fixed;
    for (const Exporter* exporter : options_.outputs.exporters) {
        if (exporter->subject != Subject::correction) continue;
        if (!fixed) {
            fixed = check::apply_fixes(proofed.document, proofed.findings, surroundings_.office);
            if (!check::is_untouched_elsewhere(proofed.document, fixed->document, fixed->changes))
                throw JobError(Code::internal_failure, SourceLocation{}, {"--fix"});
        }
        writer_.write(*exporter, CorrectionInput{proofed.document, *fixed}, stem, diagnostics);
    }
}

void CheckOutputs::tell_written() const {
    for (const WrittenOutput& output : writer_.written()) {
        if (to_standard_output()) {
            console_.write_bytes(output.bytes);
        } else if (!console_.json()) {
            console_.write_note(output.file.string());
        }
    }
}

}  // namespace dutylist::cli
