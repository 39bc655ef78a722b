#include "importers/word/field_result.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "importers/draft_building/number_text.h"
#include "importers/word/equation_field.h"
#include "importers/word/field_instruction.h"
#include "importers/word/symbol_fonts.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

using Kind = FieldResult::Kind;

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Marks, settings and questions: no place in the picture of the page.
constexpr std::array<std::string_view, 13> without_picture{
    "XE",      "TC",   "TA",     "RD",     "SET", "PRIVATE",  "ASK",
    "ADVANCE", "NEXT", "NEXTIF", "SKIPIF", "TOC", "HYPERLINK"};

constexpr std::array<std::string_view, 9> document_properties{
    "TITLE",    "SUBJECT", "AUTHOR",  "KEYWORDS",   "COMMENTS",
    "CATEGORY", "MANAGER", "COMPANY", "LASTSAVEDBY"};

std::uint32_t number_of(std::string_view text, std::uint32_t fallback) {
    std::uint32_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end ? value : fallback;
}

// What number_text() calls the formats of \* (17.16.4.3.1).
std::string_view format_of(const FieldInstruction& code) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> formats{
        {{"ARABIC", "decimal"},
         {"DBCHAR", "decimalFullWidth"},
         {"ALPHABETIC", "upperLetter"},
         {"alphabetic", "lowerLetter"},
         {"ROMAN", "upperRoman"},
         {"roman", "lowerRoman"},
         {"CHINESENUM1", "chineseCounting"},
         {"CHINESENUM2", "chineseLegalSimplified"},
         {"CHINESENUM3", "chineseCountingThousand"},
         {"GB1", "decimalEnclosedFullstop"},
         {"GB2", "decimalEnclosedParen"},
         {"GB3", "decimalEnclosedCircleChinese"},
         {"GB4", "ideographEnclosedCircle"},
         {"CIRCLENUM", "decimalEnclosedCircle"}}};
    for (const FieldInstruction::Switch& one : code.switches) {
        if (one.name != "\\*") continue;
        for (const auto& [word, format] : formats) {
            if (one.argument == word) return format;
        }
    }
    return "decimal";
}

std::string shown(std::uint32_t number, std::string_view format) {
    const auto text = number_text(static_cast<int>(std::min(number, 9999U)), format);
    return text.value_or(std::to_string(number));
}

FieldResult symbol(const FieldInstruction& code) {
    if (code.arguments.empty()) return {};
    std::string_view digits = code.arguments.front();
    const bool hexadecimal = digits.starts_with("0x") || digits.starts_with("0X");
    if (hexadecimal) digits.remove_prefix(2);
    unsigned value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value, hexadecimal ? 16 : 10);
    if (error != std::errc() || stop != end) return {};
    const std::string font(code.argument_of("\\f").value_or(""));
    if (is_symbol_font(font) && value >= 0xF000 && value < 0xF100) value -= 0xF000;
    if (is_symbol_font(font) && value < 0x100 && !code.has("\\u")) {
        if (const auto character = character_of_symbol_font(font, value))
            return {Kind::text, to_utf8(*character)};
        return {Kind::doubtful, to_utf8(0xF000 + value)};
    }
    const bool character =
        value >= 0x20 && (value < 0xD800 || (value >= 0xE000 && value < 0x110000));
    // Codes from 128 to 255 are of a code page that only Word knows, unless \u says Unicode.
    const bool certain = code.has("\\u") || value < 0x80 || value > 0xFF;
    if (!character) return {};
    return {certain ? Kind::text : Kind::doubtful, to_utf8(value)};
}

FieldResult form(std::string_view type, const FormField& field) {
    if (type == "FORMCHECKBOX") return {Kind::text, field.ticked ? "☒" : "☐"};
    if (type == "FORMTEXT")
        return field.text.empty() ? FieldResult{Kind::nothing, {}}
                                  : FieldResult{Kind::doubtful, field.text};
    if (field.entries.empty()) return {Kind::nothing, {}};
    const auto entry = field.entry();
    return entry ? FieldResult{Kind::text, *entry} : FieldResult{};
}

// Everything after the first word: MACROBUTTON name text, GOTOBUTTON place text.
FieldResult button(const FieldInstruction& code) {
    std::string text;
    for (std::size_t i = 1; i < code.arguments.size(); ++i)
        text += (text.empty() ? "" : " ") + code.arguments[i];
    return {text.empty() ? Kind::nothing : Kind::text, text};
}

}  // namespace

