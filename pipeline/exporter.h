#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/output_set.h"
#include "pipeline/io/sink.h"
#include "pipeline/model/document.h"
#include "pipeline/office/office.h"
#include "pipeline/part.h"
#include "pipeline/statistics/statistics.h"

namespace dutylist {

class TemplateStore;

// Everything an exporter may read. Documents are shared between exporters and never changed.
struct ExportInput {
    const Document& document;
    const Statistics& statistics;
    const Office& office;
    const TemplateStore& templates;
    std::string stem;        // of the output's name, without folder
    std::int64_t timestamp;  // seconds since 1970: SOURCE_DATE_EPOCH, else the period's first day,
                             // so that the same input gives the same bytes
    std::filesystem::path font_folder;  // --font-dir, or empty
    std::optional<Part> part;           // else the whole document
};

// Whose outputs a row makes.
enum class Subject : std::uint8_t {
    document,         // a whole list
    part,             // a part of one (--only, --per)
    comparison,       // two lists
    report,           // the monthly report
    department_view,  // a department's items across townships
    findings,         // what proofreading found in one list or several
    correction,       // a list with its mechanical findings corrected
    archived,         // a list of the archive
    statistics,       // what is counted in a list
    form,             // an empty list to fill in
};

// "document", "department-view": as programs read it.
std::string_view to_string(Subject subject);

struct ComparisonInput;  // pipeline/export_inputs.h
struct ReportInput;
struct FindingsInput;
struct CorrectionInput;
struct ArchivedInput;
struct FormInput;

// The two functions of an output that is made from an Input.
template <typename Input>
struct OutputFunctions {
    // Writes the whole output. Throws JobError. Input trouble goes into diagnostics.
    void (*write)(const Input& input, Sink& sink, Diagnostics& diagnostics);
    // Reads the output back as its format and throws JobError output_not_verified if it is not
    // whole. Null: that the bytes are those that were written says all (require_same_bytes, which
    // is asked of every output).
    void (*verify)(const Input& input, const WrittenBytes& bytes) = nullptr;
};

// An output that can be written: one row of exporters/registry.cpp. Rows of a subject with the same
// target are written together ("statistics" is four files).
struct Exporter {
    Subject subject;
    std::string_view target;   // as --to takes it: "xlsx"
    std::string_view suffix;   // ".xlsx", ".statistics.json"
    std::string_view chinese;  // 工作簿
    std::string_view english;
    bool by_default;  // written when --to is not given
    // The subject decides which of them: document, part and statistics are made from ExportInput,
    // report and department_view from ReportInput, archived from ArchivedInput where it is what the
    // archive keeps and from ExportInput where it is made anew, the others from what bears their
    // name.
    std::variant<OutputFunctions<ExportInput>, OutputFunctions<ComparisonInput>,
                 OutputFunctions<ReportInput>, OutputFunctions<FindingsInput>,
                 OutputFunctions<CorrectionInput>, OutputFunctions<ArchivedInput>,
                 OutputFunctions<FormInput>>
        functions;

    // Of the output's file, without folder.
    std::string file_name(const std::string& stem) const { return stem + std::string(suffix); }
};

// Makes an output of the set, in a file of that name, and verifies it. Throws JobError. `Input`
// must be what the row is made from.
template <typename Input>
void add_output(const Exporter& exporter, const Input& input, const std::string& file_name,
                OutputSet& outputs, Diagnostics& diagnostics) {
    const auto& functions = std::get<OutputFunctions<Input>>(exporter.functions);
    outputs.add(
        file_name, [&](Sink& sink) { functions.write(input, sink, diagnostics); },
        [&](const WrittenBytes& bytes) {
            if (functions.verify) functions.verify(input, bytes);
        });
}

// The same; false where the output failed, which is told.
template <typename Input>
bool add_or_tell(const Exporter& exporter, const Input& input, const std::string& file_name,
                 OutputSet& outputs, Diagnostics& diagnostics) {
    try {
        add_output(exporter, input, file_name, outputs, diagnostics);
        return true;
    } catch (const JobError& error) {
        diagnostics.add(error.diagnostic());
        return false;
    }
}

// One output alone; into memory where there is no folder. Throws JobError.
template <typename Input>
WrittenOutput write_output(const Exporter& exporter, const Input& input, const std::string& stem,
                           const std::optional<std::filesystem::path>& folder,
                           Diagnostics& diagnostics) {
    OutputSet outputs(folder, diagnostics);
    add_output(exporter, input, exporter.file_name(stem), outputs, diagnostics);
    return std::move(outputs.publish().front());
}

}  // namespace dutylist
