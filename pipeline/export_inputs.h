#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

#include "pipeline/check/fix.h"
#include "pipeline/check/proofread.h"
#include "pipeline/compare/compare.h"
#include "pipeline/exporter.h"
#include "pipeline/report/report.h"

namespace dutylist {

// What outputs of the subjects other than a document are made from. Everything is the caller's and
// is not changed.

struct ComparisonInput {
    const Document& before;
    const Document& after;
    const Comparison& comparison;
    const ReportTemplate& labels;
    const TemplateStore& templates;
    const Diagnostics& diagnostics;  // of reading and comparing
    Language language;               // of the diagnostics
};

// A monthly report or a department view.
struct ReportInput {
    const Report& report;
    const ReportTemplate& labels;
    const TemplateStore& templates;
    std::filesystem::path font_folder;  // --font-dir, or empty
};

struct FindingsInput {
    std::span<const check::ProofedDocument> documents;  // one at least
    const TemplateStore& templates;
    const Diagnostics& diagnostics;  // of reading
    Language language;               // of messages; that of the proof sheet is in its template
    std::filesystem::path font_folder;
};

struct CorrectionInput {
    const Document& before;
    const check::Fixed& fixed;
};

struct ArchivedInput {
    std::string_view xml;  // as the archive has it, byte for byte
};

// An empty list to fill in.
struct FormInput {
    std::span<const ListKind> kinds;  // a sheet each
    bool of_department = false;       // of a department's own list
    const Office& office;             // its departments and categories are offered
    const TemplateStore& templates;
    std::string stem;        // of the output's name, without folder
    std::int64_t timestamp;  // seconds since 1970
};

}  // namespace dutylist
