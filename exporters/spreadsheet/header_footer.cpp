#include "exporters/spreadsheet/header_footer.h"

#include <string_view>

#include "pipeline/text/utf8.h"

namespace dutylist::spreadsheet {
namespace {

constexpr std::size_t maximum_units = 255;

std::string cut(std::string_view text, std::size_t limit) {
    if (count_characters(text) <= limit) return std::string(text);
    std::string result;
    std::size_t characters = 0;
    for (const Decoded d : Characters(text)) {
        if (++characters >= limit) break;
        append_utf8(result, d.character);
    }
    return result + "…";
}

// Literal text with the placeholders turned into Excel's codes.
std::string coded(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        if (text.starts_with("{page}")) {
            result += "&P";
            text.remove_prefix(6);
        } else if (text.starts_with("{pages}")) {
            result += "&N";
            text.remove_prefix(7);
        } else if (text.starts_with("{sheet}")) {
            result += "&A";
            text.remove_prefix(7);
        } else {
            result += text.front();
            if (text.front() == '&') result += '&';
            text.remove_prefix(1);
        }
    }
    return result;
}

std::string build(const HeaderFooter& parts, std::size_t limit) {
    std::string code;
    const auto append = [&](std::string_view position, const std::string& text) {
        if (text.empty()) return;
        // The space keeps a text that begins with a digit from being read as part of the size.
        code += position;
        if (!parts.font.empty()) code += "&\"" + parts.font + "\"";
        if (parts.size > 0) code += "&" + std::to_string(parts.size);
        code += " " + coded(cut(text, limit));
    };
    append("&L", parts.left);
    append("&C", parts.center);
    append("&R", parts.right);
    return code;
}

}  // namespace

std::string header_footer_code(const HeaderFooter& parts) {
    for (std::size_t limit = maximum_units;; limit -= 5) {
        std::string code = build(parts, limit);
        if (limit <= 10 || count_utf16_units(code) <= maximum_units) return code;
    }
}

}  // namespace dutylist::spreadsheet
