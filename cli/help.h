#pragma once

#include <string>

#include "cli/command_table.h"
#include "pipeline/diagnostics/language.h"

namespace dutylist::cli {

std::string general_help(Language language);
std::string command_help(const Command& command, Language language);

}  // namespace dutylist::cli
