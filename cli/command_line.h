#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "cli/command_table.h"

namespace dutylist::cli {

struct CommandLine {
    const Command* command = nullptr;  // null: only --help or --version, or nothing at all
    std::vector<std::string> arguments;
    std::map<std::string, std::string, std::less<>> options;  // by long name; switches map to ""
    bool version = false;
};

// Reads the words after the program's name against command_table() and option_table(). Throws
// UsageError. `--` ends the options.
CommandLine parse_command_line(std::span<const std::string> words);

}  // namespace dutylist::cli
