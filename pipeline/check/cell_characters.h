#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/model/text_span.h"

namespace dutylist::check {

// A cell's text as characters, decoded once for all rules. Positions are indices of characters;
// span() turns them into bytes. Reused from cell to cell.
class CellCharacters {
public:
    void assign(std::string_view text);

    std::string_view text() const { return text_; }
    std::size_t size() const { return characters_.size(); }
    bool empty() const { return characters_.empty(); }
    // The character, or 0 before the start and past the end.
    char32_t at(std::ptrdiff_t index) const {
        return index < 0 || index >= static_cast<std::ptrdiff_t>(characters_.size())
                   ? 0
                   : characters_[static_cast<std::size_t>(index)];
    }
    char32_t operator[](std::size_t index) const { return characters_[index]; }
    TextSpan span(std::size_t begin, std::size_t end) const {
        return {offsets_[begin], offsets_[end]};
    }
    std::string_view view(std::size_t begin, std::size_t end) const {
        return span(begin, end).of(text_);
    }
    // The character that begins at byte `offset`, or size() at the end.
    std::size_t index_of(std::uint32_t offset) const;

    std::u32string_view characters() const { return {characters_.data(), characters_.size()}; }

    // Indices of the characters that are none of the common Han (U+4E00 to U+9FFF), in order:
    // marks, spaces, digits, letters and oddities. Rules that look for these pass over the rest.
    std::span<const std::uint32_t> others() const { return others_; }

    // Cheap tests by which a rule passes over most cells.
    bool has_ascii_mark() const { return has_ascii_mark_; }  // any of ; : , . ? ! ( ) " '
    bool has_space() const { return has_space_; }

private:
    std::string_view text_;
    std::vector<char32_t> characters_;
    std::vector<std::uint32_t> offsets_;
    std::vector<std::uint32_t> others_;
    bool has_ascii_mark_ = false;
    bool has_space_ = false;
};

}  // namespace dutylist::check
