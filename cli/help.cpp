#include "cli/help.h"

#include <algorithm>

#include "cli/option_table.h"
#include "pipeline/text/white_space.h"

namespace dutylist::cli {
namespace {

std::string padded(std::string text, int width) {
    const int missing = width - display_width(text);
    text.append(static_cast<std::size_t>(std::max(missing, 1)), ' ');
    return text;
}

std::string_view pick(Language language, std::string_view chinese, std::string_view english) {
    return language == Language::chinese ? chinese : english;
}

std::string spelling(const Option& option) {
    std::string text = option.letter == 0 ? "    " : std::string("-") + option.letter + ", ";
    text += option.name;
    if (!option.value.empty()) text += " " + std::string(option.value);
    return text;
}

}  // namespace

std::string general_help(Language language) {
    std::string text(
        pick(language,
             "dutylist 读入乡镇（街道）履职事项清单，写出工作簿、手册、统计表和报表。\n\n"
             "用法：dutylist 命令 [选项] …\n\n命令：\n",
             "dutylist reads duty lists of townships and writes workbooks, booklets, "
             "statistics and reports.\n\nUsage: dutylist COMMAND [OPTIONS] ...\n\nCommands:\n"));
    for (const Command& command : command_table()) {
        text += "  " + padded(std::string(command.name), 14);
        text += std::string(pick(language, command.chinese, command.english)) + "\n";
    }
    text += pick(language,
                 "\n例：  dutylist convert 清单.txt -o 输出\n"
                 "各命令的选项：dutylist 命令 --help；版本：dutylist --version\n",
                 "\nExample:  dutylist convert list.txt -o out\n"
                 "Options of a command: dutylist COMMAND --help; version: dutylist --version\n");
    return text;
}

std::string command_help(const Command& command, Language language) {
    std::string text(pick(language, "用法：dutylist ", "Usage: dutylist "));
    text += std::string(command.name) + " " + std::string(command.arguments);
    text += pick(language, " [选项]\n", " [OPTIONS]\n");
    text += std::string(pick(language, command.chinese, command.english)) + "\n\n";
    text += pick(language, "选项：\n", "Options:\n");
    int width = 0;
    for (const Option& option : option_table()) {
        if (applies_to(option, command.name))
            width = std::max(width, display_width(spelling(option)));
    }
    for (const Option& option : option_table()) {
        if (!applies_to(option, command.name)) continue;
        text += "  " + padded(spelling(option), width + 2);
        text += std::string(pick(language, option.chinese, option.english)) + "\n";
    }
    return text;
}

}  // namespace dutylist::cli
