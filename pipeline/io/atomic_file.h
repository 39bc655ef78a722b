#pragma once

#include <filesystem>
#include <string_view>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/io/sink.h"

namespace dutylist {

// Makes a file appear whole or not at all.
//
// `produce` writes into a temporary file beside the target (same folder, so that rename is atomic).
// What stands in it is read back and has to be what was given; `verify` reads it too and throws to
// refuse it. Then the file is synced, renamed over the target and the folder synced. On any failure
// the temporary file is removed, an older target stands as it was, and a JobError says why
// (output_folder_unusable, output_write_failed, output_not_verified, or what produce or verify
// threw); only output_not_durable means that the new file stands and its name might not outlive a
// power failure. The file gets the permissions that the umask gives new files, or those of the file
// it replaces. Temporary files are also removed when the process is interrupted
// (temporary_file.h).
void write_atomically(const std::filesystem::path& target, const Produce& produce,
                      const Verify& verify = {});

// The same for bytes in memory.
void write_atomically(const std::filesystem::path& target, std::string_view bytes);

// Creates the folder and its parents. Throws JobError output_folder_unusable, also when the folder
// is there but nothing can be created in it.
void require_writable_folder(const std::filesystem::path& folder);

}  // namespace dutylist
