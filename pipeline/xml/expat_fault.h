#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/diagnostics/message.h"

namespace dutylist {

// Where expat stopped: the text before the fault and from it on, as far as they are at hand, and
// the elements that are open.
struct FaultContext {
    std::string_view before;
    std::string_view rest;
    std::span<const std::string> open;
    bool root_seen = false;
};

// The reason for an XML_Error of expat, in the words of the catalogue; none for a declaration that
// begins like a DOCTYPE.
std::optional<Message> expat_reason(int error, const FaultContext& context);

}  // namespace dutylist
