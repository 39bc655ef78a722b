#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pipeline/diagnostics/language.h"

namespace dutylist {

// Parts of a message's arguments that are said in the reader's language: why the system or a
// library refused ("Permission denied"), the comma between names. They stand in phrases.def by
// their English wording; one that is not there is shown as it is.

// The phrase as a part of Diagnostic::arguments. Other text may stand before and after it.
std::string localised(std::string_view english);

// The reason of an errno, for an argument.
std::string system_reason(int error);

// The names with commas between them, for an argument.
std::string localised_list(std::span<const std::string> names);

// An argument as it is shown: each localised part in the language.
std::string shown_argument(std::string_view argument, Language language);

}  // namespace dutylist
