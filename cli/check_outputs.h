#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/job_options.h"
#include "exporters/proof/proofed_document.h"

namespace dutylist::cli {

// The outputs that `dutylist check` is asked for, by --to or by switches of their names: rows of
// findings and of corrections. Of several inputs one output tells what was found in all:
// all.check.xlsx …; with --separate each has its own. Nothing is written unless asked for; no
// output is ever an input.
class CheckOutputs {
public:
    // Throws UsageError or JobError before anything is written.
    CheckOutputs(const Invocation& invocation, const Surroundings& surroundings,
                 const std::vector<Job>& jobs);

    // Throw JobError. The second one comes once, after all inputs. `reading` is what reading told
    // that no finding tells.
    void write(const Job& job, const proof::ProofedDocument& proofed, const Diagnostics& reading,
               Diagnostics& diagnostics);
    void write_together(std::span<const proof::ProofedDocument> documents,
                        const Diagnostics& reading, Diagnostics& diagnostics);
    // Whether an output goes to standard output, in place of what the command tells there.
    bool to_standard_output() const { return !folder_; }
    // The names of the files written, on standard error; or the output on standard output.
    void tell_written() const;

private:
    bool is_joint(const Exporter& exporter) const;
    std::filesystem::path target(const std::string& stem, const Exporter& exporter) const;
    void write_findings(const std::string& stem, std::span<const proof::ProofedDocument> documents,
                        const Diagnostics& reading, Diagnostics& diagnostics);
    void write_corrections(const std::string& stem, const proof::ProofedDocument& proofed,
                           Diagnostics& diagnostics);

    const Invocation& invocation_;
    const Surroundings& surroundings_;
    std::vector<const Exporter*> exporters_;
    std::optional<std::filesystem::path> folder_;  // none: standard output
    bool together_ = false;
    std::vector<WrittenOutput> written_;
};

}  // namespace dutylist::cli
