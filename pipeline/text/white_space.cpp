#include "pipeline/text/white_space.h"

#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"

namespace dutylist {

std::string without_white_space(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode_at(text, i);
        if (!is_white_space(d.character)) result.append(text, i, d.bytes);
        i += d.bytes;
    }
    return result;
}

std::string_view trimmed(std::string_view text) {
    std::size_t begin = 0;
    while (begin < text.size()) {
        const Decoded d = decode_at(text, begin);
        if (!is_white_space(d.character)) break;
        begin += d.bytes;
    }
    std::size_t end = text.size();
    while (end > begin) {
        const Decoded d = decode_before(text, end);
        if (!is_white_space(d.character)) break;
        end -= d.bytes;
    }
    return text.substr(begin, end - begin);
}

std::string normalised_white_space(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    char pending = 0;
    for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode_at(text, i);
        if (is_white_space(d.character)) {
            if (pending != '\n') pending = d.character == U'\n' ? '\n' : ' ';
        } else {
            if (pending != 0 && !result.empty()) result += pending;
            pending = 0;
            result.append(text, i, d.bytes);
        }
        i += d.bytes;
    }
    return result;
}

int display_width(std::string_view text) {
    int width = 0;
    for (const Decoded& d : Characters(text)) width += display_width(d.character);
    return width;
}

}  // namespace dutylist
