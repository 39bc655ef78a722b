#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"

namespace dutylist::cli {

// The files of a folder that are taken as inputs, and what was passed over and why.
struct FolderInputs {
    std::vector<std::filesystem::path> files;  // in the order of their names' bytes
    Diagnostics passed_over;                   // Code::input_passed_over
    Diagnostics outputs;                       // the same, of what dutylist wrote
};

// Takes the files that lie directly in the folder and whose content some importer knows. Hidden
// files are not looked at. What dutylist itself writes is passed over: files with the names of its
// further outputs (S.statistics.xlsx, S.check.html…), and S.xlsx, S.pdf, S.xml or S.json where
// another form of S lies beside it. Throws JobError input_unreadable, and
// input_folder_without_lists where nothing is left.
FolderInputs inputs_in_folder(const std::filesystem::path& folder);

}  // namespace dutylist::cli
