#pragma once

#include <array>
#include <span>
#include <string_view>

#include "pipeline/diagnostics/code.h"

namespace dutylist::cli {

// What an option means for some commands.
struct OptionUse {
    // Names separated by blanks, an action of a command as "archive:add"; "*": every command;
    // "-": without one.
    std::string_view commands;
    Code value;  // what it takes, value_… of the catalogue; value_none: a switch
    Code help;   // option_… of the catalogue

    bool takes_value() const;
};

// One row an option: the only description of it. Parser, help and shell completion read this table.
struct Option {
    std::string_view name;  // "--output"
    char letter;            // 'o', or 0
    std::array<OptionUse, 4> uses;
};

std::span<const Option> option_table();

// The option as the command understands it; null if it has no such option. "archive": any of its
// actions; "archive add": that one; "": before any command.
const OptionUse* use_of(const Option& option, std::string_view command);

// The option that "--name", "--name=value" or "-n" names, whatever command it belongs to.
const Option* find_option(std::string_view word);

}  // namespace dutylist::cli
