#pragma once

#include <set>
#include <string>
#include <vector>

#include "cli/common_options.h"
#include "pipeline/run.h"

namespace dutylist::cli {

class Console;

// The jobs of a command line: no exporters and no output folder yet.
struct JobPlan {
    std::vector<Job> jobs;
    // What the folders among the inputs hold that is not read. On standard error that is told
    // already; with --json it belongs into the result.
    Diagnostics in_folders;
    std::vector<std::string> passed_over;    // files of folders: no lists, or in forms not read
    std::vector<std::string> failed;         // damaged ones, and folders without any list
    std::set<std::string> found_in_folders;  // inputs that nobody named
    bool has_folders = false;                // whether folders are among the inputs

    // The exit status that the folders ask for.
    int status() const;

    // How the end of a job is told: a file of a folder that turned out to hold no list was passed
    // over, which is a warning; anything else is the error itself.
    Diagnostic ending_of(const Job& job, const Diagnostic& error) const;
};

enum class Folders { searched, not_taken };

// One job an input, or one for all with --as-one. An input may be "-", which is read here, or,
// where folders are searched, a folder: all lists directly in it. Throws UsageError and JobError.
JobPlan plan_jobs(const CommonOptions& options, const Console& console,
                  Folders folders = Folders::searched);

// The exit status that diagnostics ask for: 3 for a warning or an error, else 0.
int status_of(const Diagnostics& diagnostics);

}  // namespace dutylist::cli
