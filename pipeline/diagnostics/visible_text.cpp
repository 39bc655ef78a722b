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

// The length of the colour that the text begins with; 0: none.
std::size_t colour_at(std::string_view text) {
    constexpr std::string_view start = "\033[";
    if (!text.starts_with(start)) return 0;
    const std::size_t end = text.find_first_not_of("0123456789;", start.size());
    return end != std::string_view::npos && text[end] == 'm' ? end + 1 : 0;
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

std::string visible_lines(std::string_view text, Colours colours) {
    std::string visible;
    visible.reserve(text.size());
    std::size_t done = 0;
    const auto take_until = [&](std::size_t end) {
        visible += visible_text(text.substr(done, end - done));
        done = end;
    };
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t size = text[i] == '\n'            ? 1
                                 : colours == Colours::kept ? colour_at(text.substr(i))
                                                            : 0;
        if (size > 0) {
            take_until(i);
            visible += text.substr(i, size);
            done = i + size;
        }
        i += std::max<std::size_t>(size, 1);
    }
    take_until(text.size());
    return visible;
}

}  // namespace dutylist
