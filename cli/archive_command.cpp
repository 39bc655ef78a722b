#include <array>
#include <charconv>
#include <chrono>
#include <map>

#include "cli/archive_documents.h"
#include "cli/archive_view.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/job_options.h"
#include "cli/standard_output.h"
#include "cli/suggestion.h"
#include "cli/targets.h"
#include "cli/usage_error.h"
#include "exporters/xml/document_writer.h"
#include "pipeline/archive/sha256.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/export_inputs.h"
#include "pipeline/io/file_name.h"
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

class ArchiveCommand {
public:
    explicit ArchiveCommand(const Invocation& invocation)
        : invocation_(invocation), console_(invocation.console()) {}

    int run() {
        const std::string& action = invocation_.arguments().front();
        if (action == "add") return add();
        if (invocation_.arguments().size() > 1) {
            throw UsageError(Code::usage_too_many_arguments, SourceLocation{},
                             {"archive " + action, "0"});
        }
        if (action == "list") return list();
        if (action == "show") return show();
        if (action == "export") return export_documents();
        if (action == "remove") return remove();
        if (action == "verify") return verify();
        static constexpr std::array<std::string_view, 6> actions{"add",    "list",   "show",
                                                                 "export", "remove", "verify"};
        throw UsageError(Code::usage_archive_action, SourceLocation{},
                         {action, suggestion(action, actions)});
    }

private:
    ArchiveFilter filter() const {
        ArchiveFilter wanted;
        wanted.unit = invocation_.value("--unit");
        wanted.county = invocation_.value("--county");
        wanted.history = invocation_.has("--history");
        if (const std::string month = invocation_.value("--month"); !month.empty()) {
            const auto period = parse_period(month);
            if (!period || period->month == 0) {
                throw UsageError(Code::usage_option_value, SourceLocation{},
                                 {"--month", "YYYY-MM"});
            }
            wanted.month = period->iso();
        }
        if (const std::string number = invocation_.value("--revision"); !number.empty()) {
            const char* end = number.data() + number.size();
            const auto read = std::from_chars(number.data(), end, wanted.version);
            if (read.ec != std::errc() || read.ptr != end || wanted.version < 1) {
                throw UsageError(Code::usage_option_value, SourceLocation{}, {"--revision", "N"});
            }
        }
        return wanted;
    }

    Archive open(Archive::Mode mode = Archive::Mode::read) const {
        return Archive(archive_file(invocation_), mode);
    }

    std::vector<ArchivedDocument> found(const Archive& archive, const ArchiveFilter& wanted) const {
        std::vector<ArchivedDocument> entries = archive.find(wanted);
        if (entries.empty()) {
            throw JobError(Code::archive_nothing_found, {}, {archive_file(invocation_)});
        }
        return entries;
    }

    int add() {
        const Surroundings surroundings(invocation_);
        if (invocation_.arguments().size() < 2) {
            throw UsageError(Code::usage_missing_argument, SourceLocation{},
                             {"archive add", Message{Code::value_inputs, {}}});
        }
        const Jobs line = jobs_from(invocation_, 1);
        Archive archive(archive_file(invocation_), Archive::Mode::create);
        int status = exit_done;
        Diagnostics all = line.passed_over;
        for (const Job& job : line.jobs) {
            Diagnostics diagnostics;
            try {
                status = stronger(status, add_one(archive, job, surroundings, diagnostics));
            } catch (const JobError& error) {
                const Diagnostic ending = line.ending(job, error.diagnostic());
                diagnostics.add(ending.code, ending.place, ending.arguments);
                status = stronger(status,
                                  ending.severity == Severity::error ? exit_failed : exit_remarks);
            }
            console_.tell(diagnostics);
            for (const Diagnostic& diagnostic : diagnostics.entries()) all.add(diagnostic);
        }
        if (console_.json()) console_.result(archive_json(added_, all, console_.language()));
        return status;
    }

    int add_one(Archive& archive, const Job& job, const Surroundings& surroundings,
                Diagnostics& diagnostics) {
        std::string bytes;
        for (const std::filesystem::path& input : job.inputs)
            bytes += input_bytes(job, input).bytes;
        const Document document = read_document(job, surroundings.for_jobs(), diagnostics);
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
        const AddOutcome outcome = archive.add(fresh, invocation_.has("--replace"));
        const std::string what = document.unit.full_name() + " " + document.period.iso();
        if (outcome == AddOutcome::refused) {
            diagnostics.add(Code::archive_other_version, {fresh.source_name, {}, 0, 0},
                            {document.unit.full_name(), document.period.iso()});
            return exit_failed;
        }
        if (console_.json()) {
            const auto entries =
                archive.find({document.unit.full_name(), "", document.period.iso(), 0, false});
            added_.insert(added_.end(), entries.begin(), entries.end());
        } else {
            const Code done = outcome == AddOutcome::added      ? Code::archive_added
                              : outcome == AddOutcome::replaced ? Code::archive_replaced
                                                                : Code::archive_unchanged;
            console_.result(console_.say(done, {what}) + "\n");
        }
        return status_of(diagnostics);
    }

    int list() {
        const Archive archive = open();
        const std::vector<ArchivedDocument> entries = found(archive, filter());
        console_.result(console_.json() ? archive_json(entries, {}, console_.language())
                                        : archive_list_text(entries, console_));
        return exit_done;
    }

    int show() {
        const Archive archive = open();
        const std::vector<ArchivedDocument> entries = found(archive, filter());
        console_.result(console_.json() ? archive_json(entries, {}, console_.language())
                                        : archive_entry_text(entries, console_));
        return exit_done;
    }

