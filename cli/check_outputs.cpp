#include "cli/check_outputs.h"

#include <array>
#include <span>

#include "cli/output_guard.h"
#include "cli/usage_error.h"
#include "exporters/page_formats.h"
#include "exporters/proof/change_list.h"
#include "exporters/proof/proof_html.h"
#include "exporters/proof/proof_pages.h"
#include "exporters/proof/proof_sheet.h"
#include "exporters/proof/sarif.h"
#include "exporters/xml/document_writer.h"
#include "pipeline/check/fix.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/atomic_file.h"
#include "pipeline/io/output_file.h"

namespace dutylist::cli {
namespace {

struct Output {
    std::string_view option;
    std::string_view suffix;
};
constexpr std::array outputs{
    Output{"--sarif", ".sarif"},       Output{"--html", ".check.html"},
    Output{"--xlsx", ".check.xlsx"},   Output{"--pdf", ".check.pdf"},
    Output{"--fix", ".corrected.xml"}, Output{"--fix", ".changes.txt"},
};

// Of the sheets of several inputs.
constexpr std::string_view joint_stem = "all";

}  // namespace

CheckOutputs::CheckOutputs(const Invocation& invocation, const Surroundings& surroundings,
                           const std::vector<Job>& jobs)
    : invocation_(invocation),
      surroundings_(surroundings),
      folder_(invocation.value("--output", ".")),
      together_(jobs.size() > 1 && !invocation.has("--separate")) {
    OutputGuard guard(invocation, surroundings, jobs);
    bool wanted = false;
    for (const Output& output : outputs) {
        if (!invocation.has(output.option)) continue;
        wanted = true;
        if (together_ && output.option != "--fix") {
            guard.claim(target(std::string(joint_stem), output.suffix),
                        jobs.front().inputs.front().string());
            continue;
        }
        for (const Job& job : jobs)
            guard.claim(target(job.stem, output.suffix), input_name(job, job.inputs.front()));
    }
    if (folder_ == "-") {
        throw UsageError(Code::usage_no_standard_output, SourceLocation{}, {"check"});
    }
    if (wanted) require_writable_folder(folder_);
}

std::filesystem::path CheckOutputs::target(const std::string& stem, std::string_view suffix) const {
    return folder_ / (stem + std::string(suffix));
}

void CheckOutputs::write_bytes(const std::filesystem::path& file, std::string_view bytes) {
    write_atomically(file, bytes);
    written_.push_back(file.string());
}

void CheckOutputs::write_fixes(const Job& job, const proof::ProofedDocument& proofed) {
    const check::Fixed fixed =
        check::apply_fixes(proofed.document, proofed.findings, surroundings_.office);
    if (!check::is_untouched_elsewhere(proofed.document, fixed.document, fixed.changes))
        throw JobError(Code::internal_failure, SourceLocation{}, {"--fix"});
    write_bytes(target(job.stem, ".corrected.xml"), canonical_xml(fixed.document));
    write_bytes(target(job.stem, ".changes.txt"),
                proof::change_list(proofed.document, fixed.changes));
}

void CheckOutputs::write(const Job& job, const proof::ProofedDocument& proofed) {
    if (!together_) write_sheets(job.stem, std::span(&proofed, 1));
    if (invocation_.has("--fix")) write_fixes(job, proofed);
}

void CheckOutputs::write_together(std::span<const proof::ProofedDocument> documents) {
    if (together_ && !documents.empty()) write_sheets(std::string(joint_stem), documents);
}

void CheckOutputs::write_sheets(const std::string& stem,
                                std::span<const proof::ProofedDocument> documents) {
    if (invocation_.has("--sarif"))
        write_bytes(target(stem, ".sarif"), proof::make_sarif(documents, invocation_.language()));
    const bool needs_template =
        invocation_.has("--html") || invocation_.has("--xlsx") || invocation_.has("--pdf");
    if (!needs_template) return;
    const proof::ProofTemplate settings = proof::read_proof_template(surroundings_.templates);
    if (invocation_.has("--html"))
        write_bytes(target(stem, ".check.html"), proof::make_html(documents, settings));
    if (invocation_.has("--xlsx")) {
        const std::filesystem::path file = target(stem, ".check.xlsx");
        write_atomically(
            file,
            [&](const std::filesystem::path& temporary) {
                proof::write_proof_sheet(documents, settings, file.string(), temporary);
            },
            proof::verify_proof_sheet);
        written_.push_back(file.string());
    }
    if (invocation_.has("--pdf")) {
        const std::filesystem::path file = target(stem, ".check.pdf");
        const typeset::PageFormat& format = *find_page_format("pdf");
        const typeset::PageWriter writer = format.writer(surroundings_.templates);
        const std::string bytes = writer(proof::make_proof_pages(
            documents, settings, surroundings_.templates, invocation_.value("--font-dir")));
        write_atomically(
            file,
            [&](const std::filesystem::path& temporary) { write_whole_file(temporary, bytes); },
            [&](const std::filesystem::path& temporary) { format.verify(temporary, temporary); });
        written_.push_back(file.string());
    }
}

void CheckOutputs::tell_written() const {
    if (invocation_.console().json()) return;
    for (const std::string& file : written_) invocation_.console().note(file);
}

}  // namespace dutylist::cli
