#pragma once

#include <span>
#include <string_view>

namespace dutylist::cli {

class Invocation;

// One row a command. Each command has a file of its own, <name>_command.cpp.
struct Command {
    std::string_view name;       // "convert"
    std::string_view arguments;  // "INPUT...", as placeholder() takes it
    std::size_t minimum;         // how many arguments there must be
    std::size_t maximum;         // and may be at most
    std::string_view chinese;
    std::string_view english;
    // Lines between that sentence and the options in the help of the command; may be empty.
    std::string_view chinese_details;
    std::string_view english_details;
    // Returns the exit status. Throws UsageError for wrong usage and JobError for what ends it.
    int (*run)(const Invocation& invocation);
};

std::span<const Command> command_table();
const Command* find_command(std::string_view name);

}  // namespace dutylist::cli
