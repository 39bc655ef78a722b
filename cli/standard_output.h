#pragma once

#include <filesystem>
#include <string>

#include "cli/invocation.h"

namespace dutylist::cli {

// Whether -o - asks for the output on standard output.
bool wants_standard_output(const Invocation& invocation);

// Throws UsageError unless one file is what would be written, and --json is not given.
void require_single_output(const Invocation& invocation, std::size_t files);

// A folder of this process alone, removed with all that is in it: what goes to standard output is
// written, read back and verified there first.
class ScratchFolder {
public:
    ScratchFolder();  // throws JobError output_folder_unusable
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// The bytes of a file just written, to standard output.
void send_to_standard_output(const Invocation& invocation, const std::filesystem::path& file);

}  // namespace dutylist::cli
