#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "cli/check_options.h"
#include "cli/job_plan.h"
#include "cli/output_writer.h"
#include "cli/surroundings.h"
#include "exporters/proof/proofed_document.h"

namespace dutylist::cli {

class Console;

// The outputs that `dutylist check` is asked for: rows of findings and of corrections. Of several
// inputs one output tells what was found in all: all.check.xlsx …; with --separate each has its
// own. Nothing is written unless asked for; no output is ever an input.
class CheckOutputs {
public:
    // Throws UsageError or JobError before anything is written.
    CheckOutputs(const CheckOptions& options, const Surroundings& surroundings,
                 const std::vector<Job>& jobs, const Console& console, Diagnostics& diagnostics);

    // An output that cannot be written is told in `diagnostics`, and complete() is false then.
    // `reading` is what reading told that no finding tells. Throws JobError for corrections that
    // would change more than they should.
    void write(const Job& job, const proof::ProofedDocument& proofed, const Diagnostics& reading,
               Diagnostics& diagnostics);
    // Comes once, after all inputs.
    void write_together(std::span<const proof::ProofedDocument> documents,
                        const Diagnostics& reading, Diagnostics& diagnostics);
    bool complete() const { return writer_.complete(); }
    std::size_t written() const { return writer_.written().size(); }

    // Whether an output goes to standard output, in place of what the command shows there.
    bool to_standard_output() const { return options_.outputs.to_standard_output(); }
    // The names of the files written, on standard error; or the output on standard output.
    void tell_written() const;

private:
    bool is_joint(const Exporter& exporter) const;
    void require_single() const;
    void claim_files() const;
    void write_findings(const std::string& stem, std::span<const proof::ProofedDocument> documents,
                        const Diagnostics& reading, Diagnostics& diagnostics);
    void write_corrections(const std::string& stem, const proof::ProofedDocument& proofed,
                           Diagnostics& diagnostics);

    const CheckOptions& options_;
    const Surroundings& surroundings_;
    const std::vector<Job>& jobs_;
    const Console& console_;
    bool together_ = false;
    OutputWriter writer_;
};

}  // namespace dutylist::cli
