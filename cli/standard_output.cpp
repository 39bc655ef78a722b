#include "cli/standard_output.h"

#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {

bool wants_standard_output(const Invocation& invocation) {
    return invocation.value("--output") == "-";
}

std::optional<std::filesystem::path> output_folder(const Invocation& invocation) {
    if (wants_standard_output(invocation)) return {};
    return invocation.value("--output", ".");
}

void require_single_output(const Invocation& invocation, std::size_t files) {
    if (invocation.console().json()) {
        throw UsageError(Code::usage_no_standard_output, SourceLocation{}, {"--json"});
    }
    if (files != 1) {
        throw UsageError(Code::usage_one_output, SourceLocation{}, {std::to_string(files)});
    }
}

std::vector<std::string> names_of(const std::vector<WrittenOutput>& outputs) {
    std::vector<std::string> names;
    for (const WrittenOutput& output : outputs) names.push_back(output.file.string());
    return names;
}

}  // namespace dutylist::cli
