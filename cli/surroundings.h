#pragma once

#include "cli/common_options.h"
#include "pipeline/office/office.h"
#include "pipeline/run.h"
#include "pipeline/templates/template_store.h"

namespace dutylist::cli {

// What every command that reads lists works with: templates, the office's file, the formats.
struct Surroundings {
    // Reads them. Throws JobError.
    explicit Surroundings(const CommonOptions& options);

    TemplateStore templates;
    Office office;
    Registry registry;

    JobSurroundings for_jobs() const { return {registry, templates, office}; }
};

// What outputs of the document are made from; refers to all three.
ExportInput export_input(const Document& document, const Statistics& statistics,
                         const Surroundings& surroundings, const CommonOptions& options,
                         std::string stem);

}  // namespace dutylist::cli
