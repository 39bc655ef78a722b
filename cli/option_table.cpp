#include "cli/option_table.h"

#include <algorithm>

#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {
namespace {

using Uses = std::array<OptionUse, 4>;

constexpr std::string_view that_read_lists = "convert check statistics archive:add compare";
constexpr std::string_view that_write = "convert statistics check compare report";
constexpr std::string_view of_archived_lists =
    "archive:list archive:show archive:export archive:remove";

constexpr std::array options{
    // What goes in
    Option{
        "--unit", 0,
        Uses{OptionUse{"convert check statistics", Code::value_unit, Code::option_unit_of_convert},
             OptionUse{"archive:add archive:list archive:show archive:export archive:remove",
                       Code::value_unit, Code::option_unit_of_archive},
             OptionUse{"compare", Code::value_unit, Code::option_unit_of_compare},
             OptionUse{"report", Code::value_unit, Code::option_unit_of_report}}},
    Option{"--month", 0,
           Uses{OptionUse{"convert check statistics compare", Code::value_month,
                          Code::option_month_of_convert},
                OptionUse{"archive:add archive:list archive:show archive:export "
                          "archive:department archive:remove",
                          Code::value_month, Code::option_month_of_archive},
                OptionUse{"report", Code::value_month, Code::option_month_of_report}}},
    Option{"--encoding", 0,
           Uses{OptionUse{that_read_lists, Code::value_name, Code::option_encoding}}},
    Option{"--from", 0, Uses{OptionUse{that_read_lists, Code::value_format, Code::option_from}}},
    Option{"--mapping", 0,
           Uses{OptionUse{that_read_lists, Code::value_file, Code::option_mapping}}},
    Option{"--as-one", 0,
           Uses{OptionUse{"convert check", Code::value_name, Code::option_as_one_of_convert},
                OptionUse{"statistics archive:add", Code::value_name,
                          Code::option_as_one_of_statistics}}},
    // What comes out
    Option{"--output", 'o',
           Uses{OptionUse{that_write, Code::value_folder, Code::option_output_of_convert},
                OptionUse{"archive:export archive:department", Code::value_folder,
                          Code::option_output_of_archive},
                OptionUse{"form", Code::value_file, Code::option_output_of_form}}},
    Option{"--to", 't',
           Uses{OptionUse{that_write, Code::value_list, Code::option_to_of_convert},
                OptionUse{"archive:export archive:department", Code::value_list,
                          Code::option_to_of_archive}}},
    Option{"--kind", 0, Uses{OptionUse{"form", Code::value_form, Code::option_kind}}},
    Option{"--template", 0,
           Uses{OptionUse{"convert check statistics archive compare report form fonts",
                          Code::value_name_or_folder, Code::option_template}}},
    Option{"--office", 0,
           Uses{OptionUse{"convert check statistics report archive:export archive:department form",
                          Code::value_file, Code::option_office}}},
    Option{"--font-dir", 0,
           Uses{OptionUse{"convert check report archive:export archive:department fonts",
                          Code::value_folder, Code::option_font_dir}}},
    Option{"--impose", 0, Uses{OptionUse{"convert", Code::value_imposition, Code::option_impose}}},
    Option{"--only", 0, Uses{OptionUse{"convert", Code::value_part, Code::option_only}}},
    Option{"--per", 0, Uses{OptionUse{"convert", Code::value_department, Code::option_per}}},
    Option{"--split", 0, Uses{OptionUse{"convert", Code::value_none, Code::option_split}}},
    Option{"--partial", 0,
           Uses{OptionUse{that_write, Code::value_none, Code::option_partial},
                OptionUse{"archive:export archive:department", Code::value_none,
                          Code::option_partial}}},
    Option{"--jobs", 'j', Uses{OptionUse{"convert", Code::value_jobs, Code::option_jobs}}},
    // Proofreading
    Option{"--fix", 0, Uses{OptionUse{"check", Code::value_none, Code::option_fix}}},
    Option{"--html", 0, Uses{OptionUse{"check", Code::value_none, Code::option_html}}},
    Option{"--pdf", 0, Uses{OptionUse{"check", Code::value_none, Code::option_pdf}}},
    Option{"--xlsx", 0,
           Uses{OptionUse{"check", Code::value_none, Code::option_xlsx_of_check},
                OptionUse{"compare", Code::value_file, Code::option_xlsx_of_compare}}},
    Option{"--sarif", 0, Uses{OptionUse{"check", Code::value_none, Code::option_sarif}}},
    Option{"--separate", 0, Uses{OptionUse{"check", Code::value_none, Code::option_separate}}},
    Option{"--fail-on", 0, Uses{OptionUse{"check", Code::value_severity, Code::option_fail_on}}},
    Option{"--rules", 0, Uses{OptionUse{"check", Code::value_none, Code::option_rules}}},
    // Archive, comparison, report
    Option{"--archive", 0,
           Uses{OptionUse{"archive compare report", Code::value_file, Code::option_archive}}},
    Option{"--replace", 0, Uses{OptionUse{"archive:add", Code::value_none, Code::option_replace}}},
    Option{
        "--all", 0,
        Uses{OptionUse{"archive:remove archive:department", Code::value_none, Code::option_all}}},
    Option{"--history", 0,
           Uses{OptionUse{"archive:list archive:show archive:export", Code::value_none,
                          Code::option_history}}},
    Option{"--revision", 0,
           Uses{OptionUse{of_archived_lists, Code::value_number, Code::option_revision}}},
    Option{"--county", 0,
           Uses{OptionUse{"archive:list archive:show archive:export archive:department "
                          "archive:remove report",
                          Code::value_name, Code::option_county}}},
    Option{"--base", 0, Uses{OptionUse{"report", Code::value_month, Code::option_base}}},
    Option{"--ledger", 0, Uses{OptionUse{"compare report", Code::value_file, Code::option_ledger}}},
    Option{"--department", 0, Uses{OptionUse{"report", Code::value_name, Code::option_department}}},
    Option{"--exit-code", 0, Uses{OptionUse{"compare", Code::value_none, Code::option_exit_code}}},
    // How it is told
    Option{
        "--json", 0,
        Uses{OptionUse{"convert statistics check compare archive report form explain formats fonts",
                       Code::value_none, Code::option_json}}},
    Option{"--verbose", 'v', Uses{OptionUse{"*", Code::value_none, Code::option_verbose}}},
    Option{"--quiet", 'q', Uses{OptionUse{"*", Code::value_none, Code::option_quiet}}},
    Option{"--lang", 0, Uses{OptionUse{"*", Code::value_language, Code::option_lang}}},
    Option{"--help", 'h', Uses{OptionUse{"*", Code::value_none, Code::option_help}}},
    Option{"--version", 'V', Uses{OptionUse{"-", Code::value_none, Code::option_version}}},
};

// Whether `word` of a row is the command, or one of its actions where no other is asked for.
bool is_for(std::string_view word, std::string_view command, std::string_view action) {
    const std::size_t colon = word.find(':');
    if (word.substr(0, colon) != command) return false;
    return colon == std::string_view::npos || action.empty() || word.substr(colon + 1) == action;
}

bool are_for(std::string_view words, std::string_view command, std::string_view action) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (is_for(words.substr(0, end), command, action)) return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

}  // namespace

bool OptionUse::takes_value() const { return value != Code::value_none; }

std::span<const Option> option_table() { return options; }

const OptionUse* use_of(const Option& option, std::string_view command) {
    const std::size_t blank = std::min(command.find(' '), command.size());
    const std::string_view name = command.empty() ? "-" : command.substr(0, blank);
    const std::string_view action = command.substr(std::min(blank + 1, command.size()));
    for (const OptionUse& use : option.uses) {
        if (use.commands == "*" || are_for(use.commands, name, action)) return &use;
    }
    return nullptr;
}

const Option* find_option(std::string_view word) {
    for (const Option& option : options) {
        const bool letter = word.size() == 2 && word[0] == '-' && word[1] == option.letter;
        if (letter || word.substr(0, word.find('=')) == option.name) return &option;
    }
    return nullptr;
}

}  // namespace dutylist::cli
