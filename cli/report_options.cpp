#include "cli/report_options.h"

#include <array>

#include "cli/archive_documents.h"
#include "cli/invocation.h"
#include "cli/option_values.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {

ReportOptions report_options(const Invocation& invocation) {
    ReportOptions options;
    options.common = common_options(invocation, {});
    options.archive = invocation.value("--archive", default_archive);
    options.department = invocation.optional_value("--department");
    const std::array subject{options.department ? Subject::department_view : Subject::report};
    options.outputs = output_options(invocation, subject);
    const std::optional<Period> month = month_of(invocation, "--month");
    if (!month) {
        throw UsageError(Code::usage_missing_argument,
                         {invocation.command().name, Message{invocation.command().arguments, {}}});
    }
    options.month = *month;
    options.base = month_of(invocation, "--base");
    options.county = invocation.value("--county");
    options.ledger = invocation.optional_value("--ledger");
    return options;
}

}  // namespace dutylist::cli
