#pragma once

#include <span>
#include <string_view>

#include "pipeline/diagnostics/message.h"

namespace dutylist::cli {

// The candidate that the word was probably meant to be: at most a third of its letters are wrong
// (put in, left out, changed or swapped); of equals the first. Empty if there is none.
std::string_view likely_meant(std::string_view word, std::span<const std::string_view> candidates);

// " Did you mean “convert”?" as an argument of a diagnostic, or nothing.
Argument suggestion(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace dutylist::cli
