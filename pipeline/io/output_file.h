#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace dutylist {

// Writes all bytes over the file at `path`. Throws JobError output_write_failed, which names
// `shown_name` (the file that the user asked for, where `path` is temporary).
void write_file(const std::filesystem::path& path, std::string_view bytes,
                const std::string& shown_name);

// Throws JobError output_not_verified unless the file at `path` holds exactly these bytes.
void require_file_holds(const std::filesystem::path& path, std::string_view bytes,
                        const std::string& shown_name);

}  // namespace dutylist
