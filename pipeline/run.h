#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/importer.h"
#include "pipeline/io/file_set.h"
#include "pipeline/model/document.h"
#include "pipeline/part.h"
#include "pipeline/recognition/recognise.h"
#include "pipeline/registry.h"

namespace dutylist {

// One conversion as a value: inputs that make one document, and the files to write from it.
struct Job {
    std::vector<std::filesystem::path> inputs;  // several only with --as-one
    // What the input "-" stands for, read already; null: "-" is a file like any other.
    std::shared_ptr<const SourceBytes> standard_input;
    std::string stem;  // of the outputs
    // Where they go; none: the outputs are kept in memory, JobResult::written has their bytes.
    std::optional<std::filesystem::path> output_folder;
    // Rows of Subject::document, or of Subject::part where a part or parts are wanted.
    std::vector<const Exporter*> exporters;
    std::string import_format;  // --from, or empty: decided by content
    std::string unit;
    std::string period;
    std::optional<std::string> encoding;
    std::optional<std::string> mapping;
    std::filesystem::path font_folder;
    // A document of each unit whose lists an input holds, else that is refused. Where there are
    // several, outputs are called S.UNIT.suffix. Not for several inputs.
    bool split = false;
    // A part of the document, or one part for each department: rows of Subject::part write them to
    // S.PART.suffix. Where that name is taken, S.PART-2.suffix.
    std::optional<Part> only;
    bool per_department = false;
    // Whether outputs are written though another of the document failed; else it is all or none.
    bool partial = false;
};

struct JobResult {
    std::vector<WrittenOutput> written;
    Diagnostics diagnostics;
    bool read = false;      // the inputs made a document
    bool complete = false;  // every wanted file was written
};

// What jobs share; read only, so jobs may run side by side.
struct JobSurroundings {
    const Registry& registry;
    const TemplateStore& templates;
    const Office& office;
    const FileSet* taken = nullptr;  // files that no part is written to: inputs, other outputs
};

// The bytes of one of the job's inputs. Throws JobError as read_source does.
SourceBytes input_bytes(const Job& job, const std::filesystem::path& file);
// The input as people and outputs name it: "stdin", or the file's name as valid UTF-8.
std::string input_name(const Job& job, const std::filesystem::path& file);

// Reads the inputs of a job into one analysed document. Throws JobError.
Document read_document(const Job& job, const JobSurroundings& surroundings,
                       Diagnostics& diagnostics, ByteAccount* account = nullptr);

// The same with job.split: a document of each unit, in their order.
std::vector<Document> read_documents(const Job& job, const JobSurroundings& surroundings,
                                     Diagnostics& diagnostics);
// How documents of one input are told apart in names: by their townships, by all levels where
// townships share a name; one document needs none. As many as documents, in their order.
std::vector<std::string> names_of_units(const std::vector<Document>& documents);

// Reads, computes and writes; never throws: what ended the job is an error in the diagnostics.
JobResult run_job(const Job& job, const JobSurroundings& surroundings);

// Runs jobs on up to `threads` threads, fewer where the system starts no more; results in the order
// of the jobs. First their output folders are cleared of what earlier runs left in them that were
// cut off (io/leftovers.h).
std::vector<JobResult> run_jobs(const std::vector<Job>& jobs, const JobSurroundings& surroundings,
                                unsigned threads);

}  // namespace dutylist
