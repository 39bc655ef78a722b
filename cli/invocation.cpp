#include "cli/invocation.h"

namespace dutylist::cli {

std::string Invocation::value(std::string_view option, std::string_view fallback) const {
    const auto found = options_.find(option);
    return found == options_.end() ? std::string(fallback) : found->second;
}

std::optional<std::string> Invocation::optional_value(std::string_view option) const {
    const auto found = options_.find(option);
    return found == options_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace dutylist::cli
