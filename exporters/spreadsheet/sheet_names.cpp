#include "exporters/spreadsheet/sheet_names.h"

#include <algorithm>
#include <cctype>

#include "exporters/spreadsheet/workbook_writer.h"
#include "pipeline/text/utf8.h"

namespace dutylist::spreadsheet {
namespace {

char32_t replacement(char32_t c) {
    constexpr std::string_view forbidden = "[]:*?/\\";
    if (c < 0x20 || c == 0x7F) return ' ';
    if (c < 0x80 && forbidden.find(static_cast<char>(c)) != std::string_view::npos) {
        return c - '!' + U'！';  // the full-width form
    }
    return c;
}

std::string cut_to_units(std::string_view text, std::size_t limit) {
    std::string cut;
    std::size_t units = 0;
    for (const Decoded d : Characters(text)) {
        units += d.character > 0xFFFF ? 2 : 1;
        if (units > limit) break;
        append_utf8(cut, d.character);
    }
    return cut;
}

// Excel ignores the case of letters; for ASCII and the letters of Latin-1, Greek and Cyrillic
// folding is enough to be on the safe side.
std::string folded(std::string_view text) {
    std::string result;
    for (const Decoded d : Characters(text)) {
        char32_t c = d.character;
        const bool upper = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
                           (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F) ||
                           (c >= U'Ａ' && c <= U'Ｚ');
        append_utf8(result, upper ? c + 0x20 : c);
    }
    return result;
}

std::string without_end_marks(std::string name) {
    const auto trim = [](char c) { return c == '\'' || c == ' '; };
    while (!name.empty() && trim(name.back())) name.pop_back();
    const auto first = std::find_if_not(name.begin(), name.end(), trim);
    name.erase(name.begin(), first);
    return name;
}

}  // namespace

std::string usable_sheet_name(std::string_view wanted, const std::vector<std::string>& taken) {
    std::string clean;
    for (const Decoded d : Characters(wanted)) append_utf8(clean, replacement(d.character));
    clean = without_end_marks(cut_to_units(without_end_marks(clean), maximum_sheet_name_units));
    if (clean.empty()) clean = "Sheet";
    if (folded(clean) == "history") clean += "_";
    const auto is_taken = [&](const std::string& name) {
        return std::any_of(taken.begin(), taken.end(),
                           [&](const std::string& other) { return folded(other) == folded(name); });
    };
    std::string name = clean;
    for (int n = 2; is_taken(name); ++n) {
        const std::string suffix = "(" + std::to_string(n) + ")";
        name = cut_to_units(clean, maximum_sheet_name_units - suffix.size()) + suffix;
    }
    return name;
}

std::string usable_defined_name(std::string_view wanted) {
    std::string name;
    for (const Decoded d : Characters(wanted)) {
        const char32_t c = d.character;
        const bool good = c >= 0x80 ? c >= 0x3400 && c < 0xFF00 && !(c >= 0xD800 && c < 0xF900)
                                    : std::isalnum(static_cast<int>(c)) || c == '_' || c == '.';
        append_utf8(name, good ? c : U'_');
    }
    const auto is_ascii = [](unsigned char c) { return c < 0x80; };
    const bool digit_first =
        !name.empty() && (std::isdigit(static_cast<unsigned char>(name[0])) || name[0] == '.');
    // A1, R1C1 and the like are addresses: anything in ASCII that ends with a digit or is R or C.
    const bool like_address =
        name.size() < 2 || (std::all_of(name.begin(), name.end(), is_ascii) &&
                            std::isdigit(static_cast<unsigned char>(name.back())));
    if (digit_first || like_address) name.insert(0, "_");
    return cut_to_units(name, 255);
}

}  // namespace dutylist::spreadsheet
