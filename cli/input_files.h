#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"

namespace dutylist::cli {

// A file of a folder that is among the inputs.
struct FolderFile {
    enum class Use : std::uint8_t {
        input,        // some importer reads its format
        own_output,   // dutylist wrote it
        passed_over,  // no list, with an info, or one in a form that is not read, with a warning
        failed,       // damaged or unreadable, with an error
    };
    std::filesystem::path file;
    Use use = Use::input;
    Diagnostic why;  // of all but inputs
};

struct Folder {
    std::vector<FolderFile> files;  // in the order of their names' bytes
    std::vector<std::string> subfolders;
};

// Looks at the files that lie directly in the folder. Hidden ones are left out. What dutylist
// itself writes is known by its name: that of a further output (S.statistics.xlsx, S.check.html…),
// or S.xlsx, S.pdf, S.xml or S.json where another form of S lies beside it. Throws JobError
// input_unreadable for the folder itself.
Folder look_through(const std::filesystem::path& folder);

}  // namespace dutylist::cli
