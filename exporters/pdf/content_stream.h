#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dutylist::pdf {

// Appends a number as PDF reads it, at most `decimals` (0 to 5) places, without trailing zeros and
// whatever the locale. Values beyond ±1e9 are cut to that.
void append_number(std::string& text, double value, int decimals);

// Writes the operators of a content stream (ISO 32000-1 annex A). Numbers are separated by one
// space, operators end with a line feed. No state is checked: callers balance what they open.
class ContentStream {
public:
    ContentStream& number(double value, int decimals = 2);
    ContentStream& name(std::string_view name);  // without the slash; a regular PDF name
    ContentStream& raw(std::string_view bytes);
    ContentStream& string(std::string_view bytes);  // a whole literal string
    void op(std::string_view name);

    // A string of two-byte codes, opened, filled and closed by the caller.
    void begin_string();
    void code(std::uint16_t code);
    void end_string();

    std::size_t size() const { return bytes_.size(); }
    // Puts a delimiter before what was written from `position` on.
    void insert(std::size_t position, char delimiter) { bytes_.insert(position, 1, delimiter); }

    const std::string& bytes() const { return bytes_; }
    std::string take() { return std::move(bytes_); }

private:
    void byte(unsigned char value);
    void separate();

    std::string bytes_;
    bool pending_ = false;  // an operand stands before; the next one needs a space
};

}  // namespace dutylist::pdf
