#include "pipeline/run.h"

#include <algorithm>
#include <atomic>
#include <ctime>
#include <map>
#include <new>
#include <set>
#include <system_error>
#include <thread>

#include "pipeline/analysis/analyse.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/atomic_file.h"
#include "pipeline/io/leftovers.h"
#include "pipeline/job_outputs.h"
#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/municipalities.h"
#include "pipeline/recognition/unit_sections.h"
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

Diagnostics clear_folders(const std::vector<Job>& jobs) {
    Diagnostics diagnostics;
    std::set<std::filesystem::path> cleared;
    for (const Job& job : jobs) {
        if (job.output_folder && cleared.insert(*job.output_folder).second)
            remove_leftovers(*job.output_folder, diagnostics);
    }
    return diagnostics;
}

// What the inputs of a job give before anything is recognised in them.
struct ImportedInputs {
    std::vector<Draft> drafts;
    std::vector<Document> documents;
};

ImportedInputs import_inputs(const Job& job, const JobSurroundings& surroundings,
                             Diagnostics& diagnostics, ByteAccount* account) {
    ImportSettings settings;
    settings.encoding = job.encoding;
    settings.mapping = job.mapping;
    settings.templates = &surroundings.templates;
    settings.account = account;
    ImportedInputs inputs;
    for (const std::filesystem::path& file : job.inputs) {
        SourceBytes source = input_bytes(job, file);
        const Importer& importer =
            choose_importer(source, job.import_format, surroundings.registry.importers);
        Imported imported = importer.read(std::move(source), settings, diagnostics);
        if (auto* draft = std::get_if<Draft>(&imported)) {
            inputs.drafts.push_back(std::move(*draft));
        } else {
            inputs.documents.push_back(std::get<Document>(std::move(imported)));
        }
    }
    return inputs;
}

RecognitionSettings recognition_settings(const Job& job, const JobSurroundings& surroundings,
                                         const ColumnSynonyms& synonyms) {
    RecognitionSettings settings;
    settings.unit = job.unit;
    settings.period = job.period;
    settings.synonyms = &synonyms;
    settings.municipalities = read_municipalities(surroundings.templates);
    return settings;
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
    ImportedInputs inputs = import_inputs(job, surroundings, diagnostics, account);
    RecognitionSettings settings = recognition_settings(job, surroundings, synonyms);
    settings.account = account;
    std::vector<Document>& documents = inputs.documents;
    if (!inputs.drafts.empty()) {
        documents.push_back(recognise_all(std::move(inputs.drafts), settings, diagnostics));
    }
    Document document = documents.size() == 1 ? std::move(documents.front())
                                              : merge_documents(std::move(documents), diagnostics);
    document.source_file = input_name(job, job.inputs.front());
    return document;
}

std::vector<Document> read_documents(const Job& job, const JobSurroundings& surroundings,
                                     Diagnostics& diagnostics) {
    std::vector<Document> documents;
    if (!job.split) {
        documents.push_back(read_document(job, surroundings, diagnostics));
        return documents;
    }
    const ColumnSynonyms synonyms(surroundings.templates);
    ImportedInputs inputs = import_inputs(job, surroundings, diagnostics, nullptr);
    const RecognitionSettings settings = recognition_settings(job, surroundings, synonyms);
    documents = std::move(inputs.documents);
    for (Draft& draft : inputs.drafts) {
        std::vector<Draft> parts = split_by_unit(std::move(draft), settings);
        for (Draft& part : parts)
            documents.push_back(recognise(std::move(part), settings, diagnostics));
    }
    for (Document& document : documents) document.source_file = input_name(job, job.inputs.front());
    return documents;
}

std::vector<std::string> names_of_units(const std::vector<Document>& documents) {
    std::vector<std::string> names;
    if (documents.size() == 1) return {std::string()};
    std::map<std::string_view, std::size_t> namesakes;
    for (const Document& document : documents) ++namesakes[document.unit.own_name()];
    for (const Document& document : documents) {
        const bool alone = namesakes[document.unit.own_name()] == 1;
        names.push_back(alone ? document.unit.own_name() : document.unit.full_name());
    }
    return names;
}

JobResult run_job(const Job& job, const JobSurroundings& surroundings) {
    JobResult result;
    try {
        const std::vector<Document> documents =
            read_documents(job, surroundings, result.diagnostics);
        result.read = true;
        if (job.output_folder) require_writable_folder(*job.output_folder);
        FreeNames names(job, surroundings.taken);
        const std::vector<std::string> units = names_of_units(documents);
        result.complete = true;
        for (std::size_t i = 0; i < documents.size(); ++i) {
            const Document& document = documents[i];
            const Statistics statistics =
                compute_statistics(document, surroundings.office.departments);
            const std::string stem =
                units[i].empty() ? job.stem : names.stem_of(job.stem, units[i]);
            const ExportInput input{document,
                                    statistics,
                                    surroundings.office,
                                    surroundings.templates,
                                    stem,
                                    timestamp_of(document.period),
                                    job.font_folder,
                                    std::nullopt};
            write_outputs(job, input, names, result);
        }
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
    const Diagnostics clearing = clear_folders(jobs);
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
        try {
            for (std::size_t i = 1; i < helpers; ++i) pool.emplace_back(work);
        } catch (const std::system_error&) {
            // As many as the system starts do the work.
        }
        work();
    }
    if (!results.empty()) {
        for (const Diagnostic& diagnostic : clearing.entries())
            results.front().diagnostics.add(diagnostic);
        for (const std::string& file : surroundings.templates.unknown_files()) {
            results.front().diagnostics.add(Code::template_file_unknown, {}, {file});
        }
    }
    return results;
}

}  // namespace dutylist
