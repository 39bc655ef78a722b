#pragma once

#include <utility>
#include <vector>

#include "pipeline/diagnostics/job_error.h"

namespace dutylist::cli {

// The command line itself is wrong. Its diagnostic says what and what would be right.
class UsageError : public JobError {
public:
    explicit UsageError(Code code, std::vector<Argument> arguments = {})
        : JobError(code, {}, std::move(arguments)) {}
};

}  // namespace dutylist::cli
