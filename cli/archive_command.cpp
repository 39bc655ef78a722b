#include "cli/archive_actions.h"
#include "cli/archive_documents.h"
#include "cli/archive_view.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/invocation.h"
#include "cli/surroundings.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist::cli {
namespace {

std::vector<ArchivedDocument> matching(const Archive& archive, const ArchiveFilter& filter,
                                       const std::filesystem::path& file) {
    std::vector<ArchivedDocument> entries = archive.find(filter);
    if (entries.empty()) throw JobError(Code::archive_nothing_found, {}, {file});
    return entries;
}

}  // namespace

int list_archive(const ArchiveOptions& options, const Console& console) {
    const Archive archive(options.archive, Archive::Mode::read);
    const std::vector<ArchivedDocument> entries =
        matching(archive, options.filter, options.archive);
    if (console.json()) {
        console.write_bytes(archive_json(entries, {}, console.language()));
    } else {
        console.write_result(options.action == ArchiveAction::list
                                 ? archive_list_text(entries, console)
                                 : archive_entry_text(entries, console));
    }
    return exit_done;
}

int remove_from_archive(const ArchiveOptions& options, const Console& console) {
    ArchiveFilter filter = options.filter;
    filter.history = filter.version == 0;
    Archive archive(options.archive, Archive::Mode::existing);
    const std::vector<ArchivedDocument> entries =
        of_one_unit(matching(archive, filter, options.archive), filter.unit,
                    options.archive.string(), filter.unit);
    if (entries.size() > 1 && !options.all) {
        std::vector<std::string> names;
        for (const ArchivedDocument& entry : entries)
            names.push_back(entry.month + " v" + std::to_string(entry.version));
        throw JobError(Code::archive_remove_several, {},
                       {entries.front().unit.full_name(), entries.size(), names});
    }
    const std::vector<ArchivedDocument> current_again = archive.remove(entries);
    if (console.json()) {
        console.write_bytes(archive_json(entries, {}, console.language()));
        return exit_done;
    }
    const auto tell = [&](Code sentence, const ArchivedDocument& entry) {
        console.write_result(console.text(sentence, {archive_entry_name(entry)}) + "\n");
    };
    for (const ArchivedDocument& entry : entries) tell(Code::archive_removed, entry);
    for (const ArchivedDocument& entry : current_again) tell(Code::archive_current_again, entry);
    return exit_done;
}

int verify_archive(const ArchiveOptions& options, const Console& console) {
    const Archive archive(options.archive, Archive::Mode::read);
    const Surroundings surroundings(options.common);
    const std::vector<ArchiveFault> faults =
        archive.verify([&](std::string_view xml) { return facts_of(xml, surroundings.templates); });
    Diagnostics diagnostics;
    add_faults(faults, options.archive, diagnostics);
    console.tell(diagnostics);
    if (console.json()) {
        console.write_bytes(archive_json({}, diagnostics, console.language()));
    } else if (faults.empty()) {
        const std::size_t count = archive.find({{}, {}, {}, 0, true}).size();
        console.write_result(console.text(Code::archive_whole, {count}) + "\n");
    }
    return faults.empty() ? exit_done : exit_failed;
}

int run_archive(const Invocation& invocation) {
    const Console& console = invocation.console();
    const ArchiveOptions options = archive_options(invocation);
    switch (options.action) {
        case ArchiveAction::add:
            return add_to_archive(options, console);
        case ArchiveAction::list:
        case ArchiveAction::show:
            return list_archive(options, console);
        case ArchiveAction::export_documents:
            return export_from_archive(options, console);
        case ArchiveAction::department:
            return make_department_lists(options, console);
        case ArchiveAction::remove:
            return remove_from_archive(options, console);
        case ArchiveAction::verify:
            return verify_archive(options, console);
    }
    return exit_failed;
}

}  // namespace dutylist::cli
