#include "importers/word/symbol_fonts.h"

#include <algorithm>
#include <array>

namespace dutylist {
namespace {

struct SymbolRow {
    unsigned code;
    char32_t character;
};

// As Unicode's mapping of Wingdings has them, those that stand before items and in boxes.
constexpr std::array<SymbolRow, 23> wingdings{
    {{0x6C, U'●'}, {0x6E, U'■'}, {0x6F, U'□'}, {0x71, U'❑'}, {0x72, U'❒'}, {0x74, U'⧫'},
     {0x75, U'◆'}, {0x76, U'❖'}, {0x9F, U'•'}, {0xA1, U'○'}, {0xA7, U'▪'}, {0xA8, U'◻'},
     {0xAB, U'★'}, {0xB2, U'✧'}, {0xD8, U'➢'}, {0xDF, U'←'}, {0xE0, U'→'}, {0xE8, U'➔'},
     {0xF0, U'⇨'}, {0xFB, U'✗'}, {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'}}};
constexpr std::array<SymbolRow, 8> wingdings_2{{{0x4F, U'✗'},
                                                {0x50, U'✓'},
                                                {0x51, U'☒'},
                                                {0x52, U'☑'},
                                                {0x53, U'☒'},
                                                {0x54, U'☒'},
                                                {0x97, U'●'},
                                                {0xA3, U'□'}}};
constexpr std::array<SymbolRow, 5> symbol{
    {{0xA3, U'≤'}, {0xB1, U'±'}, {0xB3, U'≥'}, {0xB4, U'×'}, {0xB7, U'•'}}};

constexpr std::array<std::string_view, 6> fonts{"Wingdings", "Wingdings 2", "Wingdings 3",
                                                "Webdings",  "Symbol",      "ZapfDingbats"};

template <std::size_t size>
std::optional<char32_t> find(const std::array<SymbolRow, size>& rows, unsigned code) {
    const auto* const row =
        std::find_if(rows.begin(), rows.end(), [&](const SymbolRow& r) { return r.code == code; });
    return row == rows.end() ? std::nullopt : std::optional(row->character);
}

}  // namespace

bool is_symbol_font(std::string_view font) {
    return std::find(fonts.begin(), fonts.end(), font) != fonts.end();
}

std::optional<char32_t> character_of_symbol_font(std::string_view font, unsigned code) {
    if (font == "Wingdings") {
        // Digits in circles, white and black, from 0 to 10.
        if (code == 0x80) return U'⓪';
        if (code > 0x80 && code <= 0x8A) return U'①' + (code - 0x81);
        if (code == 0x8B) return U'⓿';
        if (code > 0x8B && code <= 0x95) return U'❶' + (code - 0x8C);
        return find(wingdings, code);
    }
    if (font == "Wingdings 2") return find(wingdings_2, code);
    if (font == "Symbol") return find(symbol, code);
    return {};
}

}  // namespace dutylist
