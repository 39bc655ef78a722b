#pragma once

#include <string_view>

#include "pipeline/diagnostics/language.h"

namespace dutylist::cli {

// What becomes of the program where the system refuses it memory. Not every library survives that,
// and some go on with less; so no caller sees it (allocation.cpp): the program ends with one
// sentence, exit_failed and no temporary file. All that this takes is kept ready. Until a language
// is given, that of the environment is told in.

// From now on the sentence is told in this language, as a line on standard error.
void prepare_for_memory_shortage(Language language);
// From now on this is written to standard output in its place.
void prepare_for_memory_shortage(std::string_view answer);

// Called where memory was refused, on any thread. Returns only while outputs take their places
// (pipeline/io/interruption.h), once: a reserve was given back, so that the request can be made
// again, and the end follows when they are there.
void memory_refused() noexcept;

}  // namespace dutylist::cli
