#pragma once

#include <filesystem>

#include "pipeline/io/file_descriptor.h"

namespace dutylist {

// A file of mode 0600, open for reading and writing, that stands in the file system of `folder`
// (empty: the current one) without a name: it is gone when it is closed, whatever ends the process.
// Throws JobError output_folder_unusable.
FileDescriptor unnamed_file(const std::filesystem::path& folder);

}  // namespace dutylist
