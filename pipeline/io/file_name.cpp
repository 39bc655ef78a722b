#include "pipeline/io/file_name.h"

#include "pipeline/text/utf8.h"

namespace dutylist {

std::string file_name_part(std::string_view text) {
    static constexpr std::u32string_view refused = U"\\/:*?\"<>|";
    static constexpr std::size_t longest = 60;
    std::string name;
    std::size_t characters = 0;
    for (const Decoded& decoded : Characters(text)) {
        const char32_t c = decoded.character;
        const bool bad = c < 0x20 || c == 0x7F || refused.find(c) != std::u32string_view::npos;
        append_utf8(name, bad ? U'_' : c);
        if (++characters == longest) break;
    }
    const std::size_t begin = name.find_first_not_of(" .");
    if (begin == std::string::npos) return "_";
    return name.substr(begin, name.find_last_not_of(" .") - begin + 1);
}

}  // namespace dutylist
