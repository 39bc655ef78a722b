#include "importers/draft_building/cell_budget.h"

#include <functional>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/limits.h"

namespace dutylist {
namespace {

Code refusal_of(const std::function<void()>& take) {
    try {
        take();
    } catch (const JobError& error) {
        return error.diagnostic().code;
    }
    return Code::internal_failure;
}

TEST(CellBudget, RefusesOneCellMoreThanTheLimit) {
    CellBudget budget("a.csv");
    for (std::uint64_t i = 0; i < default_limits.cells; ++i) budget.take_cell(0);
    EXPECT_EQ(refusal_of([&] { budget.take_cell(0); }), Code::format_too_many_cells);
}

TEST(CellBudget, RefusesTextsThatTogetherPassTheLimit) {
    CellBudget budget("a.csv");
    const std::uint64_t most = default_limits.text_bytes / default_limits.cell_bytes;
    for (std::uint64_t i = 0; i < most; ++i) budget.take_cell(default_limits.cell_bytes);
    EXPECT_EQ(refusal_of([&] { budget.take_cell(1); }), Code::format_too_much_text);
}

}  // namespace
}  // namespace dutylist
