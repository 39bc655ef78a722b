#pragma once

#include <filesystem>
#include <string_view>

namespace dutylist {

// Writes all bytes over the file at `path`, for those who have made a whole file in memory; every
// result of the system is checked. Throws JobError output_write_failed, which names `path`
// (write_atomically puts the target's name in its place).
void write_whole_file(const std::filesystem::path& path, std::string_view bytes);

// Throws JobError output_not_verified unless the file at `path` holds exactly these bytes.
void require_file_holds(const std::filesystem::path& path, std::string_view bytes);

}  // namespace dutylist
