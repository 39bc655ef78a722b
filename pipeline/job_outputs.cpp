#include "pipeline/job_outputs.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "pipeline/io/file_name.h"
#include "pipeline/io/file_set.h"
#include "pipeline/io/output_set.h"

namespace dutylist {
namespace {

std::vector<Part> parts_of(const Job& job, const Statistics& statistics) {
    std::vector<Part> parts;
    if (job.only) parts.push_back(*job.only);
    if (job.per_department) {
        for (const DepartmentCount& department : statistics.departments) {
            parts.push_back({Part::Kind::department, department.name});
        }
    }
    return parts;
}

}  // namespace

FreeNames::FreeNames(const Job& job, const FileSet* taken) : job_(job), taken_(taken) {
    if (job.split) return;
    for (const Exporter* exporter : job.exporters) used_.insert(file(job.stem, *exporter));
}

std::string FreeNames::stem_of(const std::string& stem, const std::string& name) {
    const std::string wanted = stem + "." + file_name_part(name);
    std::string free = wanted;
    // Numbers below were tried for this name before.
    for (std::uint32_t& n = next_.try_emplace(wanted, 2).first->second; !is_free(free); ++n)
        free = wanted + "-" + std::to_string(n);
    for (const Exporter* exporter : job_.exporters) used_.insert(file(free, *exporter));
    return free;
}

std::filesystem::path FreeNames::file(const std::string& stem, const Exporter& exporter) const {
    const std::string name = stem + std::string(exporter.suffix);
    return job_.output_folder ? *job_.output_folder / name : std::filesystem::path(name);
}

bool FreeNames::is_free(const std::string& stem) const {
    return std::none_of(
        job_.exporters.begin(), job_.exporters.end(), [&](const Exporter* exporter) {
            const std::filesystem::path target = file(stem, *exporter);
            const bool is_file = job_.output_folder.has_value();
            return used_.contains(target) || (is_file && taken_ && taken_->contains(target));
        });
}

// The outputs of one document, which take their places together.
void write_outputs(const Job& job, ExportInput input, FreeNames& names, JobResult& result) {
    std::vector<std::pair<Part, std::string>> parts;
    for (Part& part : parts_of(job, input.statistics)) {
        std::string stem = names.stem_of(input.stem, part.name);
        parts.emplace_back(std::move(part), std::move(stem));
    }
    OutputSet outputs(job.output_folder, result.diagnostics);
    bool complete = true;
    // One that fails does not keep the others from being made, so that all faults are told.
    const auto add = [&](const Exporter& exporter, const ExportInput& from) {
        const std::string name = exporter.file_name(from.stem);
        if (!add_or_tell(exporter, from, name, outputs, result.diagnostics)) complete = false;
    };
    for (const Exporter* exporter : job.exporters) {
        if (exporter->subject == Subject::document) add(*exporter, input);
        if (exporter->subject != Subject::part) continue;
        for (const auto& [part, stem] : parts) {
            ExportInput part_input = input;
            part_input.stem = stem;
            part_input.part = part;
            add(*exporter, part_input);
        }
    }
    std::ranges::move(outputs.publish_if(complete, job.partial),
                      std::back_inserter(result.written));
    result.complete = result.complete && complete;
}

}  // namespace dutylist
