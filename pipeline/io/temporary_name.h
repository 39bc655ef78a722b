#pragma once

#include <string>
#include <string_view>

namespace dutylist {

// The names of files that stand in a folder for a while: ".NAME.dutylist-RANDOM.tmp", where NAME
// is that of the output (cut to what a file's name may have), and no two are the same, whatever
// process, machine or container chose them.
std::string temporary_name(std::string_view output);

// Whether a file's name is one of these.
bool is_temporary_name(std::string_view name);

}  // namespace dutylist
