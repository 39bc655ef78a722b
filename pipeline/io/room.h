#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace dutylist {

// Whether the folder can take a file of so many bytes now: free space, quota and the process's
// limit on file sizes. For writers whose library does not report a full disk, before they begin;
// a file system that cannot tell is taken to have room. Leaves nothing behind. Throws JobError
// output_write_failed, which names `target`.
void require_room(const std::filesystem::path& folder, std::uint64_t bytes,
                  const std::string& target);

}  // namespace dutylist
