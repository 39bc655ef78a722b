#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/invocation.h"
#include "pipeline/office/office.h"
#include "pipeline/run.h"
#include "pipeline/templates/template_store.h"

namespace dutylist::cli {

// What every command that reads lists takes from the command line.
struct Surroundings {
    explicit Surroundings(const Invocation& invocation);

    TemplateStore templates;
    Office office;
    Registry registry;

    JobSurroundings for_jobs() const { return {registry, templates, office}; }
};

// The jobs of a command line.
struct Jobs {
    std::vector<Job> jobs;
    // What was passed over in the folders among the inputs. On standard error that is told already;
    // with --json it belongs into the result.
    Diagnostics passed_over;
    std::vector<std::string> from_folders;  // inputs that nobody named

    // Why a job ended, as it is to be told: a file of a folder that holds no list is passed over,
    // with a warning.
    Diagnostic ending(const Job& job, const Diagnostic& error) const;
};

// One job an input, or one for all with --as-one; no exporters and no output folder yet. An input
// may be "-", which is read here, or a folder: all lists directly in it. The first `skipped`
// arguments are no inputs. Throws UsageError for a bad option.
Jobs jobs_from(const Invocation& invocation, std::size_t skipped = 0);

// 3 for a warning or an error, else 0.
int status_of(const Diagnostics& diagnostics);

}  // namespace dutylist::cli
