#pragma once

#include <string_view>

namespace dutylist::cli {

// Ends the process at once, from a signal handler or where memory has run out: removes the
// temporary files that have names, writes the text to the descriptor, exits with the status.
// Allocates nothing, is async-signal-safe. Returns only where the process is being ended already,
// on another thread or in what a signal interrupted.
void end_process(int descriptor, std::string_view text, int status) noexcept;

}  // namespace dutylist::cli
