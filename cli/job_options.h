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

// One job an input, or one for all with --as-one; no exporters and no output folder yet. Throws
// UsageError for a bad option.
std::vector<Job> jobs_from(const Invocation& invocation);

}  // namespace dutylist::cli
