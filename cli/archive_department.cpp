#include "cli/archive_actions.h"
#include "cli/archive_documents.h"
#include "cli/exit_status.h"
#include "cli/job_plan.h"
#include "cli/output_guard.h"
#include "cli/output_writer.h"
#include "exporters/json/diagnostics_json.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/io/atomic_file.h"
#include "pipeline/io/file_name.h"
#include "pipeline/report/department_lists.h"

namespace dutylist::cli {
namespace {

std::string stem_of(const Document& document) {
    return file_name_part(document.unit.department + "-" + document.period.iso());
}

std::vector<Document> department_documents(const ArchiveOptions& options,
                                           const Surroundings& surroundings,
                                           Diagnostics& diagnostics) {
    const Archive archive(options.archive, Archive::Mode::read);
    ArchiveFilter scope;
    scope.county = options.filter.county;
    const std::vector<ArchivedDocument> entries = archive.find(scope);
    if (entries.empty()) throw JobError(Code::archive_nothing_found, {}, {options.archive});
    const DepartmentListTemplate texts = read_department_list_template(surroundings.templates);
    DepartmentListsRequest request;
    request.period = options.month;
    request.units = units_of(entries);
    request.dictionary = &surroundings.office.departments;
    request.texts = &texts;
    request.source_name = options.archive.filename().string();
    const DocumentLoader load = [&](const ReportUnit& unit, const std::string& month) {
        const auto entry = std::find_if(entries.begin(), entries.end(), [&](const auto& candidate) {
            return candidate.unit == unit.unit && candidate.month == month;
        });
        return archived_document(archive, *entry, surroundings.templates);
    };
    return build_department_lists(request, options.department, load, diagnostics);
}

class DepartmentLists {
public:
    DepartmentLists(const ArchiveOptions& options, const Console& console)
        : options_(options), console_(console), surroundings_(options.common) {}

    int run() {
        Diagnostics diagnostics;
        const std::vector<Document> documents =
            department_documents(options_, surroundings_, diagnostics);
        const std::size_t files = documents.size() * options_.outputs.exporters.size();
        if (options_.outputs.to_standard_output()) require_single_output(console_, files);
        claim_files(documents, diagnostics);
        for (const Document& document : documents) write(document, diagnostics);
        console_.tell(diagnostics);
        if (console_.json()) write_json(diagnostics);
        return complete_ ? status_of(diagnostics) : exit_failed;
    }

private:
    struct Made {
        std::string name;
        std::array<std::size_t, 3> items{};  // by ListKind
        std::size_t townships = 0;           // named by all items
    };

    // Refuses, before anything is written, outputs that are read and outputs of the same name.
    void claim_files(const std::vector<Document>& documents, Diagnostics& diagnostics) const {
        const auto folder = options_.outputs.folder();
        if (!folder) return;
        OutputGuard guard(options_.common, surroundings_, {});
        guard.protect_archive(options_.archive);
        for (const Document& document : documents) {
            for (const Exporter* exporter : options_.outputs.exporters)
                guard.claim(*folder / exporter->file_name(stem_of(document)),
                            document.unit.department);
        }
        prepare_output_folder(*folder, diagnostics);
    }

    void write(const Document& document, Diagnostics& diagnostics) {
        const Statistics statistics =
            compute_statistics(document, surroundings_.office.departments);
        const std::string stem = stem_of(document);
        OutputWriter writer(options_.outputs);
        const ExportInput input =
            export_input(document, statistics, surroundings_, options_.common, stem);
        for (const Exporter* exporter : options_.outputs.exporters)
            writer.write(*exporter, input, stem, diagnostics);
        writer.place(diagnostics);
        complete_ = complete_ && writer.complete();
        for (const std::string& file : names_of(writer.written())) written_.push_back(file);
        Made& made = made_.emplace_back();
        made.name = document.unit.department;
        for (std::size_t kind = 0; kind < made.items.size(); ++kind)
            made.items[kind] = statistics.lists[kind];
        made.townships = statistics.totals.township_mentions;
        show(made, writer.written());
    }

    void show(const Made& made, const std::vector<WrittenOutput>& outputs) const {
        if (console_.json()) return;
        const bool to_standard_output = options_.outputs.to_standard_output();
        for (const WrittenOutput& output : outputs)
            console_.write_result(to_standard_output ? output.bytes : output.file.string() + "\n");
        if (to_standard_output) return;
        console_.write_note(
            console_.text(Code::archive_department_line,
                          {made.name, made.items[1], made.items[2], made.townships}));
    }

    void write_json(const Diagnostics& diagnostics) const {
        JsonWriter json;
        json.begin_object().key("departments").begin_array();
        for (const Made& made : made_) {
            json.begin_object(true).member("name", made.name);
            json.member("cooperative", made.items[1]).member("recalled", made.items[2]);
            json.member("township_mentions", made.townships).end_object();
        }
        json.end_array().key("written").begin_array();
        for (const std::string& file : written_) json.value(file);
        json.end_array().key("diagnostics");
        write_diagnostics(json, diagnostics, console_.language());
        json.end_object();
        console_.write_result(json.finish());
    }

    const ArchiveOptions& options_;
    const Console& console_;
    const Surroundings surroundings_;
    bool complete_ = true;
    std::vector<Made> made_;
    std::vector<std::string> written_;
};

}  // namespace

int make_department_lists(const ArchiveOptions& options, const Console& console) {
    return DepartmentLists(options, console).run();
}

}  // namespace dutylist::cli
