#include "cli/check_options.h"

#include "cli/invocation.h"
#include "cli/option_values.h"
#include "cli/targets.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {
namespace {

// What --to asks for, and the switches that have the names of targets; --json is none of them.
OutputOptions outputs_of(const Invocation& invocation) {
    const std::span<const Subject> subjects = subjects_of("check");
    OutputOptions outputs = output_options(invocation, subjects);
    std::string targets = invocation.value("--to");
    for (const std::string& target : target_names(subjects)) {
        if (target != "json" && invocation.has("--" + target))
            targets += (targets.empty() ? "" : ",") + target;
    }
    if (!targets.empty()) outputs.exporters = wanted_exporters(targets, subjects);
    return outputs;
}

}  // namespace

CheckOptions check_options(const Invocation& invocation) {
    CheckOptions options;
    options.rules = invocation.has("--rules");
    if (options.rules && invocation.has("--json"))
        throw UsageError(Code::usage_not_together, {"--rules", "--json"});
    if (options.rules) return options;
    if (invocation.arguments().empty()) {
        throw UsageError(Code::usage_missing_argument,
                         {invocation.command().name, Message{invocation.command().arguments, {}}});
    }
    options.common = common_options(invocation, invocation.arguments());
    options.outputs = outputs_of(invocation);
    options.separate = invocation.has("--separate");
    if (const auto name = invocation.optional_value("--fail-on")) {
        options.fail_on = severity_from(*name);
        if (!options.fail_on) refuse_option_value(invocation, "--fail-on");
    }
    return options;
}

}  // namespace dutylist::cli
