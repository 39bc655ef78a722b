#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "cli/surroundings.h"
#include "pipeline/io/file_set.h"

namespace dutylist::cli {

// Sees to it that a command overwrites nothing that it reads, and no output of its own: neither by
// the same path nor by another name of the same file. To be asked before anything is written.
class OutputGuard {
public:
    // What is read: the inputs of the jobs, the files of --office and --mapping, and those of a
    // template folder.
    OutputGuard(const CommonOptions& options, const Surroundings& surroundings,
                const std::vector<Job>& jobs);

    // Another file that is read.
    void protect(const std::filesystem::path& file);
    // An archive, with the files that SQLite keeps beside it.
    void protect_archive(const std::filesystem::path& archive);

    // An output, made from `source`. Throws UsageError output_is_input or output_name_taken.
    void claim(const std::filesystem::path& output, const std::string& source);

    // All that was read and claimed.
    const FileSet& files() const { return files_; }

private:
    FileSet read_;
    FileSet files_;
    std::map<std::string, std::string> claimed_;  // place -> source
};

}  // namespace dutylist::cli
