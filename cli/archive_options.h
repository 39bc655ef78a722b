#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "cli/common_options.h"
#include "cli/output_options.h"
#include "pipeline/archive/archive.h"

namespace dutylist::cli {

enum class ArchiveAction : std::uint8_t {
    add,
    list,
    show,
    export_documents,
    department,
    remove,
    verify
};

// What `dutylist archive` is asked for.
struct ArchiveOptions {
    ArchiveAction action{};
    CommonOptions common;  // the inputs of `add`
    std::filesystem::path archive;
    ArchiveFilter filter;                   // of all actions but `add` and `verify`
    bool replace = false;                   // add --replace
    bool all = false;                       // remove --all
    OutputOptions outputs;                  // of `export` and `department`
    Period month;                           // of `department`
    std::optional<std::string> department;  // whose list `department` makes; none: every one's
};

// Throws UsageError, also for an option of another action.
ArchiveOptions archive_options(const Invocation& invocation);

}  // namespace dutylist::cli