    void add_faults(const std::vector<ArchiveFault>& faults, Diagnostics& diagnostics) const {
        for (const ArchiveFault& fault : faults) {
            const std::string what =
                fault.document ? archive_entry_name(*fault.document) : archive_file(invocation_);
            diagnostics.add(Code::archive_fault, {}, {what, fault.reason});
        }
    }

    // Where the document goes, below the folder of -o whatever the names of the unit are.
    static std::string export_name(const ArchivedDocument& entry) {
        std::string name = file_name_part(entry.unit.full_name() + "-" + entry.month);
        if (!entry.current()) name += "-v" + std::to_string(entry.version);
        return name;
    }

    // One document without -o goes to standard output; with --json, that has the names of files.
    // A damaged document does not keep the others in the archive.
    int export_documents() {
        const Archive archive = open();
        std::vector<ArchiveFault> faults;
        const std::vector<ArchivedDocument> entries = archive.find_readable(filter(), faults);
        Diagnostics diagnostics;
        add_faults(faults, diagnostics);
        if (entries.empty()) {
            console_.tell(diagnostics);
            throw JobError(Code::archive_nothing_found, {}, {archive_file(invocation_)});
        }
        const auto subjects = subjects_of("archive");
        const std::vector<const Exporter*> exporters =
            wanted_exporters(invocation_.value("--to", default_targets(subjects)), subjects);
        const auto folder = invocation_.optional_value("--output");
        if (folder == "-") require_single_output(invocation_, entries.size() * exporters.size());
        const bool is_single = entries.size() == 1 && exporters.size() == 1;
        if ((!folder || folder == "-") && is_single && !console_.json()) {
            const std::string xml = archive.xml(entries.front());
            console_.result(output_bytes(*exporters.front(), ArchivedInput{xml},
                                         export_name(entries.front()), diagnostics));
            return exit_done;
        }
        const std::filesystem::path target(folder.value_or("."));
        require_writable_folder(target);
        std::map<std::string, std::string> names;
        for (const ArchivedDocument& entry : entries) {
            const std::string what = archive_entry_name(entry);
            const auto [taken, is_new] = names.emplace(export_name(entry), what);
            if (!is_new) throw JobError(Code::output_name_taken, {}, {taken->second, what});
        }
        std::vector<std::string> written;
        for (const ArchivedDocument& entry : entries) {
            try {
                const std::string xml = archive.xml(entry);
                for (const Exporter* exporter : exporters) {
                    written.push_back(write_output(*exporter, ArchivedInput{xml},
                                                   export_name(entry), target, diagnostics)
                                          .file.string());
                    if (!console_.json()) console_.result(written.back() + "\n");
                }
            } catch (const JobError& error) {
                diagnostics.add(error.diagnostic());
            }
        }
        console_.tell(diagnostics);
        if (console_.json())
            console_.result(archive_json(entries, diagnostics, console_.language(), &written));
        return diagnostics.has(Severity::error) ? exit_failed : exit_done;
    }

    // What is removed cannot be had back, so it is one unit's, and more than one document only
    // when that is asked for.
    int remove() {
        ArchiveFilter wanted = filter();
        if (wanted.unit.empty()) {
            throw UsageError(Code::usage_missing_argument, SourceLocation{},
                             {"archive remove", Message{Code::value_unit_option, {}}});
        }
        if (wanted.version == 0) wanted.history = true;
        Archive archive = open(Archive::Mode::existing);
        const std::string file = archive_file(invocation_);
        const std::vector<ArchivedDocument> entries =
            of_one_unit(found(archive, wanted), wanted.unit, file, wanted.unit);
        if (entries.size() > 1 && !invocation_.has("--all")) {
            std::vector<std::string> names;
            for (const ArchivedDocument& entry : entries)
                names.push_back(entry.month + " v" + std::to_string(entry.version));
            throw JobError(
                Code::archive_remove_several, {},
                {entries.front().unit.full_name(), std::to_string(entries.size()), names});
        }
        const std::vector<ArchivedDocument> current_again = archive.remove(entries);
        if (console_.json()) {
            console_.result(archive_json(entries, {}, console_.language()));
            return exit_done;
        }
        for (const ArchivedDocument& entry : entries) {
            console_.result(console_.say(Code::archive_removed, {archive_entry_name(entry)}) +
                            "\n");
        }
        for (const ArchivedDocument& entry : current_again) {
            console_.result(console_.say(Code::archive_current_again, {archive_entry_name(entry)}) +
                            "\n");
        }
        return exit_done;
    }

    int verify() {
        const Archive archive = open();
        const Surroundings surroundings(invocation_);
        const std::vector<ArchiveFault> faults = archive.verify(
            [&](std::string_view xml) { return facts_of(xml, surroundings.templates); });
        Diagnostics diagnostics;
        add_faults(faults, diagnostics);
        console_.tell(diagnostics);
        if (console_.json()) {
            console_.result(archive_json({}, diagnostics, console_.language()));
        } else if (faults.empty()) {
            const std::size_t count = archive.find({{}, {}, {}, 0, true}).size();
            console_.result(console_.say(Code::archive_whole, {count}) + "\n");
        }
        return faults.empty() ? exit_done : exit_failed;
    }

    const Invocation& invocation_;
    const Console& console_;
    std::vector<ArchivedDocument> added_;
};

}  // namespace

int run_archive(const Invocation& invocation) { return ArchiveCommand(invocation).run(); }

}  // namespace dutylist::cli
