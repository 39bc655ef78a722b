#pragma once

#include <optional>
#include <vector>

#include "pipeline/diagnostics/message.h"
#include "pipeline/io/bounded_reader.h"

namespace dutylist {

// A format that is known and not read, by its magic bytes: old binary Office files, encrypted
// Office files, PDF, pictures, RTF, other archives. `code` tells people what to do next.
struct ForeignFormat {
    Code code;
    std::vector<Argument> arguments;  // fill {1} … of the message; {0} is the file
};

std::optional<ForeignFormat> find_foreign_format(const SourceBytes& source);

}  // namespace dutylist
