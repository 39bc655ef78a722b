#include "cli/command_table.h"

#include <array>

#include "cli/commands.h"

namespace dutylist::cli {
namespace {

constexpr std::size_t many = 1'000'000;

constexpr std::array commands{
    Command{"convert", "INPUT...", 1, many, "把清单转换为工作簿、手册、统计表和标准 XML",
            "turn lists into workbooks, booklets, statistics and canonical XML", run_convert},
    Command{"statistics", "INPUT...", 1, many, "在终端显示统计表",
            "show the statistics on the terminal", run_statistics},
    Command{"check", "INPUT...", 0, many, "逐项审读清单，指出每一处问题",
            "proofread lists and show every defect with its place", run_check},
    Command{"archive", "add|list|show|export|remove|verify [INPUT...]", 1, many,
            "按单位和月份归档清单，列出、取出和核对",
            "keep lists by unit and month; list, return and check them", run_archive},
    Command{"compare", "OLD NEW", 2, 2, "比较两份清单（文件，或档案中的月份）",
            "compare two lists (files, or months of the archive)", run_compare},
    Command{"report", "", 0, 0, "从档案生成月报（xlsx、pdf、html、json）或部门视图",
            "make the monthly report or a department view from the archive", run_report},
    Command{"fonts", "", 0, 0, "显示各类文字实际所用的字体",
            "show which fonts the texts are set in", run_fonts},
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
