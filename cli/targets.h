#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/diagnostics/message.h"
#include "pipeline/registry.h"

namespace dutylist::cli {

// What --to offers, from the rows of the registry.

// The subjects whose outputs a command writes; none: it has no --to.
std::span<const Subject> subjects_of(std::string_view command);

// Each name once, in the order of the rows.
std::vector<std::string> target_names(std::span<const Subject> subjects);
// Those that are written when --to is not given: "xlsx,pdf,statistics,xml".
std::string default_targets(std::span<const Subject> subjects);

// The rows that a list of --to names, each once. Throws UsageError usage_unknown_target.
std::vector<const Exporter*> wanted_exporters(std::string_view targets,
                                              std::span<const Subject> subjects);

// The names for the help of --to: "default: xlsx,pdf; also trace".
Argument targets_offered(std::string_view command);

// The names in a list such as that of --to. An empty name is an empty string.
std::vector<std::string> names_in_list(std::string_view text);

}  // namespace dutylist::cli
