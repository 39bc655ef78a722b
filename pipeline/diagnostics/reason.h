#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/diagnostics/code.h"
#include "pipeline/diagnostics/language.h"

namespace dutylist {

// An argument of a diagnostic that is a text of the catalogue itself, a row reason.…: it is told in
// the language of the message around it.
std::string reason(Code code, const std::vector<std::string>& arguments = {});

// What an argument says: a reason in words, any other argument as it is.
std::string in_words(std::string_view argument, Language language);

// The catalogue's text with the arguments in place of {0}, {1} …
std::string filled_message(Code code, const std::vector<std::string>& arguments, Language language);

}  // namespace dutylist
