#include "importers/word/elements.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace dutylist {

bool is_left_out(std::string_view element) {
    static constexpr std::array<std::string_view, 16> left_out{
        "del",          "moveFrom",      "delText",         "delInstrText",  "sectPr",
        "rPrChange",    "pPrChange",     "tblPrChange",     "tcPrChange",    "trPrChange",
        "sectPrChange", "tblGridChange", "numberingChange", "tblPrExChange", "rt",
        "sdtEndPr"};
    return std::find(left_out.begin(), left_out.end(), element) != left_out.end();
}

std::optional<Symbol> symbol_of(const XmlAttributes& attributes) {
    const std::string_view digits = attributes.value("char");
    unsigned value = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (error != std::errc()) return {};
    const bool of_symbol_font = value >= 0xE000 && value < 0xF900;
    const bool character = value >= 0x20 && value < 0xD800;
    if (!character && !of_symbol_font) return {};
    return Symbol{value, of_symbol_font};
}

}  // namespace dutylist
