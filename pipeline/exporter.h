#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/diagnostics/diagnostic.h"
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
    std::optional<Part> part;           // else the whole document; see Exporter::writes_parts
};

// One file that can be written. Several rows may share a target ("statistics" writes four files).
struct Exporter {
    std::string_view target;   // as --to takes it: "xlsx"
    std::string_view suffix;   // ".xlsx", ".statistics.json"
    std::string_view chinese;  // 工作簿
    std::string_view english;
    bool by_default;  // written when --to is not given
    // Writes the whole file at `temporary`, which lies in the target's folder; its own temporary
    // files go into the same folder. Throws JobError. Input trouble goes into diagnostics.
    void (*write)(const ExportInput& input, const std::filesystem::path& temporary,
                  Diagnostics& diagnostics);
    // Reads the file back and throws JobError output_not_verified if it is not whole.
    void (*verify)(const ExportInput& input, const std::filesystem::path& temporary);
    // Follows ExportInput::part (--only, --per).
    bool writes_parts = false;
};

}  // namespace dutylist
