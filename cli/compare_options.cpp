#include "cli/compare_options.h"

#include "cli/archive_documents.h"
#include "cli/invocation.h"
#include "cli/targets.h"

namespace dutylist::cli {

CompareOptions compare_options(const Invocation& invocation) {
    CompareOptions options;
    options.common = common_options(invocation, invocation.arguments());
    options.archive = invocation.value("--archive", default_archive);
    options.ledger = invocation.optional_value("--ledger");
    options.outputs = output_options(invocation, subjects_of("compare"));
    options.workbook = invocation.optional_value("--xlsx");
    options.exit_code = invocation.has("--exit-code");
    return options;
}

}  // namespace dutylist::cli
