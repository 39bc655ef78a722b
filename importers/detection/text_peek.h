#pragma once

#include <cstddef>
#include <string>

#include "pipeline/io/bounded_reader.h"

namespace dutylist {

// The beginning of a source as text, for deciding what it is: without byte order mark, UTF-16
// turned into UTF-8, any other encoding byte by byte as it is. Ends at a line's end where it can.
// Empty for what is no text (a NUL among its first bytes, and no UTF-16).
std::string peek_text(const SourceBytes& source, std::size_t bytes = 65536);

// The same in lower case (ASCII only) and without the white space, comments and XML declaration
// before the first element: "<html lang…".
std::string peek_markup(const SourceBytes& source, std::size_t bytes = 65536);

}  // namespace dutylist
