#pragma once

#include <span>
#include <string_view>

#include "pipeline/diagnostics/code.h"

namespace dutylist::cli {

class Invocation;

// One row a command. Each command has a file of its own, <name>_command.cpp.
struct Command {
    std::string_view name;  // "convert"
    Code arguments;         // what it takes, value_… of the catalogue; value_none: nothing
    std::size_t minimum;    // how many arguments there must be
    std::size_t maximum;    // and may be at most
    Code help;              // what it does, command_… of the catalogue
    Code details;           // lines between that and the options in its help, or value_none
    // Returns the exit status. Throws UsageError for wrong usage and JobError for what ends it.
    int (*run)(const Invocation& invocation);
};

std::span<const Command> command_table();
const Command* find_command(std::string_view name);

}  // namespace dutylist::cli
