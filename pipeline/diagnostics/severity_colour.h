#pragma once

#include <string_view>

#include "pipeline/diagnostics/code.h"

namespace dutylist {

// The control sequence (ECMA-48 8.3.117, SGR) that sets a severity's colour on a terminal.
constexpr std::string_view severity_colour(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "\033[31m";
        case Severity::warning:
            return "\033[33m";
        case Severity::info:
            break;
    }
    return "\033[36m";
}

}  // namespace dutylist
