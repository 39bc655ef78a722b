#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dutylist {

// Writes JSON (RFC 8259) front to back into one string: two spaces an indent, UTF-8 as it is, keys
// in the order of the calls, so that the same data gives the same bytes. Short objects may be kept
// on one line. Calls must be balanced; bytes that are not UTF-8 become U+FFFD.
class JsonWriter {
public:
    JsonWriter& begin_object(bool one_line = false);
    JsonWriter& end_object();
    JsonWriter& begin_array(bool one_line = false);
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);

    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(bool flag);
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(std::uint64_t number);
    JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(unsigned number) { return value(static_cast<std::uint64_t>(number)); }
    // At most `digits` decimals, rounded half up; never an exponent, never NaN (written as null).
    JsonWriter& value(double number, int digits);
    JsonWriter& null();

    // key(name) and value(content) in one.
    template <typename Content>
    JsonWriter& member(std::string_view name, const Content& content) {
        return key(name).value(content);
    }

    // The text since the last take(), for writers that hand it on in pieces.
    std::string take() { return std::exchange(text_, {}); }
    std::size_t pending_bytes() const { return text_.size(); }

    // The whole text, or what take() left of it, with a line feed at the end; the writer is empty
    // afterwards.
    std::string finish();

private:
    struct Level {
        bool one_line;
        bool empty;
    };
    void before_value();
    void open(char bracket, bool one_line);
    void close(char bracket);
    void new_line();

    std::string text_;
    std::vector<Level> levels_;
    bool after_key_ = false;
};

}  // namespace dutylist
