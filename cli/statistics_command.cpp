#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/invocation.h"
#include "cli/job_plan.h"
#include "cli/output_guard.h"
#include "cli/output_options.h"
#include "cli/output_writer.h"
#include "cli/run_summary.h"
#include "cli/targets.h"
#include "exporters/json/diagnostics_json.h"
#include "exporters/statistics/statistics_json.h"
#include "exporters/statistics/terminal_table.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/io/atomic_file.h"

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
    if (exporters.empty() || jobs.empty()) return;
    const std::filesystem::path folder = *options.outputs.folder();
    OutputGuard guard(options.common, surroundings, jobs);
    for (const Job& job : jobs) {
        for (const Exporter* exporter : exporters)
            guard.claim(folder / (job.stem + std::string(exporter->suffix)),
                        job.inputs.front().string());
    }
    Diagnostics clearing;
    prepare_output_folder(folder, clearing);
    console.tell(clearing);
}

// What is shown of one input.
struct Counted {
    std::optional<Statistics> statistics;  // none: it could not be read
    std::vector<std::string> written;
    Diagnostics diagnostics;
};

// The command at work on one input after the other.
class Counting {
public:
    Counting(const StatisticsOptions& options, const Console& console)
        : options_(options),
          console_(console),
          surroundings_(options.common),
          plan_(plan_jobs(options.common, console)),
          several_(plan_.jobs.size() > 1 || plan_.has_folders),
          summary_(plan_) {
        claim_outputs(options, surroundings_, plan_.jobs, console);
    }

    int run() {
        int status = plan_.status();
        std::vector<Counted> all;
        for (const Job& job : plan_.jobs) {
            Counted counted;
            status = stronger(status, count(job, counted));
            console_.tell(counted.diagnostics);
            if (console_.json()) all.push_back(std::move(counted));
        }
        if (console_.json()) console_.write_bytes(as_json(all));
        summary_.tell(console_, Code::summary_written);
        return status;
    }

private:
    int count(const Job& job, Counted& counted) {
        try {
            const bool complete = count_document(job, counted);
            if (!complete) summary_.add_failed(job);
            return complete ? status_of(counted.diagnostics) : exit_failed;
        } catch (const JobError& error) {
            const Diagnostic ending = plan_.ending_of(job, error.diagnostic());
            counted.diagnostics.add(ending);
            if (ending.severity != Severity::error) {
                summary_.add_passed_over(job);
                return exit_remarks;
            }
            summary_.add_failed(job);
            return exit_failed;
        }
    }

    // False where an output could not be written.
    bool count_document(const Job& job, Counted& counted) {
        const Document document = read_document(job, surroundings_.for_jobs(), counted.diagnostics);
        summary_.add_read(job);
        const Statistics& statistics = counted.statistics.emplace(
            compute_statistics(document, surroundings_.office.departments));
        OutputWriter writer(options_.outputs);
        const ExportInput input =
            export_input(document, statistics, surroundings_, options_.common, job.stem);
        for (const Exporter* exporter : options_.outputs.exporters)
            writer.write(*exporter, input, job.stem, counted.diagnostics);
        writer.place(counted.diagnostics);
        summary_.add_written(writer.written().size());
        counted.written = names_of(writer.written());
        if (options_.outputs.to_standard_output()) {
            for (const WrittenOutput& output : writer.written()) console_.write_bytes(output.bytes);
        } else if (!console_.json()) {
            show(document, counted);
        }
        return writer.complete();
    }

    void show(const Document& document, const Counted& counted) const {
        if (several_) console_.write_result("== " + document.source_file + "\n");
        console_.write_result(
            terminal_statistics(*counted.statistics, surroundings_.templates, console_.language()));
        for (const std::string& file : counted.written) console_.write_note(file);
    }

    // The object of S.statistics.json and its diagnostics; of several inputs, or of a folder, an
    // array of such objects in their order, one of diagnostics alone where there are no statistics;
    // what folders hold beside comes first.
    std::string as_json(const std::vector<Counted>& all) const {
        JsonWriter json;
        if (several_) json.begin_array();
        if (!plan_.in_folders.entries().empty()) {
            json.begin_object();
            summary_.write(json);
            json.key("diagnostics");
            write_diagnostics(json, plan_.in_folders, console_.language());
            json.end_object();
        }
        for (const Counted& counted : all) {
            json.begin_object();
            if (counted.statistics) {
                write_statistics(json, *counted.statistics);
                if (!options_.outputs.exporters.empty()) {
                    json.key("written").begin_array();
                    for (const std::string& file : counted.written) json.value(file);
                    json.end_array();
                }
            }
            json.key("diagnostics");
            write_diagnostics(json, counted.diagnostics, console_.language());
            json.end_object();
        }
        if (several_) json.end_array();
        return json.finish();
    }

    const StatisticsOptions& options_;
    const Console& console_;
    const Surroundings surroundings_;
    const JobPlan plan_;
    const bool several_;
    RunSummary summary_;
};

}  // namespace

int run_statistics(const Invocation& invocation) {
    const StatisticsOptions options = statistics_options(invocation);
    return Counting(options, invocation.console()).run();
}

}  // namespace dutylist::cli
