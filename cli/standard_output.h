#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "cli/invocation.h"
#include "pipeline/exporter.h"

namespace dutylist::cli {

// Whether -o - asks for the output on standard output.
bool wants_standard_output(const Invocation& invocation);

// The folder of -o, by default the current one; none with -o -: outputs are made in memory then.
std::optional<std::filesystem::path> output_folder(const Invocation& invocation);

// Throws UsageError unless one file is what would be written, and --json is not given.
void require_single_output(const Invocation& invocation, std::size_t files);

// The names of the files.
std::vector<std::string> names_of(const std::vector<WrittenOutput>& outputs);

}  // namespace dutylist::cli
