#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "pipeline/exporter.h"
#include "pipeline/run.h"

namespace dutylist {

// Finds free names for files of parts and of documents of several units. Names of departments that
// differ only in characters that file names cannot have, or after their first sixty, would
// otherwise share one.
class FreeNames {
public:
    // Both must outlive the names. `taken`: files that no output replaces; may be null.
    FreeNames(const Job& job, const FileSet* taken);

    // "STEM.NAME", or with "-2", "-3" … behind it where that is taken; it is taken from now on.
    std::string stem_of(const std::string& stem, const std::string& name);

private:
    std::filesystem::path file(const std::string& stem, const Exporter& exporter) const;
    bool is_free(const std::string& stem) const;

    const Job& job_;
    const FileSet* taken_;
    std::set<std::filesystem::path> used_;
    std::map<std::string, std::uint32_t> next_;  // number to try, of each wanted name
};

// The outputs of one document, which take their places together: added to `result`, with what went
// wrong. Throws JobError only for what concerns all of them.
void write_outputs(const Job& job, ExportInput input, FreeNames& names, JobResult& result);

}  // namespace dutylist
