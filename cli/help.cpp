#include "cli/help.h"

#include <algorithm>

#include "cli/option_table.h"
#include "cli/suggestion.h"
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

std::string shown(std::string_view text, Language language) {
    return in_words(placeholder(text), language);
}

std::string spelling(const Option& option, const OptionUse& use, Language language) {
    std::string text = option.letter == 0 ? "    " : std::string("-") + option.letter + ", ";
    text += option.name;
    if (!use.value.empty()) text += " " + shown(use.value, language);
    return text;
}

std::string options_help(std::string_view command, Language language) {
    int width = 0;
    for (const Option& option : option_table()) {
        if (const OptionUse* use = use_of(option, command))
            width = std::max(width, display_width(spelling(option, *use, language)));
    }
    std::string text;
    for (const Option& option : option_table()) {
        const OptionUse* use = use_of(option, command);
        if (!use) continue;
        text += "  " + padded(spelling(option, *use, language), width + 2);
        text += std::string(pick(language, use->chinese, use->english)) + "\n";
    }
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
    text += std::string(pick(language, "\n选项：\n", "\nOptions:\n")) + options_help("", language);
    text += pick(language,
                 "\n例：  dutylist convert 清单.txt -o 输出\n"
                 "各命令的选项：dutylist 命令 --help\n",
                 "\nExample:  dutylist convert list.txt -o out\n"
                 "Options of a command: dutylist COMMAND --help\n");
    return text;
}

std::string command_help(const Command& command, Language language) {
    std::string text(pick(language, "用法：dutylist ", "Usage: dutylist "));
    text += std::string(command.name);
    if (!command.arguments.empty()) text += " " + shown(command.arguments, language);
    text += pick(language, " [选项]\n", " [OPTIONS]\n");
    text += std::string(pick(language, command.chinese, command.english)) + "\n\n";
    const std::string_view details =
        pick(language, command.chinese_details, command.english_details);
    if (!details.empty()) text += std::string(details) + "\n\n";
    text += pick(language, "选项：\n", "Options:\n");
    return text + options_help(command.name, language);
}

}  // namespace dutylist::cli
