#include "cli/archive_actions.h"
#include "cli/archive_documents.h"
#include "cli/archive_view.h"
#include "cli/exit_status.h"
#include "cli/job_plan.h"
#include "cli/output_guard.h"
#include "cli/output_writer.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/export_inputs.h"
#include "pipeline/io/atomic_file.h"
#include "pipeline/io/file_name.h"

namespace dutylist::cli {
namespace {

// Where the document goes, below the folder of -o whatever the names of the unit are.
std::string stem_of(const ArchivedDocument& entry) {
    std::string name = file_name_part(entry.unit.full_name() + "-" + entry.month);
    if (!entry.current()) name += "-v" + std::to_string(entry.version);
    return name;
}

bool gives_archived_bytes(const Exporter& exporter) {
    return std::holds_alternative<OutputFunctions<ArchivedInput>>(exporter.functions);
}

// Without -o, one document's XML goes to standard output; with --json that has the names of files.
bool goes_to_standard_output(const ArchiveOptions& options, std::size_t documents,
                             const Console& console) {
    const std::vector<const Exporter*>& exporters = options.outputs.exporters;
    const std::size_t files = documents * exporters.size();
    if (options.outputs.to_standard_output()) {
        require_single_output(console, files);
        return true;
    }
    return !options.outputs.target && files == 1 && gives_archived_bytes(*exporters.front()) &&
           !console.json();
}

class Exporting {
public:
    Exporting(const ArchiveOptions& options, const Console& console)
        : options_(options),
          console_(console),
          surroundings_(options.common),
          archive_(options.archive, Archive::Mode::read) {}

    int run() {
        std::vector<ArchiveFault> faults;
        const std::vector<ArchivedDocument> entries =
            archive_.find_readable(options_.filter, faults);
        Diagnostics diagnostics;
        add_faults(faults, options_.archive, diagnostics);
        if (entries.empty()) {
            console_.tell(diagnostics);
            throw JobError(Code::archive_nothing_found, {}, {options_.archive});
        }
        const bool to_standard_output = goes_to_standard_output(options_, entries.size(), console_);
        OutputOptions outputs = options_.outputs;
        if (to_standard_output)
            outputs.target = "-";
        else
            claim_files(entries, *outputs.folder(), diagnostics);
        bool complete = faults.empty();
        std::vector<std::string> written;
        for (const ArchivedDocument& entry : entries) {
            OutputWriter writer(outputs);
            complete = write(entry, writer, diagnostics) && writer.complete() && complete;
            for (const std::string& file : names_of(writer.written())) written.push_back(file);
            show(writer.written(), to_standard_output);
        }
        console_.tell(diagnostics);
        if (console_.json()) {
            console_.write_bytes(archive_json(entries, diagnostics, console_.language(), &written));
        }
        return complete ? status_of(diagnostics) : exit_failed;
    }

private:
    // Refuses, before anything is written, outputs that are read and outputs of the same name.
    void claim_files(const std::vector<ArchivedDocument>& entries,
                     const std::filesystem::path& folder, Diagnostics& diagnostics) const {
        OutputGuard guard(options_.common, surroundings_, {});
        guard.protect_archive(options_.archive);
        for (const ArchivedDocument& entry : entries) {
            for (const Exporter* exporter : options_.outputs.exporters) {
                guard.claim(folder / (stem_of(entry) + std::string(exporter->suffix)),
                            archive_entry_name(entry));
            }
        }
        prepare_output_folder(folder, diagnostics);
    }

    // False where the document cannot be read.
    bool write(const ArchivedDocument& entry, OutputWriter& writer, Diagnostics& diagnostics) const
        try {
        const std::string xml = archive_.xml(entry);
        const std::string stem = stem_of(entry);
        std::optional<Document> document;
        std::optional<Statistics> statistics;
        for (const Exporter* exporter : options_.outputs.exporters) {
            if (gives_archived_bytes(*exporter)) {
                writer.write(*exporter, ArchivedInput{xml}, stem, diagnostics);
                continue;
            }
            if (!document) {
                document = document_in_xml(entry.source_name, xml, surroundings_.templates);
                statistics = compute_statistics(*document, surroundings_.office.departments);
            }
            writer.write(*exporter,
                         export_input(*document, *statistics, surroundings_, options_.common, stem),
                         stem, diagnostics);
        }
        writer.place(diagnostics);
        return true;
    } catch (const JobError& error) {
        diagnostics.add(error.diagnostic());
        return false;
    }

    void show(const std::vector<WrittenOutput>& outputs, bool to_standard_output) const {
        for (const WrittenOutput& output : outputs) {
            if (to_standard_output) {
                console_.write_bytes(output.bytes);
            } else if (!console_.json()) {
                console_.write_result(output.file.string() + "\n");
            }
        }
    }

    const ArchiveOptions& options_;
    const Console& console_;
    const Surroundings surroundings_;
    const Archive archive_;
};

}  // namespace

int export_from_archive(const ArchiveOptions& options, const Console& console) {
    return Exporting(options, console).run();
}

}  // namespace dutylist::cli
