#include "cli/help.h"

#include <algorithm>

#include "cli/option_table.h"
#include "cli/targets.h"
#include "cli/text_table.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/message.h"
#include "pipeline/text/white_space.h"

namespace dutylist::cli {
namespace {

std::string text_of(Code code, Language language) { return in_words(Message{code, {}}, language); }

std::string spelling(const Option& option, const OptionUse& use, Language language) {
    std::string text = option.letter == 0 ? "    " : std::string("-") + option.letter + ", ";
    text += option.name;
    if (use.takes_value()) text += " " + text_of(use.value, language);
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
        text += "  " + padded(spelling(option, *use, language), width) + "  ";
        text += in_words(Message{use->help, {targets_offered(command)}}, language) + "\n";
    }
    return text;
}

}  // namespace

std::string general_help(Language language) {
    std::string text = text_of(Code::help_start, language);
    for (const Command& command : command_table()) {
        text += "  " + padded(command.name, 13) + " " + text_of(command.help, language) + "\n";
    }
    text += "\n" + text_of(Code::help_options, language) + options_help("", language);
    return text + text_of(Code::help_end, language);
}

std::string command_help(const Command& command, Language language) {
    std::string arguments = text_of(command.arguments, language);
    if (!arguments.empty()) arguments.insert(0, " ");
    std::string text = in_words(Message{Code::help_usage, {command.name, arguments}}, language);
    text += text_of(command.help, language) + "\n\n";
    const std::string details = text_of(command.details, language);
    if (!details.empty()) text += details + "\n\n";
    return text + text_of(Code::help_options, language) + options_help(command.name, language);
}

}  // namespace dutylist::cli
