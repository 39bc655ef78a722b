#pragma once

#include <optional>

#include "cli/common_options.h"
#include "cli/output_options.h"
#include "pipeline/diagnostics/code.h"

namespace dutylist::cli {

// What `dutylist check` is asked for.
struct CheckOptions {
    bool rules = false;  // --rules: the page of rules, and nothing of what follows
    CommonOptions common;
    OutputOptions outputs;            // by --to or by switches of their names; else none
    bool separate = false;            // --separate: outputs of each input, not of all together
    std::optional<Severity> fail_on;  // --fail-on
};

// Throws UsageError.
CheckOptions check_options(const Invocation& invocation);

}  // namespace dutylist::cli
