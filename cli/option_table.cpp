#include "cli/option_table.h"

#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {
namespace {

using Uses = std::array<OptionUse, 4>;

constexpr std::array options{
    // What goes in
    Option{
        "--unit", 0,
        Uses{OptionUse{"convert check statistics", Code::value_unit, Code::option_unit_of_convert},
             OptionUse{"archive", Code::value_unit, Code::option_unit_of_archive},
             OptionUse{"compare", Code::value_unit, Code::option_unit_of_compare},
             OptionUse{"report", Code::value_unit, Code::option_unit_of_report}}},
    Option{"--month", 0,
           Uses{OptionUse{"convert check statistics compare", Code::value_month,
                          Code::option_month_of_convert},
                OptionUse{"archive", Code::value_month, Code::option_month_of_archive},
                OptionUse{"report", Code::value_month, Code::option_month_of_report}}},
    Option{"--encoding", 0,
           Uses{OptionUse{"convert check statistics archive compare", Code::value_name,
                          Code::option_encoding}}},
    Option{"--from", 0,
           Uses{OptionUse{"convert check statistics archive compare", Code::value_format,
                          Code::option_from}}},
    Option{"--mapping", 0,
           Uses{OptionUse{"convert check statistics archive compare", Code::value_file,
                          Code::option_mapping}}},
    Option{
        "--as-one", 0,
        Uses{OptionUse{"convert check", Code::value_name, Code::option_as_one_of_convert},
             OptionUse{"statistics archive", Code::value_name, Code::option_as_one_of_statistics}}},
    // What comes out
    Option{"--output", 'o',
           Uses{OptionUse{"convert check compare report", Code::value_folder,
                          Code::option_output_of_convert},
                OptionUse{"archive", Code::value_folder, Code::option_output_of_archive}}},
    Option{"--to", 't',
           Uses{OptionUse{"convert check compare report", Code::value_list,
                          Code::option_to_of_convert},
                OptionUse{"archive", Code::value_list, Code::option_to_of_archive}}},
    Option{"--template", 0,
           Uses{OptionUse{"convert check statistics archive compare report fonts",
                          Code::value_name_or_folder, Code::option_template}}},
    Option{
        "--office", 0,
        Uses{OptionUse{"convert check statistics report", Code::value_file, Code::option_office}}},
    Option{
        "--font-dir", 0,
        Uses{OptionUse{"convert check report fonts", Code::value_folder, Code::option_font_dir}}},
    Option{"--impose", 0, Uses{OptionUse{"convert", Code::value_imposition, Code::option_impose}}},
    Option{"--only", 0, Uses{OptionUse{"convert", Code::value_part, Code::option_only}}},
    Option{"--per", 0, Uses{OptionUse{"convert", Code::value_department, Code::option_per}}},
    Option{"--jobs", 'j', Uses{OptionUse{"convert", Code::value_number, Code::option_jobs}}},
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
    Option{"--replace", 0, Uses{OptionUse{"archive", Code::value_none, Code::option_replace}}},
    Option{"--all", 0, Uses{OptionUse{"archive", Code::value_none, Code::option_all}}},
    Option{"--history", 0, Uses{OptionUse{"archive", Code::value_none, Code::option_history}}},
    Option{"--revision", 0, Uses{OptionUse{"archive", Code::value_number, Code::option_revision}}},
    Option{"--county", 0, Uses{OptionUse{"archive report", Code::value_name, Code::option_county}}},
    Option{"--base", 0, Uses{OptionUse{"report", Code::value_month, Code::option_base}}},
    Option{"--ledger", 0, Uses{OptionUse{"compare report", Code::value_file, Code::option_ledger}}},
    Option{"--department", 0, Uses{OptionUse{"report", Code::value_name, Code::option_department}}},
    Option{"--exit-code", 0, Uses{OptionUse{"compare", Code::value_none, Code::option_exit_code}}},
    // How it is told
    Option{"--json", 0,
           Uses{OptionUse{"convert statistics check compare archive report formats fonts",
                          Code::value_none, Code::option_json}}},
    Option{"--verbose", 'v', Uses{OptionUse{"*", Code::value_none, Code::option_verbose}}},
    Option{"--quiet", 'q', Uses{OptionUse{"*", Code::value_none, Code::option_quiet}}},
    Option{"--lang", 0, Uses{OptionUse{"*", Code::value_language, Code::option_lang}}},
    Option{"--help", 'h', Uses{OptionUse{"*", Code::value_none, Code::option_help}}},
    Option{"--version", 'V', Uses{OptionUse{"-", Code::value_none, Code::option_version}}},
};

bool contains_word(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        const std::size_t end = words.find(' ');
        if (words.substr(0, end) == word) return true;
        if (end == std::string_view::npos) break;
        words.remove_prefix(end + 1);
    }
    return false;
}

}  // namespace

bool OptionUse::takes_value() const { return value != Code::value_none; }

std::span<const Option> option_table() { return options; }

const OptionUse* use_of(const Option& option, std::string_view command) {
    command = command.substr(0, command.find(' '));
    if (command.empty()) command = "-";
    for (const OptionUse& use : option.uses) {
        if (use.commands == "*" || contains_word(use.commands, command)) return &use;
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
