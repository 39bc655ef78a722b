#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/invocation.h"
#include "cli/job_plan.h"
#include "cli/output_guard.h"
#include "cli/output_options.h"
#include "cli/output_writer.h"
#include "cli/targets.h"
#include "exporters/json/diagnostics_json.h"
#include "exporters/statistics/statistics_json.h"
#include "exporters/statistics/terminal_table.h"

namespace dutylist::cli {
namespace {

struct StatisticsOptions {
    CommonOptions common;
    OutputOptions outputs;  // of --to; else none
};

StatisticsOptions statistics_options(const Invocation& invocation) {
    return {common_options(invocation, invocation.arguments()),
            output_options(invocation, subjects_of("statistics"))};
}

// Refuses, before anything is written, outputs that are read and outputs of the same name.
void claim_outputs(const StatisticsOptions& options, const Surroundings& surroundings,
                   const std::vector<Job>& jobs, const Console& console) {
    const std::vector<const Exporter*>& exporters = options.outputs.exporters;
    if (options.outputs.to_standard_output()) {
        require_single_output(console, jobs.size() * exporters.size());
        return;
    }
    if (exporters.empty()) return;
    const std::filesystem::path folder = *options.outputs.folder();
    OutputGuard guard(options.common, surroundings, jobs);
    for (const Job& job : jobs) {
        for (const Exporter* exporter : exporters)
            guard.claim(folder / (job.stem + std::string(exporter->suffix)),
                        job.inputs.front().string());
    }
    require_writable_folder(folder);
}

// The command at work on one input after the other.
class Counting {
public:
    Counting(const StatisticsOptions& options, const Console& console)
        : options_(options),
          console_(console),
          surroundings_(options.common),
          plan_(plan_jobs(options.common, console)),
          several_(plan_.jobs.size() > 1 || !plan_.found_in_folders.empty()) {
        claim_outputs(options, surroundings_, plan_.jobs, console);
    }

    // With --json: the object of S.statistics.json and its diagnostics; of several inputs, or of a
    // folder, an array of such objects in their order, one of diagnostics alone where there are no
    // statistics.
    int run() {
        if (several_) json_.begin_array();
        if (!plan_.passed_over.entries().empty()) {
            json_.begin_object().key("diagnostics");
            write_diagnostics(json_, plan_.passed_over, console_.language());
            json_.end_object();
        }
        int status = exit_done;
        for (const Job& job : plan_.jobs) {
            Diagnostics diagnostics;
            json_.begin_object();
            try {
                if (!count(job, diagnostics)) status = exit_failed;
            } catch (const JobError& error) {
                const Diagnostic ending = plan_.ending_of(job, error.diagnostic());
                diagnostics.add(ending);
                if (ending.severity == Severity::error) status = exit_failed;
            }
            status = stronger(status, status_of(diagnostics));
            json_.key("diagnostics");
            write_diagnostics(json_, diagnostics, console_.language());
            json_.end_object();
            console_.tell(diagnostics);
        }
        if (several_) json_.end_array();
        if (console_.json()) console_.write_result(json_.finish());
        return status;
    }

private:
    // False where an output could not be written.
    bool count(const Job& job, Diagnostics& diagnostics) {
        const Document document = read_document(job, surroundings_.for_jobs(), diagnostics);
        const Statistics statistics =
            compute_statistics(document, surroundings_.office.departments);
        OutputWriter writer(options_.outputs.folder());
        const ExportInput input =
            export_input(document, statistics, surroundings_, options_.common, job.stem);
        for (const Exporter* exporter : options_.outputs.exporters)
            writer.write(*exporter, input, job.stem, diagnostics);
        if (options_.outputs.to_standard_output()) {
            for (const WrittenOutput& output : writer.written())
                console_.write_result(output.bytes);
        } else {
            show(document, statistics, writer.written());
        }
        return writer.complete();
    }

    void show(const Document& document, const Statistics& statistics,
              const std::vector<WrittenOutput>& written) {
        if (console_.json()) {
            write_statistics(json_, statistics);
            if (options_.outputs.exporters.empty()) return;
            json_.key("written").begin_array();
            for (const std::string& file : names_of(written)) json_.value(file);
            json_.end_array();
            return;
        }
        if (several_) console_.write_result("== " + document.source_file + "\n");
        console_.write_result(
            terminal_statistics(statistics, surroundings_.templates, console_.language()));
        for (const std::string& file : names_of(written)) console_.write_note(file);
    }

    const StatisticsOptions& options_;
    const Console& console_;
    const Surroundings surroundings_;
    const JobPlan plan_;
    const bool several_;
    JsonWriter json_;
};

}  // namespace

int run_statistics(const Invocation& invocation) {
    const StatisticsOptions options = statistics_options(invocation);
    return Counting(options, invocation.console()).run();
}

}  // namespace dutylist::cli
