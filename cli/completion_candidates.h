#pragma once

#include <string>
#include <string_view>

#include "cli/command_table.h"
#include "cli/option_table.h"

namespace dutylist::cli {

// What may stand as an option's value or as a command's argument. Words are separated by blanks.
struct Candidates {
    std::string words;
    bool files = false;
    bool folders = false;
    bool list = false;  // several of the words, separated by commas
};

Candidates candidates_of(const OptionUse& use, std::string_view command);
// Words that may stand as the command's first argument, and whether files may.
Candidates arguments_of(const Command& command);

// The names of all commands, and of a command's options.
std::string command_words();
std::string option_words(const Command& command);

}  // namespace dutylist::cli
