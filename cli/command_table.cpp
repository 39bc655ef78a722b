#include "cli/command_table.h"

#include <array>

#include "cli/commands.h"

namespace dutylist::cli {
namespace {

constexpr std::size_t many = 1'000'000;

constexpr std::array commands{
    Command{"convert", "INPUT...", 1, many, "把清单转换为工作簿、手册、统计表和标准 XML",
            "turn lists into workbooks, booklets, statistics and canonical XML",
            "输入可以是文件、文件夹（取其中直接存放的清单文件）或 -（标准输入）。",
            "An input is a file, a folder (the lists directly in it) or - (standard input).",
            run_convert},
    Command{"statistics", "INPUT...", 1, many, "在终端显示统计表",
            "show the statistics on the terminal",
            "输入可以是文件、文件夹（取其中直接存放的清单文件）或 -（标准输入）。",
            "An input is a file, a folder (the lists directly in it) or - (standard input).",
            run_statistics},
    Command{"check", "INPUT...", 0, many, "逐项审读清单，指出每一处问题",
            "proofread lists and show every defect with its place",
            "输入可以是文件、文件夹（取其中直接存放的清单文件）或 -（标准输入）。",
            "An input is a file, a folder (the lists directly in it) or - (standard input).",
            run_check},
    Command{
        "archive", "add|list|show|export|remove|verify [INPUT...]", 1, many,
        "按单位和月份归档清单，列出、取出和核对",
        "keep lists by unit and month; list, return and check them",
        "操作：\n"
        "  add 输入文件...     归档清单；已有不同内容时须加 --replace\n"
        "  list                列出清单，每份一行（--unit、--county、--month、--history）\n"
        "  show                显示每份清单的全部信息\n"
        "  export              取出标准 XML，与归档时逐字节相同（-o 文件夹）\n"
        "  remove --unit 单位  移除该单位的清单（--month、--revision）；不止一份时须加 --all\n"
        "  verify              核对整个档案库",
        "Actions:\n"
        "  add INPUT...        archive lists; with --replace where another version is there\n"
        "  list                list them, a line each (--unit, --county, --month, --history)\n"
        "  show                show all that is known of each\n"
        "  export              give the canonical XML back, byte for byte (-o DIR)\n"
        "  remove --unit UNIT  remove the unit's lists (--month, --revision); --all for several\n"
        "  verify              check the whole archive",
        run_archive},
    Command{"compare", "OLD NEW", 2, 2, "比较两份清单（文件，或档案中的月份）",
            "compare two lists (files, or months of the archive)",
            "旧、新是文件、-（标准输入）或档案中的月份，如 2025-08。",
            "OLD and NEW are files, - (standard input), or months of the archive, such as 2025-08.",
            run_compare},
    Command{"report", "--month YYYY-MM", 0, 0, "从档案生成月报（xlsx、pdf、html、json）或部门视图",
            "make the monthly report or a department view from the archive", "", "", run_report},
    Command{"fonts", "", 0, 0, "显示各类文字实际所用的字体",
            "show which fonts the texts are set in", "", "", run_fonts},
    Command{"formats", "", 0, 0, "列出能读和能写的格式",
            "list the formats that can be read and written", "", "", run_formats},
    Command{"completion", "bash|zsh|fish", 1, 1, "输出命令补全脚本",
            "print a script that completes commands",
            "bash：source <(dutylist completion bash)\n"
            "zsh： source <(dutylist completion zsh)，在 compinit 之后\n"
            "fish：dutylist completion fish | source",
            "bash: source <(dutylist completion bash)\n"
            "zsh:  source <(dutylist completion zsh), after compinit\n"
            "fish: dutylist completion fish | source",
            run_completion},
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
