#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "pipeline/io/limits.h"

namespace dutylist {

// An input as bytes. The file's name is kept as the user gave it, for messages and as the source
// that outputs name; bytes of it that are not UTF-8 are U+FFFD.
struct SourceBytes {
    std::string name;
    std::string bytes;
};

// Reads a whole file of at most `limit` bytes. Throws JobError: input_missing, input_is_folder,
// input_unreadable, input_empty, input_too_large (input files that grow while they are read are
// still bounded). Never returns an empty string.
SourceBytes read_source(const std::filesystem::path& file,
                        std::uint64_t limit = default_limits.input_bytes);

// The same for a file that lies in a folder, and was not named itself: one that is no regular file
// (a pipe would be waited for, a device be read without end) is refused as input_not_a_file.
SourceBytes read_file_of_folder(const std::filesystem::path& file, std::uint64_t limit);

// Whether libraries that open files themselves may be given it, for the same reason.
bool is_plain_file(const std::filesystem::path& file);

// The same for standard input, which is named "stdin".
SourceBytes read_standard_input(std::uint64_t limit = default_limits.input_bytes);

}  // namespace dutylist
