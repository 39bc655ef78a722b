#pragma once

#include <string>

#include "pipeline/diagnostics/language.h"

namespace dutylist::cli {

// Scripts that complete commands, options, their values and files, made from the tables.

// For bash, and for zsh through its bashcompinit.
std::string bash_completion();
// With what commands and options do, in the language.
std::string fish_completion(Language language);

}  // namespace dutylist::cli
