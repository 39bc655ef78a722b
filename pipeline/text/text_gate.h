#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"

namespace dutylist {

// Text that has passed the gate: valid UTF-8 without BOM, NUL, control characters (other than tab
// and line feed) or noncharacters. CR LF and CR have become LF.
struct GatedText {
    std::string text;
    std::string encoding;             // "UTF-8", "GB18030", "UTF-16LE" …
    std::uint64_t mark_bytes = 0;     // the byte order mark
    std::uint64_t removed_bytes = 0;  // control characters, in UTF-8; told by diagnostics
};

// The only way of bytes into the model: BOM, then `wanted` (what the user says), then `declared`
// (what the file says of itself, in XML or HTML), then strict UTF-8, then UTF-16 by its pattern of
// NULs, then GB18030. gb2312 and gbk are read as GB18030. Control characters are removed with the
// diagnostic text_control_character; an encoding other than UTF-8 gives text_decoded.
// Throws JobError: text_binary, text_undecodable, text_unknown_encoding.
GatedText pass_text_gate(std::string bytes, std::string_view file_name, Diagnostics& diagnostics,
                         std::optional<std::string_view> wanted = {},
                         std::optional<std::string_view> declared = {});

// The same rule for text that a library has decoded already (Office formats): replaces nothing,
// removes what may not stand in the model. `place` goes into the diagnostics.
std::string clean_text(std::string_view text, const SourceLocation& place,
                       Diagnostics& diagnostics);

// True if every byte belongs to a well-formed character (RFC 3629: no surrogates, no overlong
// forms) and none is one that the gate removes.
bool is_clean_text(std::string_view text);

}  // namespace dutylist
