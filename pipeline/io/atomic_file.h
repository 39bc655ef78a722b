#pragma once

#include <filesystem>
#include <string_view>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/io/sink.h"

namespace dutylist {

// Makes a file appear whole or not at all: a set of one output (output_set.h).
void write_atomically(const std::filesystem::path& target, const Produce& produce,
                      const Verify& verify = {});

// The same for bytes in memory.
void write_atomically(const std::filesystem::path& target, std::string_view bytes);

// Creates the folder and its parents. Throws JobError output_folder_unusable, also when the folder
// is there but nothing can be created in it.
void require_writable_folder(const std::filesystem::path& folder);

// The same, and clears it of what earlier runs left that were cut off (leftovers.h).
void prepare_output_folder(const std::filesystem::path& folder, Diagnostics& diagnostics);

}  // namespace dutylist
