#include "cli/command_table.h"

#include <array>

#include "cli/commands.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {
namespace {

constexpr std::size_t many = 1'000'000;

constexpr std::array commands{
    Command{"convert", Code::value_inputs, 1, many, Code::command_convert,
            Code::command_details_inputs, run_convert},
    Command{"statistics", Code::value_inputs, 1, many, Code::command_statistics,
            Code::command_details_inputs, run_statistics},
    Command{"check", Code::value_inputs, 0, many, Code::command_check, Code::command_details_inputs,
            run_check},
    Command{"archive", Code::value_archive_action, 1, many, Code::command_archive,
            Code::command_details_archive, run_archive},
    Command{"compare", Code::value_old_and_new, 2, 2, Code::command_compare,
            Code::command_details_compare, run_compare},
    Command{"report", Code::value_month_option, 0, 0, Code::command_report, Code::value_none,
            run_report},
    Command{"form", Code::value_none, 0, 0, Code::command_form, Code::command_details_form,
            run_form},
    Command{"explain", Code::value_code, 0, 1, Code::command_explain, Code::command_details_explain,
            run_explain},
    Command{"fonts", Code::value_none, 0, 0, Code::command_fonts, Code::value_none, run_fonts},
    Command{"formats", Code::value_none, 0, 0, Code::command_formats, Code::value_none,
            run_formats},
    Command{"completion", Code::value_shell, 1, 1, Code::command_completion,
            Code::command_details_completion, run_completion},
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
