#include "cli/archive_options.h"

#include <algorithm>
#include <array>
#include <limits>

#include "cli/archive_documents.h"
#include "cli/invocation.h"
#include "cli/option_table.h"
#include "cli/option_values.h"
#include "cli/suggestion.h"
#include "cli/targets.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {
namespace {

// In the order of ArchiveAction.
constexpr std::array<std::string_view, 7> action_names{"add",        "list",   "show",  "export",
                                                       "department", "remove", "verify"};

ArchiveAction action_of(const std::string& name) {
    const auto found = std::find(action_names.begin(), action_names.end(), name);
    if (found == action_names.end())
        throw UsageError(Code::usage_archive_action, {name, suggestion(name, action_names)});
    return static_cast<ArchiveAction>(found - action_names.begin());
}

void require_options_of_action(const Invocation& invocation, const std::string& full_name) {
    for (const Option& option : option_table()) {
        if (invocation.has(option.name) && !use_of(option, full_name))
            throw UsageError(Code::usage_unknown_option, {option.name, full_name, Argument()});
    }
}

ArchiveFilter filter_of(const Invocation& invocation) {
    ArchiveFilter filter;
    filter.unit = invocation.value("--unit");
    filter.county = invocation.value("--county");
    filter.history = invocation.has("--history");
    if (const auto month = month_of(invocation, "--month")) filter.month = month->iso();
    filter.version =
        number_of(invocation, "--revision", std::numeric_limits<int>::max()).value_or(0);
    return filter;
}

void read_department(const Invocation& invocation, const std::vector<std::string>& names,
                     const std::string& full_name, ArchiveOptions& options) {
    options.all = invocation.has("--all");
    if (names.size() + options.all != 1) throw UsageError(Code::usage_archive_department, {});
    if (!names.empty()) options.department = names.front();
    const std::optional<Period> month = month_of(invocation, "--month");
    if (!month) {
        throw UsageError(Code::usage_missing_argument,
                         {full_name, Message{Code::value_month_option, {}}});
    }
    options.month = *month;
}

}  // namespace

ArchiveOptions archive_options(const Invocation& invocation) {
    ArchiveOptions options;
    const std::string& name = invocation.arguments().front();
    const std::string full_name = "archive " + name;
    std::vector<std::string> inputs(invocation.arguments().begin() + 1,
                                    invocation.arguments().end());
    options.action = action_of(name);
    require_options_of_action(invocation, full_name);
    const bool adds = options.action == ArchiveAction::add;
    if (adds && inputs.empty()) {
        throw UsageError(Code::usage_missing_argument,
                         {full_name, Message{Code::value_inputs, {}}});
    }
    const bool of_department = options.action == ArchiveAction::department;
    if (of_department) {
        read_department(invocation, inputs, full_name, options);
        inputs.clear();
    }
    if (!adds && !inputs.empty())
        throw UsageError(Code::usage_too_many_arguments, {full_name, "0"});
    options.common = common_options(invocation, std::move(inputs));
    options.archive = invocation.value("--archive", default_archive);
    if (!adds) options.filter = filter_of(invocation);
    if (options.action == ArchiveAction::remove && options.filter.unit.empty()) {
        throw UsageError(Code::usage_missing_argument,
                         {full_name, Message{Code::value_unit_option, {}}});
    }
    options.replace = invocation.has("--replace");
    options.all = invocation.has("--all");
    options.outputs =
        output_options(invocation, subjects_of(of_department ? "convert" : "archive"));
    return options;
}

}  // namespace dutylist::cli
