#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/invocation.h"
#include "cli/usage_error.h"

namespace dutylist::test {

// A command line as the program takes it apart.
class ParsedLine {
public:
    explicit ParsedLine(const std::vector<std::string>& words)
        : line_(cli::parse_command_line(words)),
          invocation_(*line_.command, line_.arguments, line_.options, console_) {}
    ParsedLine(const ParsedLine&) = delete;
    ParsedLine& operator=(const ParsedLine&) = delete;

    const cli::Invocation& invocation() const { return invocation_; }

private:
    cli::CommandLine line_;
    cli::Console console_{{}};
    cli::Invocation invocation_;
};

// What is said of a line that `read` refuses, without the place: "…" in English; empty if it is
// taken.
template <typename Read>
std::string refusal_of(const std::vector<std::string>& words, Read read) {
    try {
        const ParsedLine line(words);
        read(line.invocation());
        return {};
    } catch (const cli::UsageError& error) {
        return error.diagnostic().message(Language::english);
    }
}

}  // namespace dutylist::test
