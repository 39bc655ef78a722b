#include <chrono>

#include "cli/archive_actions.h"
#include "cli/archive_documents.h"
#include "cli/archive_view.h"
#include "cli/exit_status.h"
#include "cli/job_plan.h"
#include "cli/run_summary.h"
#include "cli/surroundings.h"
#include "exporters/xml/document_writer.h"
#include "pipeline/archive/sha256.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/timestamp.h"

namespace dutylist::cli {
namespace {

// When a document came into the archive is the one thing that the clock says; SOURCE_DATE_EPOCH
// overrides it.
std::int64_t now() {
    if (const auto fixed = source_date_epoch()) return *fixed;
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

Code sentence_of(AddOutcome outcome) {
    switch (outcome) {
        case AddOutcome::added:
            return Code::archive_added;
        case AddOutcome::replaced:
            return Code::archive_replaced;
        case AddOutcome::unchanged:
            return Code::archive_unchanged;
        case AddOutcome::refused:
            break;
    }
    return Code::archive_other_version;
}

class Adding {
public:
    Adding(const ArchiveOptions& options, const Console& console)
        : options_(options),
          console_(console),
          surroundings_(options.common),
          plan_(plan_jobs(options.common, console)),
          summary_(plan_),
          archive_(options.archive, Archive::Mode::create) {}

    int run() {
        int status = plan_.status();
        Diagnostics all = plan_.in_folders;
        for (const Job& job : plan_.jobs) {
            Diagnostics diagnostics;
            try {
                status = stronger(status, add(job, diagnostics));
            } catch (const JobError& error) {
                const Diagnostic ending = plan_.ending_of(job, error.diagnostic());
                diagnostics.add(ending);
                if (ending.severity == Severity::error) {
                    summary_.add_failed(job);
                    status = exit_failed;
                } else {
                    summary_.add_passed_over(job);
                    status = stronger(status, exit_remarks);
                }
            }
            console_.tell(diagnostics);
            for (const Diagnostic& diagnostic : diagnostics.entries()) all.add(diagnostic);
        }
        if (console_.json())
            console_.write_bytes(
                archive_json(added_, all, console_.language(), nullptr, &summary_));
        summary_.tell(console_, Code::summary_archived);
        return status;
    }

private:
    int add(const Job& job, Diagnostics& diagnostics) {
        std::string bytes;
        for (const std::filesystem::path& input : job.inputs)
            bytes += input_bytes(job, input).bytes;
        const Document document = read_document(job, surroundings_.for_jobs(), diagnostics);
        summary_.add_read(job);
        const std::string xml = canonical_xml(document);
        NewDocument fresh;
        fresh.unit = document.unit;
        fresh.period = document.period;
        fresh.items = items_by_kind(document);
        fresh.source_name =
            std::filesystem::path(input_name(job, job.inputs.front())).filename().string();
        fresh.source_sha256 = sha256(bytes);
        fresh.xml = xml;
        fresh.timestamp = now();
        const AddOutcome outcome = archive_.add(fresh, options_.replace);
        const std::string unit = document.unit.full_name();
        const std::string month = document.period.iso();
        if (outcome == AddOutcome::refused) {
            summary_.add_failed(job);
            diagnostics.add(sentence_of(outcome), {fresh.source_name, {}, 0, 0}, {unit, month});
            return exit_failed;
        }
        summary_.add_written(outcome == AddOutcome::unchanged ? 0 : 1);
        if (console_.json()) {
            const auto entries = archive_.find({unit, "", month, 0, false});
            added_.insert(added_.end(), entries.begin(), entries.end());
        } else {
            console_.write_result(console_.text(sentence_of(outcome), {unit + " " + month}) + "\n");
        }
        return status_of(diagnostics);
    }

    const ArchiveOptions& options_;
    const Console& console_;
    const Surroundings surroundings_;
    const JobPlan plan_;
    RunSummary summary_;
    Archive archive_;
    std::vector<ArchivedDocument> added_;
};

}  // namespace

int add_to_archive(const ArchiveOptions& options, const Console& console) {
    return Adding(options, console).run();
}

}  // namespace dutylist::cli
