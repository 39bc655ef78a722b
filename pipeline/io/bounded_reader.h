#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "pipeline/io/limits.h"

namespace dutylist {

// An input as bytes. The file's name is kept as the user gave it, for messages.
struct SourceBytes {
    std::string name;
    std::string bytes;
};

// Reads a whole file of at most `limit` bytes. Throws JobError: input_missing, input_is_folder,
// input_unreadable, input_empty, input_too_large (input files that grow while they are read are
// still bounded). Never returns an empty string.
SourceBytes read_source(const std::filesystem::path& file,
                        std::uint64_t limit = default_limits.input_bytes);

}  // namespace dutylist
