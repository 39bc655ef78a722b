#pragma once

#include <optional>

#include "pipeline/diagnostics/message.h"
#include "pipeline/io/bounded_reader.h"

namespace dutylist {

// A format that is known and not read, by its magic bytes: old binary Office files, encrypted
// Office files, PDF, pictures, RTF, other archives. `code` tells people what to do next.
struct ForeignFormat {
    Code code;
    Argument name;  // fills {1} of the message
};

std::optional<ForeignFormat> find_foreign_format(const SourceBytes& source);

}  // namespace dutylist
