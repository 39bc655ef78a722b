#include "pipeline/canonical/source_positions.h"

#include <charconv>

#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

// Turns ascending offsets of bytes into offsets of characters and back, in one pass over the text.
class OffsetWalk {
public:
    explicit OffsetWalk(std::string_view text) : text_(text) {}

    std::uint32_t characters_at(std::uint32_t byte) {
        while (byte_ < byte && byte_ < text_.size()) step();
        return character_;
    }
    bool bytes_at(std::uint32_t character, std::uint32_t& byte) {
        while (character_ < character && byte_ < text_.size()) step();
        byte = byte_;
        return character_ == character;
    }

private:
    void step() {
        byte_ += decode_at(text_, byte_).bytes;
        ++character_;
    }
    std::string_view text_;
    std::uint32_t byte_ = 0;
    std::uint32_t character_ = 0;
};

bool parse_whole(std::string_view text, std::uint32_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

bool parse_mark(std::string_view word, OffsetWalk& walk, SourceMark& mark) {
    if (const std::size_t at = word.find('@'); at != std::string_view::npos) {
        std::uint32_t character = 0;
        if (!parse_whole(word.substr(0, at), character)) return false;
        if (!walk.bytes_at(character, mark.offset)) return false;
        word.remove_prefix(at + 1);
    }
    if (word == "-") return true;
    const std::size_t colon = word.find(':');
    return colon != std::string_view::npos && parse_whole(word.substr(0, colon), mark.line) &&
           parse_whole(word.substr(colon + 1), mark.column) && mark.line != 0;
}

}  // namespace

std::string format_positions(std::string_view text, std::span<const SourceMark> marks) {
    OffsetWalk walk(text);
    std::string result;
    for (const SourceMark& mark : marks) {
        if (!result.empty()) result += ' ';
        if (mark.offset != 0) result += std::to_string(walk.characters_at(mark.offset)) + '@';
        if (mark.line == 0) {
            result += '-';
        } else {
            result += std::to_string(mark.line) + ':' + std::to_string(mark.column);
        }
    }
    return result;
}

bool parse_positions(std::string_view positions, std::string_view text,
                     std::vector<SourceMark>& marks) {
    OffsetWalk walk(text);
    while (!positions.empty()) {
        const std::size_t end = std::min(positions.find(' '), positions.size());
        SourceMark mark;
        if (!parse_mark(positions.substr(0, end), walk, mark)) return false;
        if (!marks.empty() && mark.offset < marks.back().offset) return false;
        marks.push_back(mark);
        positions.remove_prefix(std::min(end + 1, positions.size()));
    }
    return true;
}

}  // namespace dutylist
