#include "pipeline/run.h"

#include <algorithm>
#include <atomic>
#include <ctime>
#include <new>
#include <set>
#include <thread>

#include "pipeline/analysis/analyse.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/atomic_file.h"
#include "pipeline/io/file_name.h"
#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/municipalities.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/utf8.h"
#include "pipeline/timestamp.h"

namespace dutylist {
namespace {

const Importer& choose_importer(const SourceBytes& source, const std::string& wanted,
                                std::span<const Importer> importers) {
    const auto named =
        std::find_if(importers.begin(), importers.end(),
                     [&](const Importer& importer) { return importer.name == wanted; });
    if (named != importers.end()) return *named;
    const Importer* best = wanted.empty() ? best_importer(source, importers) : nullptr;
    if (!best) throw JobError(Code::format_unknown, {}, {source.name});
    return *best;
}

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

// Gives each part a name for its files. Names of departments that differ only in characters that
// file names cannot have, or after their first sixty, would otherwise share one.
class PartNames {
public:
    PartNames(const Job& job, const FileSet* taken) : job_(job), taken_(taken) {
        for (const Exporter* exporter : job.exporters) used_.insert(file(job.stem, *exporter));
    }

    std::string stem_of(const Part& part) {
        const std::string wanted = job_.stem + "." + file_name_part(part.name);
        std::string stem = wanted;
        for (int n = 2; !is_free(stem); ++n) stem = wanted + "-" + std::to_string(n);
        for (const Exporter* exporter : job_.exporters) used_.insert(file(stem, *exporter));
        return stem;
    }

private:
    std::filesystem::path file(const std::string& stem, const Exporter& exporter) const {
        const std::string name = stem + std::string(exporter.suffix);
        return job_.output_folder ? *job_.output_folder / name : std::filesystem::path(name);
    }

    bool is_free(const std::string& stem) const {
        return std::none_of(
            job_.exporters.begin(), job_.exporters.end(), [&](const Exporter* exporter) {
                const std::filesystem::path target = file(stem, *exporter);
                const bool is_file = job_.output_folder.has_value();
                return used_.contains(target) || (is_file && taken_ && taken_->contains(target));
            });
    }

    const Job& job_;
    const FileSet* taken_;
    std::set<std::filesystem::path> used_;
};

// One output that fails does not keep the others from being written.
void write_one(const Exporter& exporter, const ExportInput& input, const Job& job,
               JobResult& result) {
    try {
        result.written.push_back(
            write_output(exporter, input, input.stem, job.output_folder, result.diagnostics));
    } catch (const JobError& error) {
        result.diagnostics.add(error.diagnostic());
        result.complete = false;
    }
}

void write_outputs(const Job& job, ExportInput input, const FileSet* taken, JobResult& result) {
    PartNames names(job, taken);
    std::vector<std::pair<Part, std::string>> parts;
    for (Part& part : parts_of(job, input.statistics)) {
        std::string stem = names.stem_of(part);
        parts.emplace_back(std::move(part), std::move(stem));
    }
    for (const Exporter* exporter : job.exporters) {
        if (exporter->subject == Subject::document) write_one(*exporter, input, job, result);
        if (exporter->subject != Subject::part) continue;
        for (const auto& [part, stem] : parts) {
            ExportInput part_input = input;
            part_input.stem = stem;
            part_input.part = part;
            write_one(*exporter, part_input, job, result);
        }
    }
}

}  // namespace

SourceBytes input_bytes(const Job& job, const std::filesystem::path& file) {
    return job.standard_input && file == "-" ? *job.standard_input : read_source(file);
}

std::string input_name(const Job& job, const std::filesystem::path& file) {
    return job.standard_input && file == "-" ? job.standard_input->name
                                             : to_valid_utf8(file.string());
}

Document read_document(const Job& job, const JobSurroundings& surroundings,
                       Diagnostics& diagnostics, ByteAccount* account) {
    const ColumnSynonyms synonyms(surroundings.templates);
    ImportSettings settings;
    settings.encoding = job.encoding;
    settings.mapping = job.mapping;
    settings.templates = &surroundings.templates;
    settings.account = account;
    std::vector<Draft> drafts;
    std::vector<Document> documents;
    for (const std::filesystem::path& file : job.inputs) {
        SourceBytes source = input_bytes(job, file);
        const Importer& importer =
            choose_importer(source, job.import_format, surroundings.registry.importers);
        Imported imported = importer.read(std::move(source), settings, diagnostics);
        if (auto* draft = std::get_if<Draft>(&imported)) {
            drafts.push_back(std::move(*draft));
        } else {
            documents.push_back(std::get<Document>(std::move(imported)));
        }
    }
    RecognitionSettings recognition;
    recognition.unit = job.unit;
    recognition.period = job.period;
    recognition.synonyms = &synonyms;
    recognition.municipalities = read_municipalities(surroundings.templates);
    recognition.account = account;
    if (!drafts.empty()) {
        documents.push_back(recognise_all(std::move(drafts), recognition, diagnostics));
    }
    Document document = documents.size() == 1 ? std::move(documents.front())
                                              : merge_documents(std::move(documents), diagnostics);
    document.source_file = input_name(job, job.inputs.front());
    return document;
}

JobResult run_job(const Job& job, const JobSurroundings& surroundings) {
    JobResult result;
    try {
        const Document document = read_document(job, surroundings, result.diagnostics);
        result.read = true;
        const Statistics statistics = compute_statistics(document, surroundings.office.departments);
        if (job.output_folder) require_writable_folder(*job.output_folder);
        const ExportInput input{document,
                                statistics,
                                surroundings.office,
                                surroundings.templates,
                                job.stem,
                                timestamp_of(document.period),
                                job.font_folder,
                                std::nullopt};
        result.complete = true;
        write_outputs(job, input, surroundings.taken, result);
        return result;
    } catch (const JobError& error) {
        result.diagnostics.add(error.diagnostic());
    } catch (const std::bad_alloc&) {
        result.diagnostics.add(Code::out_of_memory);
    } catch (const std::exception& error) {
        result.diagnostics.add(Code::internal_failure, {}, {error.what()});
    }
    result.complete = false;
    return result;
}

std::vector<JobResult> run_jobs(const std::vector<Job>& jobs, const JobSurroundings& surroundings,
                                unsigned threads) {
    std::vector<JobResult> results(jobs.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < jobs.size(); i = next++)
            results[i] = run_job(jobs[i], surroundings);
    };
    const std::size_t helpers = std::min<std::size_t>(threads, jobs.size());
    // Libraries ask for local time; the time zone is read before threads could read it side by
    // side.
    ::tzset();
    {
        std::vector<std::jthread> pool;
        for (std::size_t i = 1; i < helpers; ++i) pool.emplace_back(work);
        work();
    }
    if (!results.empty()) {
        for (const std::string& file : surroundings.templates.unknown_files()) {
            results.front().diagnostics.add(Code::template_file_unknown, {}, {file});
        }
    }
    return results;
}

}  // namespace dutylist
