#include "pipeline/diagnostics/visible_text.h"

#include <algorithm>
#include <cstdio>

#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

bool turns_direction(char32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool ends_line(char32_t c) { return c == 0x2028 || c == 0x2029; }

bool is_plain_ascii(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

}  // namespace

std::string visible_text(std::string_view bytes) {
    if (is_plain_ascii(bytes)) return std::string(bytes);
    const std::string text = to_valid_utf8(bytes);
    std::string visible;
    visible.reserve(text.size());
    for (const Decoded& decoded : Characters(text)) {
        const char32_t c = decoded.character;
        if (c == '\n') {
            visible += "↵";
        } else if (is_control(c) || turns_direction(c) || ends_line(c)) {
            char name[16];
            std::snprintf(name, sizeof name, "<U+%04X>", static_cast<unsigned>(c));
            visible += name;
        } else {
            append_utf8(visible, c);
        }
    }
    return visible;
}

std::string visible_beginning(std::string_view bytes, std::size_t most) {
    if (bytes.size() <= most) return visible_text(bytes);
    std::size_t end = 0;
    for (std::size_t i = 0; i < most && end < bytes.size(); ++i) end += decode_at(bytes, end).bytes;
    return visible_text(bytes.substr(0, end)) + (end < bytes.size() ? "…" : "");
}

}  // namespace dutylist
