#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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

}  // namespace dutylist
