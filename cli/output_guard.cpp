#include "cli/output_guard.h"

#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {

OutputGuard::OutputGuard(const CommonOptions& options, const Surroundings& surroundings,
                         const std::vector<Job>& jobs) {
    for (const Job& job : jobs) {
        for (const std::filesystem::path& input : job.inputs) protect(input);
    }
    if (options.office) protect(*options.office);
    if (options.mapping) protect(*options.mapping);
    for (const std::filesystem::path& file : surroundings.templates.files_of_folder()) {
        protect(file);
    }
}

void OutputGuard::protect(const std::filesystem::path& file) {
    read_.insert(file);
    files_.insert(file);
}

void OutputGuard::protect_archive(const std::filesystem::path& archive) {
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) protect(archive.string() + ending);
}

void OutputGuard::claim(const std::filesystem::path& output, const std::string& source) {
    if (read_.contains(output)) throw UsageError(Code::output_is_input, {output.string()});
    const auto [entry, is_new] = claimed_.emplace(place_of(output), source);
    if (!is_new) throw UsageError(Code::output_name_taken, {entry->second, source});
    files_.insert(output);
}

}  // namespace dutylist::cli
