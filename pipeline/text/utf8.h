#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dutylist {

// One character of well-formed UTF-8.
struct Decoded {
    char32_t character = 0;
    std::uint32_t bytes = 1;
};

// The character at byte `offset`, which must be a character's first byte. A byte that is no
// well-formed character gives U+FFFD and length 1; the model never holds such bytes.
Decoded decode_at(std::string_view text, std::size_t offset);

// The character that ends just before `offset`; {0, 0} at the start.
Decoded decode_before(std::string_view text, std::size_t offset);

void append_utf8(std::string& text, char32_t character);
std::string to_utf8(char32_t character);
std::u32string to_utf32(std::string_view text);

bool is_valid_utf8(std::string_view text);
// Each byte that belongs to no character becomes U+FFFD: for names of files, which may be any
// bytes.
std::string to_valid_utf8(std::string_view text);
std::size_t count_characters(std::string_view text);
// What Excel counts: UTF-16 code units.
std::size_t count_utf16_units(std::string_view text);

// Iterates over the characters of a text: for (Decoded d : Characters(text)).
class Characters {
public:
    class Iterator {
    public:
        Iterator(std::string_view text, std::size_t offset) : text_(text), offset_(offset) {
            read();
        }
        const Decoded& operator*() const { return current_; }
        Iterator& operator++() {
            offset_ += current_.bytes;
            read();
            return *this;
        }
        bool operator!=(const Iterator& other) const { return offset_ != other.offset_; }
        std::size_t offset() const { return offset_; }

    private:
        void read() {
            if (offset_ < text_.size()) current_ = decode_at(text_, offset_);
        }
        std::string_view text_;
        std::size_t offset_;
        Decoded current_;
    };
    explicit Characters(std::string_view text) : text_(text) {}
    Iterator begin() const { return {text_, 0}; }
    Iterator end() const { return {text_, text_.size()}; }

private:
    std::string_view text_;
};

}  // namespace dutylist
