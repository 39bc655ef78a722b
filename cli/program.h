#pragma once

#include <span>
#include <string>

namespace dutylist::cli {

// The whole program: parses the words, runs the command, turns every failure into one sentence and
// an exit status. Nothing is thrown out of it.
int run_program(std::span<const std::string> words);

}  // namespace dutylist::cli