FieldResult FieldResults::result_of(const Fields::Ended& field, int outline) {
    if (!field.code_is_whole) return {};
    const std::string type = field_type(field.code);
    if (type.empty() || contains(without_picture, type)) return {Kind::nothing, {}};
    if (type == "EQ") {
        EquationText equation = read_equation(after_field_type(field.code));
        if (equation.text.empty() && equation.exact) return {Kind::nothing, {}};
        if (equation.text.empty()) return {};
        return {equation.exact ? Kind::text : Kind::doubtful, std::move(equation.text)};
    }
    if (type.starts_with("AUTONUM")) return automatic_number(type, field, outline);
    if (type == "LISTNUM") return list_number(field);
    if (type == "SEQ") return sequence_number(field);
    if (type.starts_with("FORM")) return form(type, field.form);
    const FieldInstruction code = parse_field(field.code);
    if (type == "SYMBOL") return symbol(code);
    if (type == "MACROBUTTON" || type == "GOTOBUTTON") return button(code);
    if (type == "QUOTE") {
        std::string text;
        for (const std::string& argument : code.arguments)
            text += (text.empty() ? "" : " ") + argument;
        return {text.empty() ? Kind::nothing : Kind::text, text};
    }
    if (type == "MERGEFIELD" && !code.arguments.empty())
        return {Kind::doubtful, "«" + code.arguments.front() + "»"};
    std::optional<std::string> property;
    if (type == "DOCPROPERTY" && !code.arguments.empty()) {
        property = properties_.value_of(code.arguments.front());
    } else if (contains(document_properties, type)) {
        property = code.arguments.empty() ? properties_.value_of(type)
                                          : std::optional(code.arguments.front());
    }
    return property ? FieldResult{Kind::text, *property} : FieldResult{};
}

// AUTONUM counts paragraphs of each outline level; a heading lets those below it begin again.
FieldResult FieldResults::automatic_number(std::string_view type, const Fields::Ended& field,
                                           int outline) {
    const FieldInstruction code = parse_field(field.code);
    const std::size_t level =
        outline > 0 ? static_cast<std::size_t>(std::min<int>(outline, levels - 1)) - 1 : levels - 1;
    ++automatic_[level];
    std::fill(automatic_.begin() + static_cast<std::ptrdiff_t>(level) + 1, automatic_.end(), 0U);
    std::string_view separator = code.argument_of("\\s").value_or("");
    separator = separator.empty() ? std::string_view(".") : separator;
    if (type == "AUTONUMLGL" && level < levels - 1) {
        std::string label;
        for (std::size_t i = 0; i <= level; ++i)
            label +=
                (i > 0 ? std::string(separator) : "") + std::to_string(std::max(automatic_[i], 1U));
        return {Kind::label, label + (code.has("\\e") ? "" : std::string(separator))};
    }
    // Outlines have another form on each level.
    static constexpr std::array<std::string_view, 3> outlines{"upperRoman", "upperLetter",
                                                              "decimal"};
    std::string_view format = format_of(code);
    if (type == "AUTONUMOUT" && level < levels - 1) {
        if (level >= outlines.size()) return {};
        format = outlines[level];
    }
    const bool bare = type == "AUTONUMLGL" && code.has("\\e");
    return {Kind::label, shown(automatic_[level], format) + (bare ? "" : std::string(separator))};
}

// LISTNUM of the three lists that Word has from the start; what another list looks like, its
// definition says.
FieldResult FieldResults::list_number(const Fields::Ended& field) {
    struct Look {
        std::string_view before;
        std::string_view format;
        std::string_view after;
    };
    static constexpr std::array<Look, 9> number_default{{{"", "decimal", ")"},
                                                         {"", "lowerLetter", ")"},
                                                         {"", "lowerRoman", ")"},
                                                         {"(", "decimal", ")"},
                                                         {"(", "lowerLetter", ")"},
                                                         {"(", "lowerRoman", ")"},
                                                         {"", "decimal", "."},
                                                         {"", "lowerLetter", "."},
                                                         {"", "lowerRoman", "."}}};
    static constexpr std::array<Look, 9> outline_default{{{"", "upperRoman", "."},
                                                          {"", "upperLetter", "."},
                                                          {"", "decimal", "."},
                                                          {"", "lowerLetter", ")"},
                                                          {"(", "decimal", ")"},
                                                          {"(", "lowerLetter", ")"},
                                                          {"(", "lowerRoman", ")"},
                                                          {"(", "lowerLetter", ")"},
                                                          {"(", "lowerRoman", ")"}}};
    const FieldInstruction code = parse_field(field.code);
    const std::string list = code.arguments.empty() ? "NumberDefault" : code.arguments.front();
    const bool known =
        list == "NumberDefault" || list == "OutlineDefault" || list == "LegalDefault";
    const std::uint32_t level = number_of(code.argument_of("\\l").value_or("1"), 1);
    if (!known || level < 1 || level > number_default.size()) return {};
    Counters& counters = lists_[list];
    std::uint32_t& number = counters[level - 1];
    ++number;
    if (const auto start = code.argument_of("\\s")) number = number_of(*start, number);
    std::fill(counters.begin() + level, counters.end(), 0U);
    if (list == "LegalDefault") {
        std::string label;
        for (std::uint32_t i = 0; i < level; ++i)
            label += std::to_string(std::max(counters[i], 1U)) + ".";
        return {Kind::label, label};
    }
    const Look& look = (list == "NumberDefault" ? number_default : outline_default)[level - 1];
    return {Kind::label,
            std::string(look.before) + shown(number, look.format) + std::string(look.after)};
}

FieldResult FieldResults::sequence_number(const Fields::Ended& field) {
    const FieldInstruction code = parse_field(field.code);
    if (code.arguments.empty()) return {};
    std::uint32_t& number = sequences_[code.arguments.front()];
    if (const auto start = code.argument_of("\\r")) {
        number = number_of(*start, number + 1);
    } else if (!code.has("\\c")) {
        ++number;
    }
    if (code.has("\\h")) return {Kind::nothing, {}};
    return {Kind::label, shown(number, format_of(code))};
}

}  // namespace dutylist
