#include "pipeline/check/cell_text.h"

#include <algorithm>

#include "pipeline/text/utf8.h"

namespace dutylist::check {

void CellText::assign(std::string_view text) {
    text_ = text;
    characters_.clear();
    offsets_.clear();
    has_ascii_mark_ = false;
    has_space_ = false;
    for (std::size_t offset = 0; offset < text.size();) {
        const Decoded decoded = decode_at(text, offset);
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

std::size_t CellText::index_of(std::uint32_t offset) const {
    return static_cast<std::size_t>(std::lower_bound(offsets_.begin(), offsets_.end(), offset) -
                                    offsets_.begin());
}

}  // namespace dutylist::check
