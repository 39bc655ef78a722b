#pragma once

#include <filesystem>

#include "pipeline/diagnostics/diagnostic.h"

namespace dutylist {

// Clears a folder of what runs left in it that were cut off: temporary files are removed, and a set
// of outputs that was about to take its place is undone (output_set.h). Touched are only files that
// bear the names of temporary_name.h, belong to the user of this process, and are of no run that is
// alive: none of the same set is locked, or where files cannot be locked all are older than a day.
// What cannot be removed or undone is told (output_leftover), also what was undone
// (output_set_undone). A folder that is not there or cannot be read is passed over.
void remove_leftovers(const std::filesystem::path& folder, Diagnostics& diagnostics);

}  // namespace dutylist
