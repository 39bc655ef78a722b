#include "cli/output_guard.h"

#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {

OutputGuard::OutputGuard(const Invocation& invocation, const Surroundings& surroundings,
                         const std::vector<Job>& jobs) {
    const auto protect = [&](const std::filesystem::path& file) {
        read_.insert(file);
        files_.insert(file);
    };
    for (const Job& job : jobs) {
        for (const std::filesystem::path& input : job.inputs) protect(input);
    }
    for (const char* option : {"--office", "--mapping", "--ledger"}) {
        if (invocation.has(option)) protect(invocation.value(option));
    }
    for (const std::filesystem::path& file : surroundings.templates.files_of_folder()) {
        protect(file);
    }
    if (invocation.has("--archive")) protect_archive(invocation.value("--archive"));
}

void OutputGuard::protect_archive(const std::filesystem::path& archive) {
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
        read_.insert(archive.string() + ending);
        files_.insert(archive.string() + ending);
    }
}

void OutputGuard::claim(const std::filesystem::path& output, const std::string& source) {
    if (read_.contains(output)) {
        throw UsageError(Code::output_is_input, SourceLocation{}, {output.string()});
    }
    const auto [entry, is_new] = claimed_.emplace(place_of(output), source);
    if (!is_new) {
        throw UsageError(Code::output_name_taken, SourceLocation{}, {entry->second, source});
    }
    files_.insert(output);
}

}  // namespace dutylist::cli
