#include "cli/job_options.h"

#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/model/period.h"

namespace dutylist::cli {
namespace {

Office office_from(const Invocation& invocation) {
    const std::string file = invocation.value("--office");
    return file.empty() ? Office{} : read_office(read_source(file, default_limits.settings_bytes));
}

void require_known_format(const std::string& wanted) {
    if (wanted.empty()) return;
    std::string names;
    for (const Importer& importer : importer_table()) {
        if (!importer.reads) continue;
        if (importer.name == wanted) return;
        names += (names.empty() ? "" : ", ") + std::string(importer.name);
    }
    throw UsageError(Code::usage_unknown_format, SourceLocation{}, {wanted, names});
}

}  // namespace

Surroundings::Surroundings(const Invocation& invocation)
    : templates(invocation.value("--template", "official")),
      office(office_from(invocation)),
      registry{importer_table(), exporter_table()} {}

std::vector<Job> jobs_from(const Invocation& invocation) {
    Job shared;
    shared.import_format = invocation.value("--from");
    require_known_format(shared.import_format);
    shared.unit = invocation.value("--unit");
    shared.period = invocation.value("--month");
    if (!shared.period.empty() && !parse_period(shared.period)) {
        throw UsageError(Code::usage_option_value, SourceLocation{}, {"--month", "YYYY-MM"});
    }
    shared.encoding = invocation.optional_value("--encoding");
    shared.mapping = invocation.optional_value("--mapping");
    shared.font_folder = invocation.value("--font-dir");

    std::vector<Job> jobs;
    if (const std::string name = invocation.value("--as-one"); !name.empty()) {
        if (name.find('/') != std::string::npos) {
            throw UsageError(Code::usage_option_value, SourceLocation{}, {"--as-one", "NAME"});
        }
        Job& job = jobs.emplace_back(shared);
        job.inputs.assign(invocation.arguments().begin(), invocation.arguments().end());
        job.stem = name;
        return jobs;
    }
    for (const std::string& input : invocation.arguments()) {
        Job& job = jobs.emplace_back(shared);
        job.inputs = {input};
        job.stem = std::filesystem::path(input).stem().string();
    }
    return jobs;
}

}  // namespace dutylist::cli
