#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pipeline/registry.h"

namespace dutylist::cli {

class Console;
class Invocation;

// What a command is to write, and where to.
struct OutputOptions {
    std::vector<const Exporter*> exporters;       // --to
    std::optional<std::filesystem::path> target;  // -o: a folder, or "-" for standard output
    bool partial = false;  // --partial: whether outputs are written though another failed

    bool to_standard_output() const { return target == "-"; }
    // The folder, by default the current one; none for standard output: what goes there is made in
    // memory.
    std::optional<std::filesystem::path> folder() const;
};

// --to, else what the subjects' rows say is written by default, and -o. Throws UsageError.
OutputOptions output_options(const Invocation& invocation, std::span<const Subject> subjects);

// Throws UsageError unless one file is what would be written, and --json is not given.
void require_single_output(const Console& console, std::size_t files);

// The names of the files.
std::vector<std::string> names_of(const std::vector<WrittenOutput>& outputs);

}  // namespace dutylist::cli
