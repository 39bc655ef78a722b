#include "importers/mapped_xml/step_budget.h"

#include <algorithm>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/limits.h"

namespace dutylist {

std::uint64_t StepBudget::limit_of(std::uint64_t file_bytes) {
    return default_limits.mapping_steps + file_bytes * default_limits.mapping_steps_ratio;
}

void StepBudget::refuse() {
    note_taken();
    const auto most =
        std::max_element(taken_.begin(), taken_.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    throw JobError(Code::mapping_too_many_steps, {file_, {}, 0, 0},
                   {most == taken_.end() ? std::string() : most->first->text, limit_});
}

}  // namespace dutylist
