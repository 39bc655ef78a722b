#include "importers/word/enclosed_character.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

// What U+3280 to U+32B0 enclose (Unicode, Enclosed CJK Letters and Months), simplified and as
// there.
constexpr std::u32string_view enclosed_han =
    U"一二三四五六七八九十月火水木金土日株有社名特财祝劳秘男女适优印注项休写正上中下左右医宗学监企"
    U"资协夜";
constexpr std::u32string_view enclosed_traditional =
    U"一二三四五六七八九十月火水木金土日株有社名特財祝労秘男女適優印注項休写正上中下左右医宗学監企"
    U"資協夜";

std::optional<std::string> number_in_circle(std::string_view digits) {
    unsigned number = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc() || stop != end || number > 50) return {};
    if (number == 0) return to_utf8(U'⓪');
    if (number <= 20) return to_utf8(U'①' + (number - 1));
    if (number <= 35) return to_utf8(U'㉑' + (number - 21));
    return to_utf8(U'㊱' + (number - 36));
}

}  // namespace

bool is_circle(std::string_view text) {
    constexpr std::array<std::string_view, 5> circles{"○", "◯", "〇", "⃝", "⭕"};
    return std::find(circles.begin(), circles.end(), text) != circles.end();
}

std::optional<std::string> in_circle(std::string_view text) {
    if (text.empty()) return {};
    if (text[0] >= '0' && text[0] <= '9') return number_in_circle(text);
    const Decoded only = decode_at(text, 0);
    if (only.bytes != text.size()) return {};
    const char32_t c = only.character;
    if (c >= U'A' && c <= U'Z') return to_utf8(U'Ⓐ' + (c - U'A'));
    if (c >= U'a' && c <= U'z') return to_utf8(U'ⓐ' + (c - U'a'));
    for (std::u32string_view row : {enclosed_han, enclosed_traditional}) {
        const std::size_t at = row.find(c);
        if (at != std::u32string_view::npos) return to_utf8(U'㊀' + static_cast<char32_t>(at));
    }
    return {};
}

}  // namespace dutylist
