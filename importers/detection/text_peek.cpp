#include "importers/detection/text_peek.h"

#include <algorithm>
#include <string_view>

#include "pipeline/text/encoding.h"

namespace dutylist {
namespace {

std::string from_utf16(std::string_view bytes, std::string_view encoding) {
    // A pair of surrogates that the peek cuts in two must not make it fail.
    bytes.remove_suffix(bytes.size() % 2);
    for (int attempt = 0; attempt < 2 && bytes.size() >= 2; ++attempt) {
        Decoding decoding = decode(bytes, encoding);
        if (!decoding.failed_at) return std::move(decoding.text);
        bytes.remove_suffix(2);
    }
    return {};
}

std::string beginning(const SourceBytes& source, std::size_t size) {
    const std::string_view all = source.bytes;
    std::string_view bytes = all.substr(0, size);
    std::string text;
    if (bytes.starts_with("\xFF\xFE")) {
        text = from_utf16(bytes.substr(2), "UTF-16LE");
    } else if (bytes.starts_with("\xFE\xFF")) {
        text = from_utf16(bytes.substr(2), "UTF-16BE");
    } else if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
        text = from_utf16(bytes, nul % 2 != 0 ? "UTF-16LE" : "UTF-16BE");
    } else {
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
        text = bytes;
    }
    // Line ends of old programs and of the Mac.
    if (text.find('\n') == std::string::npos) std::replace(text.begin(), text.end(), '\r', '\n');
    return text;
}

}  // namespace

std::string peek_text(const SourceBytes& source, std::size_t size) {
    std::string text = beginning(source, size);
    if (size < source.bytes.size()) {
        const std::size_t end = text.rfind('\n');
        if (end != std::string::npos && end > 0) text.resize(end + 1);
    }
    return text;
}

std::string peek_markup(const SourceBytes& source, std::size_t size) {
    // Not up to a line's end: markup may stand on one long line.
    std::string text = beginning(source, size);
    std::size_t at = 0;
    for (;;) {
        at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
        const std::string_view rest = std::string_view(text).substr(at);
        const std::string_view end = rest.starts_with("<!--") ? "-->"
                                     : rest.starts_with("<?") ? "?>"
                                                              : "";
        if (end.empty()) break;
        const std::size_t found = text.find(end, at);
        if (found == std::string::npos) break;
        at = found + end.size();
    }
    text.erase(0, at);
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

}  // namespace dutylist
