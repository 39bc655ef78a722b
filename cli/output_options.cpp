#include "cli/output_options.h"

#include "cli/console.h"
#include "cli/invocation.h"
#include "cli/targets.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {

std::optional<std::filesystem::path> OutputOptions::folder() const {
    if (to_standard_output()) return {};
    return target.value_or(".");
}

OutputOptions output_options(const Invocation& invocation, std::span<const Subject> subjects) {
    OutputOptions options;
    const std::string targets = invocation.value("--to", default_targets(subjects));
    if (!targets.empty()) options.exporters = wanted_exporters(targets, subjects);
    options.target = invocation.optional_value("--output");
    options.partial = invocation.has("--partial");
    return options;
}

void require_single_output(const Console& console, std::size_t files) {
    if (console.json()) throw UsageError(Code::usage_no_standard_output, {"--json"});
    if (files != 1) throw UsageError(Code::usage_one_output, {files});
}

std::vector<std::string> names_of(const std::vector<WrittenOutput>& outputs) {
    std::vector<std::string> names;
    for (const WrittenOutput& output : outputs) names.push_back(output.file.string());
    return names;
}

}  // namespace dutylist::cli
