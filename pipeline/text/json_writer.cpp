#include "pipeline/text/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "pipeline/text/decimal.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

void append_quoted(std::string& text, std::string_view content) {
    static constexpr std::string_view hex = "0123456789abcdef";
    // Only names of files can be anything else, and JSON must be UTF-8 (RFC 8259, 8.1).
    std::string repaired;
    if (!is_valid_utf8(content)) content = repaired = to_valid_utf8(content);
    text += '"';
    for (char c : content) {
        switch (c) {
            case '"':
                text += "\\\"";
                break;
            case '\\':
                text += "\\\\";
                break;
            case '\n':
                text += "\\n";
                break;
            case '\t':
                text += "\\t";
                break;
            case '\r':
                text += "\\r";
                break;
            default: {
                const auto byte = static_cast<unsigned char>(c);
                if (byte < 0x20) {
                    text += "\\u00";
                    text += hex[byte >> 4];
                    text += hex[byte & 15];
                } else {
                    text += c;
                }
            }
        }
    }
    text += '"';
}

template <typename Number>
void append_number(std::string& text, Number number) {
    std::array<char, 32> digits{};
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    text.append(digits.data(), result.ptr);
}

}  // namespace

void JsonWriter::new_line() {
    text_ += '\n';
    text_.append(levels_.size() * 2, ' ');
}

void JsonWriter::before_value() {
    if (std::exchange(after_key_, false) || levels_.empty()) return;
    Level& level = levels_.back();
    if (!level.empty) text_ += level.one_line ? ", " : ",";
    if (!level.one_line) new_line();
    level.empty = false;
}

void JsonWriter::open(char bracket, bool one_line) {
    before_value();
    const bool inside_one_line = !levels_.empty() && levels_.back().one_line;
    levels_.push_back({one_line || inside_one_line, true});
    text_ += bracket;
}

void JsonWriter::close(char bracket) {
    const Level level = levels_.back();
    levels_.pop_back();
    if (!level.empty && !level.one_line) new_line();
    text_ += bracket;
}

JsonWriter& JsonWriter::begin_object(bool one_line) {
    open('{', one_line);
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    close('}');
    return *this;
}

JsonWriter& JsonWriter::begin_array(bool one_line) {
    open('[', one_line);
    return *this;
}

JsonWriter& JsonWriter::end_array() {
    close(']');
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    before_value();
    append_quoted(text_, name);
    text_ += ": ";
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    before_value();
    append_quoted(text_, text);
    return *this;
}

JsonWriter& JsonWriter::value(bool flag) {
    before_value();
    text_ += flag ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    before_value();
    append_number(text_, number);
    return *this;
}

JsonWriter& JsonWriter::value(std::uint64_t number) {
    before_value();
    append_number(text_, number);
    return *this;
}

JsonWriter& JsonWriter::value(double number, int digits) {
    if (!std::isfinite(number)) return null();
    before_value();
    const std::string rounded_text = half_up(number, digits);
    std::string_view written = rounded_text;
    if (digits > 0) {
        while (written.ends_with('0')) written.remove_suffix(1);
        if (written.ends_with('.')) written.remove_suffix(1);
    }
    text_ += written;
    return *this;
}

JsonWriter& JsonWriter::null() {
    before_value();
    text_ += "null";
    return *this;
}

std::string JsonWriter::finish() {
    text_ += '\n';
    levels_.clear();
    return std::exchange(text_, {});
}

}  // namespace dutylist
