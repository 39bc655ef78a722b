#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "pipeline/diagnostics/diagnostic.h"

namespace dutylist {

// Makes a file appear whole or not at all.
//
// `produce` writes to a path beside the target (same folder, so that rename is atomic) and `verify`
// reads it back; either throws to refuse it. Then the file is synced, renamed over the target and
// the folder synced. On any failure the temporary file is removed, an older target stands as it
// was, and a JobError says why (output_folder_unusable, output_write_failed, output_not_verified,
// or what produce or verify threw); only output_not_durable means that the new file stands and its
// name might not outlive a power failure. Producers and libraries know the temporary file only:
// where it stands in what they threw, the target's name takes its place. The file gets the
// permissions that the umask gives new files, or those of the file it replaces. Temporary files are
// also removed when the process is interrupted (remove_temporary_files).
void write_atomically(const std::filesystem::path& target,
                      const std::function<void(const std::filesystem::path& temporary)>& produce,
                      const std::function<void(const std::filesystem::path& temporary)>& verify);

// The same for bytes in memory; verified by reading them back.
void write_atomically(const std::filesystem::path& target, std::string_view bytes);

// For commands that write several files, where one that fails does not keep the others from being
// written: puts the JobError into `diagnostics` and returns false.
bool write_or_report(const std::filesystem::path& target,
                     const std::function<void(const std::filesystem::path& temporary)>& produce,
                     const std::function<void(const std::filesystem::path& temporary)>& verify,
                     Diagnostics& diagnostics);

// Creates the folder and its parents. Throws JobError output_folder_unusable, also when the folder
// is there but nothing can be created in it.
void require_writable_folder(const std::filesystem::path& folder);

// Removes every temporary file that is open now. Async-signal-safe: the command calls it from its
// handler of SIGINT and SIGTERM.
void remove_temporary_files() noexcept;

}  // namespace dutylist
