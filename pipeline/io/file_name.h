#pragma once

#include <string>
#include <string_view>

namespace dutylist {

// A text as part of a file's name: separators, control characters and what Windows refuses
// (\\ / : * ? " < > |) become '_', at most 60 characters, no blank or dot at its ends; "_" for
// nothing at all.
std::string file_name_part(std::string_view text);

}  // namespace dutylist
