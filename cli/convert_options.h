#pragma once

#include <optional>

#include "cli/common_options.h"
#include "cli/output_options.h"
#include "pipeline/part.h"

namespace dutylist::cli {

// What `dutylist convert` is asked for.
struct ConvertOptions {
    CommonOptions common;
    OutputOptions outputs;  // rows of parts where parts are wanted; --impose adds its own
    std::optional<Part> only;
    bool per_department = false;
    bool split = false;    // --split: a document of each unit
    unsigned threads = 1;  // --jobs, by default as many as the machine has
};

// Throws UsageError.
ConvertOptions convert_options(const Invocation& invocation);

}  // namespace dutylist::cli
