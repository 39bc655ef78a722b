#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "cli/job_options.h"
#include "exporters/proof/proofed_document.h"

namespace dutylist::cli {

// The files that `dutylist check` writes for an input S:
// S.sarif, S.check.xlsx, S.check.pdf, S.check.html, and with --fix S.corrected.xml and
// S.changes.txt. Of several inputs one sheet tells of all: all.check.xlsx …; with --separate each
// has its own. Nothing is written unless asked for; no output is ever an input.
class CheckOutputs {
public:
    // Throws UsageError or JobError before anything is written.
    CheckOutputs(const Invocation& invocation, const Surroundings& surroundings,
                 const std::vector<Job>& jobs);

    // Throw JobError. The second one comes once, after all inputs.
    void write(const Job& job, const proof::ProofedDocument& proofed);
    void write_together(std::span<const proof::ProofedDocument> documents);
    // The names of the files written, on standard error.
    void tell_written() const;

private:
    std::filesystem::path target(const std::string& stem, std::string_view suffix) const;
    void write_sheets(const std::string& stem, std::span<const proof::ProofedDocument> documents);
    void write_bytes(const std::filesystem::path& file, std::string_view bytes);
    void write_fixes(const Job& job, const proof::ProofedDocument& proofed);

    const Invocation& invocation_;
    const Surroundings& surroundings_;
    std::filesystem::path folder_;
    bool together_ = false;
    std::vector<std::string> written_;
};

}  // namespace dutylist::cli
