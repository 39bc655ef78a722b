#pragma once

#include <span>
#include <string_view>

namespace dutylist::cli {

// One row an option: the only description of it. Parser, help and shell completion read this table.
struct Option {
    std::string_view name;      // "--output"
    char letter;                // 'o', or 0
    std::string_view value;     // "DIR"; empty for a switch
    std::string_view commands;  // names separated by blanks, or "*": every command
    std::string_view chinese;
    std::string_view english;
};

std::span<const Option> option_table();

// Whether the option belongs to the command ("convert", "archive add": the first word counts).
bool applies_to(const Option& option, std::string_view command);

}  // namespace dutylist::cli
