#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dutylist {

// Any bytes as one line that is safe on a terminal: valid UTF-8 (each byte that belongs to no
// character becomes U+FFFD); control characters (ESC of a name of a file could command the
// terminal) and the characters that turn the direction of writing (Unicode UAX #9) as <U+001B>; the
// end of a line as ↵.
std::string visible_text(std::string_view bytes);
// The same of the first `most` characters, with … where there are more.
std::string visible_beginning(std::string_view bytes, std::size_t most);

// Text of several lines, each made safe in that way. Colours (SGR of ECMA-48) that were put into it
// are kept, or shown as any other control character.
enum class Colours { kept, shown };
std::string visible_lines(std::string_view text, Colours colours);

}  // namespace dutylist
