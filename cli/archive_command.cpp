#include <algorithm>
#include <chrono>
#include <ctime>

#include "cli/archive_documents.h"
#include "cli/commands.h"
#include "cli/diagnostics_json.h"
#include "cli/exit_status.h"
#include "cli/job_options.h"
#include "cli/usage_error.h"
#include "exporters/xml/document_writer.h"
#include "pipeline/archive/sha256.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/atomic_file.h"
#include "pipeline/text/json_writer.h"
#include "pipeline/text/white_space.h"

namespace dutylist::cli {
namespace {

// When a document came into the archive is the one thing that the clock says; SOURCE_DATE_EPOCH
// overrides it.
std::int64_t now() {
    const char* fixed = std::getenv("SOURCE_DATE_EPOCH");
    if (fixed && *fixed) return std::strtoll(fixed, nullptr, 10);
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::string utc(std::int64_t seconds) {
    const auto time = static_cast<std::time_t>(seconds);
    std::tm parts{};
    ::gmtime_r(&time, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

std::string padded(std::string_view text, int width) {
    std::string result(text);
    for (int missing = width - display_width(text); missing > 0; --missing) result += ' ';
    return result;
}

void write_entry(JsonWriter& json, const ArchivedDocument& entry) {
    json.begin_object().key("unit").begin_object(true);
    json.member("province", entry.unit.province).member("prefecture", entry.unit.prefecture);
    json.member("county", entry.unit.county).member("township", entry.unit.township).end_object();
    json.member("month", entry.month).member("version", entry.version);
    json.member("current", entry.current()).member("added_at", utc(entry.added_at));
    if (entry.replaced_at) json.member("replaced_at", utc(*entry.replaced_at));
    json.member("source", entry.source_name).member("source_sha256", entry.source_sha256);
    json.member("xml_sha256", entry.xml_sha256).member("xml_bytes", entry.xml_bytes);
    json.member("stored_bytes", entry.stored_bytes).key("items").begin_object(true);
    for (const ListKind kind : all_list_kinds) {
        json.member(to_string(kind), std::uint64_t{entry.items[static_cast<std::size_t>(kind)]});
    }
    json.end_object().end_object();
}

void show_json(const Invocation& invocation, const std::vector<ArchivedDocument>& entries,
               const Diagnostics& diagnostics) {
    JsonWriter json;
    json.begin_object().key("documents").begin_array();
    for (const ArchivedDocument& entry : entries) write_entry(json, entry);
    json.end_array().key("diagnostics");
    write_diagnostics(json, diagnostics, invocation.language());
    json.end_object();
    invocation.console().result(json.finish());
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
        if (action == "export") return export_xml();
        if (action == "remove") return remove();
        if (action == "verify") return verify();
        throw UsageError(Code::usage_archive_action, SourceLocation{}, {action});
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
            wanted.version = std::atoi(number.c_str());
            if (wanted.version < 1) {
                throw UsageError(Code::usage_option_value, SourceLocation{}, {"--revision", "N"});
            }
        }
        return wanted;
    }

    Archive open() const { return Archive(archive_file(invocation_), Archive::Mode::existing); }

    std::vector<ArchivedDocument> found(const Archive& archive, const ArchiveFilter& wanted) const {
        std::vector<ArchivedDocument> entries = archive.find(wanted);
        if (entries.empty()) {
            throw JobError(Code::archive_nothing_found, {}, {archive_file(invocation_)});
        }
        return entries;
    }

    int add() {
        const Surroundings surroundings(invocation_);
        std::vector<std::string> inputs(invocation_.arguments().begin() + 1,
                                        invocation_.arguments().end());
        if (inputs.empty()) {
            throw UsageError(Code::usage_missing_argument, SourceLocation{},
                             {"archive add", "INPUT..."});
        }
        std::vector<Job> jobs = jobs_from(invocation_);
        if (invocation_.has("--as-one")) {
            jobs.front().inputs.erase(jobs.front().inputs.begin());  // "add"
        } else {
            jobs.erase(jobs.begin());
        }
        Archive archive(archive_file(invocation_), Archive::Mode::create);
        int status = exit_done;
        Diagnostics all;
        for (const Job& job : jobs) {
            Diagnostics diagnostics;
            try {
                status = stronger(status, add_one(archive, job, surroundings, diagnostics));
            } catch (const JobError& error) {
                const Diagnostic& damage = error.diagnostic();
                diagnostics.add(damage.code, damage.place, damage.arguments);
                status = exit_failed;
            }
            console_.tell(diagnostics);
            for (const Diagnostic& diagnostic : diagnostics.entries()) all.add(diagnostic);
        }
        if (console_.json()) show_json(invocation_, added_, all);
        return status;
    }

    int add_one(Archive& archive, const Job& job, const Surroundings& surroundings,
                Diagnostics& diagnostics) {
        std::string bytes;
        for (const std::filesystem::path& input : job.inputs) bytes += read_source(input).bytes;
        const Document document = read_document(job, surroundings.for_jobs(), diagnostics);
        const std::string xml = canonical_xml(document);
        NewDocument fresh;
        fresh.unit = document.unit;
        fresh.period = document.period;
        for (const DutyList& list : document.lists) {
            fresh.items[static_cast<std::size_t>(list.kind)] +=
                static_cast<std::uint32_t>(list.items.size());
        }
        fresh.source_name = job.inputs.front().filename().string();
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
            const std::string_view done =
                outcome == AddOutcome::added      ? console_.say("已归档：", "added: ")
                : outcome == AddOutcome::replaced ? console_.say("已替换：", "replaced: ")
                                                  : console_.say("没有变化：", "unchanged: ");
            console_.result(std::string(done) + what + "\n");
        }
        return diagnostics.has(Severity::error) || diagnostics.has(Severity::warning) ? exit_remarks
                                                                                      : exit_done;
    }

    int list() {
        const Archive archive = open();
        const std::vector<ArchivedDocument> entries = archive.find(filter());
        if (console_.json()) {
            show_json(invocation_, entries, {});
            return exit_done;
        }
        std::string text;
        for (const ArchivedDocument& entry : entries) {
            text += entry.month + "  " + padded(entry.unit.full_name(), 44);
            text += "  " + std::to_string(entry.items[0]) + "+" + std::to_string(entry.items[1]) +
                    "+" + std::to_string(entry.items[2]);
            text += "  v" + std::to_string(entry.version);
            if (!entry.current()) text += std::string(console_.say("（历史）", " (history)"));
            text += "  " + entry.source_name + "\n";
        }
        console_.result(text);
        return exit_done;
    }

    int show() {
        const Archive archive = open();
        const std::vector<ArchivedDocument> entries = found(archive, filter());
        if (console_.json()) {
            show_json(invocation_, entries, {});
            return exit_done;
        }
        std::string text;
        const auto line = [&](std::string_view chinese, std::string_view english,
                              const std::string& value) {
            text += padded(console_.say(chinese, english), 16) + value + "\n";
        };
        for (const ArchivedDocument& entry : entries) {
            if (!text.empty()) text += "\n";
            line("单位", "unit", entry.unit.full_name());
            line("月份", "month", entry.month);
            line("版本", "version",
                 std::to_string(entry.version) +
                     (entry.current() ? "" : std::string(console_.say("（历史）", " (history)"))));
            line("事项", "items",
                 std::to_string(entry.items[0]) + " + " + std::to_string(entry.items[1]) + " + " +
                     std::to_string(entry.items[2]));
            line("来源", "source", entry.source_name);
            line("来源 SHA-256", "source SHA-256", entry.source_sha256);
            line("XML SHA-256", "XML SHA-256", entry.xml_sha256);
            line("字节", "bytes",
                 std::to_string(entry.xml_bytes) + " / " + std::to_string(entry.stored_bytes));
            line("归档时间", "added", utc(entry.added_at));
            if (entry.replaced_at) line("替换时间", "replaced", utc(*entry.replaced_at));
        }
        console_.result(text);
        return exit_done;
    }

    void add_faults(const std::vector<ArchiveFault>& faults, Diagnostics& diagnostics) const {
        for (const ArchiveFault& fault : faults) {
            const std::string what = fault.document ? fault.document->unit.full_name() + " " +
                                                          fault.document->month + " v" +
                                                          std::to_string(fault.document->version)
                                                    : archive_file(invocation_);
            diagnostics.add(Code::archive_fault, {}, {what, fault.reason});
        }
    }

    // A damaged document does not keep the others in the archive.
    int export_xml() {
        const Archive archive = open();
        std::vector<ArchiveFault> faults;
        const std::vector<ArchivedDocument> entries = archive.find_readable(filter(), faults);
        Diagnostics diagnostics;
        add_faults(faults, diagnostics);
        if (entries.empty()) {
            console_.tell(diagnostics);
            throw JobError(Code::archive_nothing_found, {}, {archive_file(invocation_)});
        }
        const auto folder = invocation_.optional_value("--output");
        if (!folder && entries.size() == 1) {
            console_.result(archive.xml(entries.front()));
            return exit_done;
        }
        const std::filesystem::path target(folder.value_or("."));
        require_writable_folder(target);
        for (const ArchivedDocument& entry : entries) {
            std::string name = entry.unit.full_name() + "-" + entry.month;
            if (!entry.current()) name += "-v" + std::to_string(entry.version);
            const std::filesystem::path file = target / (name + ".xml");
            std::string xml;
            try {
                xml = archive.xml(entry);
            } catch (const JobError& error) {
                const Diagnostic& damage = error.diagnostic();
                diagnostics.add(damage.code, damage.place, damage.arguments);
                continue;
            }
            write_atomically(file, xml);
            console_.result(file.string() + "\n");
        }
        console_.tell(diagnostics);
        return diagnostics.has(Severity::error) ? exit_failed : exit_done;
    }

    int remove() {
        ArchiveFilter wanted = filter();
        if (wanted.unit.empty() && wanted.month.empty()) {
            throw UsageError(Code::usage_missing_argument, SourceLocation{},
                             {"archive remove", "--unit UNIT --month YYYY-MM"});
        }
        if (wanted.version == 0) wanted.history = true;
        Archive archive = open();
        const std::vector<ArchivedDocument> entries = found(archive, wanted);
        archive.remove(entries);
        for (const ArchivedDocument& entry : entries) {
            console_.result(std::string(console_.say("已移除：", "removed: ")) +
                            entry.unit.full_name() + " " + entry.month + " v" +
                            std::to_string(entry.version) + "\n");
        }
        return exit_done;
    }

    int verify() {
        const Archive archive = open();
        const std::vector<ArchiveFault> faults = archive.verify();
        Diagnostics diagnostics;
        add_faults(faults, diagnostics);
        console_.tell(diagnostics);
        if (console_.json()) {
            show_json(invocation_, {}, diagnostics);
        } else if (faults.empty()) {
            const std::size_t count = archive.find({{}, {}, {}, 0, true}).size();
            console_.result(std::string(console_.say("完好，清单份数：", "whole, documents: ")) +
                            std::to_string(count) + "\n");
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
