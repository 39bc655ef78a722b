#include "cli/surroundings.h"

#include "pipeline/timestamp.h"

namespace dutylist::cli {
namespace {

Office office_of(const CommonOptions& options) {
    if (!options.office) return {};
    return read_office(read_source(*options.office, default_limits.settings_bytes));
}

}  // namespace

Surroundings::Surroundings(const CommonOptions& options)
    : templates(options.template_name),
      office(office_of(options)),
      registry{importer_table(), exporter_table()} {}

ExportInput export_input(const Document& document, const Statistics& statistics,
                         const Surroundings& surroundings, const CommonOptions& options,
                         std::string stem) {
    return {document,
            statistics,
            surroundings.office,
            surroundings.templates,
            std::move(stem),
            timestamp_of(document.period),
            options.font_folder,
            std::nullopt};
}

}  // namespace dutylist::cli
