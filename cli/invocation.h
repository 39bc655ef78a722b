#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_table.h"
#include "cli/console.h"

namespace dutylist::cli {

// What the user typed, parsed, and where to answer. Lives as long as the command runs.
class Invocation {
public:
    Invocation(const Command& command, std::vector<std::string> arguments,
               std::map<std::string, std::string, std::less<>> options, Console& console)
        : command_(command),
          arguments_(std::move(arguments)),
          options_(std::move(options)),
          console_(console) {}

    const Command& command() const { return command_; }
    const std::vector<std::string>& arguments() const { return arguments_; }
    bool has(std::string_view option) const { return options_.find(option) != options_.end(); }
    // The option's value, or the fallback.
    std::string value(std::string_view option, std::string_view fallback = {}) const;
    std::optional<std::string> optional_value(std::string_view option) const;
    Console& console() const { return console_; }
    Language language() const { return console_.language(); }

private:
    const Command& command_;
    std::vector<std::string> arguments_;
    std::map<std::string, std::string, std::less<>> options_;
    Console& console_;
};

}  // namespace dutylist::cli
