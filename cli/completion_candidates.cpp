#include "cli/completion_candidates.h"

#include <algorithm>
#include <vector>

#include "cli/targets.h"
#include "pipeline/diagnostics/code_list.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/registry.h"
#include "pipeline/templates/template_store.h"

namespace dutylist::cli {
namespace {

template <typename Names>
std::string joined(const Names& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : " ") + std::string(name);
    return text;
}

std::string format_names() {
    std::vector<std::string_view> names;
    for (const Importer& importer : importer_table()) {
        if (importer.reads) names.push_back(importer.name);
    }
    return joined(names);
}

std::string diagnostic_codes() {
    std::vector<std::string_view> ids;
    for (const ListedCode& listed : code_list()) ids.push_back(id_of(listed.code));
    return joined(ids);
}

// "bash|zsh|fish" as words; nothing if the user is to put something of his own there.
std::string literal_words(Code value) {
    std::string words(message_template(value, Language::english));
    words.resize(std::min(words.find(' '), words.size()));
    if (words.empty() || words[0] < 'a' || words[0] > 'z') return {};
    std::replace(words.begin(), words.end(), '|', ' ');
    return words;
}

}  // namespace

Candidates candidates_of(const OptionUse& use, std::string_view command) {
    switch (use.value) {
        case Code::value_file:
            return {{}, true, false, false};
        case Code::value_folder:
            return {{}, false, true, false};
        case Code::value_name_or_folder:
            return {joined(TemplateStore::built_in_names()), false, true, false};
        case Code::value_format:
            return {format_names(), false, false, false};
        case Code::value_list:
            return {joined(target_names(subjects_of(command))), false, false, true};
        case Code::value_part:
            return {"list= category= department=", false, false, false};
        default:
            return {literal_words(use.value), false, false, false};
    }
}

Candidates arguments_of(const Command& command) {
    if (command.maximum == 0) return {};
    if (command.arguments == Code::value_code) return {diagnostic_codes(), false, false, false};
    return {literal_words(command.arguments), command.arguments != Code::value_shell, false, false};
}

std::string option_words(const Command& command) {
    std::vector<std::string_view> names;
    for (const Option& option : option_table()) {
        if (use_of(option, command.name)) names.push_back(option.name);
    }
    return joined(names);
}

std::string command_words() {
    std::vector<std::string_view> names;
    for (const Command& command : command_table()) names.push_back(command.name);
    return joined(names);
}

}  // namespace dutylist::cli
