#pragma once

#include <filesystem>
#include <optional>

#include "cli/common_options.h"
#include "cli/output_options.h"

namespace dutylist::cli {

// What `dutylist compare` is asked for. Its two inputs are files or months of the archive.
struct CompareOptions {
    CommonOptions common;
    std::filesystem::path archive;
    std::optional<std::filesystem::path> ledger;
    OutputOptions outputs;                          // of --to; else none
    std::optional<std::filesystem::path> workbook;  // --xlsx: a file, or "-"
    bool exit_code = false;                         // --exit-code
};

// Throws UsageError.
CompareOptions compare_options(const Invocation& invocation);

}  // namespace dutylist::cli
