#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/run_summary.h"
#include "pipeline/archive/archive.h"

namespace dutylist::cli {

// What the archive has, as people and programs read it.

// One line a document below a line of heads.
std::string archive_list_text(const std::vector<ArchivedDocument>& entries, const Console& console);
// Everything that is known of each document, a line each.
std::string archive_entry_text(const std::vector<ArchivedDocument>& entries,
                               const Console& console);
// {"documents": […], "diagnostics": […]}, with "written": […] where files were written and with
// "summary" of several inputs.
std::string archive_json(const std::vector<ArchivedDocument>& entries,
                         const Diagnostics& diagnostics, Language language,
                         const std::vector<std::string>* written = nullptr,
                         const RunSummary* summary = nullptr);
void add_faults(const std::vector<ArchiveFault>& faults, const std::filesystem::path& archive,
                Diagnostics& diagnostics);
// "东岚省景泽市云川县枫落坪乡 2025-07 v1"
std::string archive_entry_name(const ArchivedDocument& entry);

}  // namespace dutylist::cli
