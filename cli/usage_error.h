#pragma once

#include <stdexcept>

#include "pipeline/diagnostics/job_error.h"

namespace dutylist::cli {

// The command line itself is wrong. Its diagnostic says what and what would be right.
class UsageError : public JobError {
public:
    using JobError::JobError;
};

}  // namespace dutylist::cli
