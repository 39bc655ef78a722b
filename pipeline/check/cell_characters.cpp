#include "pipeline/check/cell_characters.h"

#include <algorithm>

#include "pipeline/text/utf8.h"

namespace dutylist::check {
namespace {

// Nearly all characters are common Han: three bytes, which cells hold well-formed.
bool is_common_han_at(std::string_view text, std::size_t offset) {
    const auto lead = static_cast<unsigned char>(text[offset]);
    return lead >= 0xE4 && lead <= 0xE9 && offset + 2 < text.size() &&
           (lead != 0xE4 || static_cast<unsigned char>(text[offset + 1]) >= 0xB8);
}

char32_t three_bytes_at(std::string_view text, std::size_t offset) {
    const auto bits = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[offset + i]) & 0x3F);
    };
    return (bits(0) & 0x0F) << 12 | bits(1) << 6 | bits(2);
}

}  // namespace

void CellCharacters::assign(std::string_view text) {
    text_ = text;
    characters_.clear();
    offsets_.clear();
    others_.clear();
    has_ascii_mark_ = false;
    has_space_ = false;
    for (std::size_t offset = 0; offset < text.size();) {
        if (is_common_han_at(text, offset)) {
            characters_.push_back(three_bytes_at(text, offset));
            offsets_.push_back(static_cast<std::uint32_t>(offset));
            offset += 3;
            continue;
        }
        const Decoded decoded = decode_at(text, offset);
        others_.push_back(static_cast<std::uint32_t>(characters_.size()));
        characters_.push_back(decoded.character);
        offsets_.push_back(static_cast<std::uint32_t>(offset));
        offset += decoded.bytes;
        switch (decoded.character) {
            case ' ':
                has_space_ = true;
                break;
            case ';':
            case ':':
            case ',':
            case '.':
            case '?':
            case '!':
            case '(':
            case ')':
            case '"':
            case '\'':
                has_ascii_mark_ = true;
                break;
            default:
                break;
        }
    }
    offsets_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::size_t CellCharacters::index_of(std::uint32_t offset) const {
    return static_cast<std::size_t>(std::lower_bound(offsets_.begin(), offsets_.end(), offset) -
                                    offsets_.begin());
}

}  // namespace dutylist::check
