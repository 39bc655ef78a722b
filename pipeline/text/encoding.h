#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/text/utf8.h"

namespace dutylist {

// The name under which an encoding is known here ("UTF-8", "GB18030", "UTF-16LE", "Big5" …), or ""
// if ICU does not know it. gb2312, gbk, cp936 and x-gbk are GB18030, which contains them.
std::string canonical_encoding(std::string_view name);

struct Decoding {
    std::string text;                        // UTF-8
    std::optional<std::uint64_t> failed_at;  // byte offset of what is not of this encoding
};

// Decodes strictly: no replacement characters.
Decoding decode(std::string_view bytes, std::string_view encoding);

// How many bytes a character takes in an encoding (a canonical name).
class EncodedWidth {
public:
    explicit EncodedWidth(std::string_view encoding);
    ~EncodedWidth();
    EncodedWidth(const EncodedWidth&) = delete;
    EncodedWidth& operator=(const EncodedWidth&) = delete;

    std::uint32_t of(Decoded character);
    std::uint64_t of(std::string_view text);

private:
    struct Converted;
    enum class Kind : std::uint8_t { utf8, utf16, other } kind_;
    std::unique_ptr<Converted> converted_;
};

// Bytes that clean UTF-8 text takes in `encoding` (a canonical name), without a byte order mark.
std::uint64_t encoded_size(std::string_view text, std::string_view encoding);

}  // namespace dutylist
