#include "cli/command_table.h"

#include <array>

#include "cli/commands.h"

namespace dutylist::cli {
namespace {

constexpr std::size_t many = 1'000'000;

constexpr std::array commands{
    Command{"formats", "", 0, 0, "列出能读和能写的格式",
            "list the formats that can be read and written", run_formats},
    Command{"completion", "bash", 1, 1, "输出命令补全脚本",
            "print a script that completes commands", run_completion},
};

}  // namespace

std::span<const Command> command_table() { return commands; }

const Command* find_command(std::string_view name) {
    for (const Command& command : commands) {
        if (command.name == name) return &command;
    }
    return nullptr;
}

}  // namespace dutylist::cli
