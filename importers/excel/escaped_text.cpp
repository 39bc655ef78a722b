#include "importers/excel/escaped_text.h"

#include <charconv>
#include <optional>

#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

constexpr std::size_t escape_bytes = 7;  // _xHHHH_

std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
    if (at + escape_bytes > text.size() || text[at] != '_' || text[at + 1] != 'x' ||
        text[at + 6] != '_') {
        return {};
    }
    unsigned unit = 0;
    const char* const digits = text.data() + at + 2;
    const auto [end, error] = std::from_chars(digits, digits + 4, unit, 16);
    return error == std::errc() && end == digits + 4 ? std::optional<char32_t>(unit) : std::nullopt;
}

}  // namespace

void unescape_excel_text(std::string& text) {
    std::size_t at = text.find("_x");
    if (at == std::string::npos) return;
    std::string result = text.substr(0, at);
    while (at < text.size()) {
        const std::optional<char32_t> unit = escape_at(text, at);
        const bool high = unit && *unit >= 0xD800 && *unit < 0xDC00;
        const std::optional<char32_t> low = high ? escape_at(text, at + escape_bytes) : unit;
        if (high && low && *low >= 0xDC00 && *low < 0xE000) {
            append_utf8(result, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00));
            at += 2 * escape_bytes;
        } else if (unit && (*unit < 0xD800 || *unit >= 0xE000)) {
            append_utf8(result, *unit);
            at += escape_bytes;
        } else {
            result += text[at++];
        }
    }
    text = std::move(result);
}

}  // namespace dutylist
