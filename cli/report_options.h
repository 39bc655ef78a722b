#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/common_options.h"
#include "cli/output_options.h"

namespace dutylist::cli {

// What `dutylist report` is asked for.
struct ReportOptions {
    CommonOptions common;  // --unit: of which units, empty: of all
    std::filesystem::path archive;
    Period month;
    std::optional<Period> base;  // --base
    std::string county;          // --county, or empty
    std::optional<std::filesystem::path> ledger;
    std::optional<std::string> department;  // the department's view instead
    OutputOptions outputs;
};

// Throws UsageError.
ReportOptions report_options(const Invocation& invocation);

}  // namespace dutylist::cli
