#pragma once

#include <array>
#include <span>
#include <string_view>

namespace dutylist::cli {

// What an option means for some commands.
struct OptionUse {
    std::string_view commands;  // names separated by blanks; "*": every command; "-": without one
    std::string_view value;     // "DIR", "saddle|2up"; empty for a switch
    std::string_view chinese;
    std::string_view english;
};

// One row an option: the only description of it. Parser, help and shell completion read this table.
struct Option {
    std::string_view name;  // "--output"
    char letter;            // 'o', or 0
    std::array<OptionUse, 4> uses;
};

std::span<const Option> option_table();

// The option as the command understands it ("archive add": the first word counts; "": before any
// command); null if it has no such option.
const OptionUse* use_of(const Option& option, std::string_view command);

// The option that "--name", "--name=value" or "-n" names, whatever command it belongs to.
const Option* find_option(std::string_view word);

}  // namespace dutylist::cli
