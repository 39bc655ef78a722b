#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/io/bounded_reader.h"
#include "pipeline/model/document.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

class TemplateStore;

// What the user says about an input.
struct ImportSettings {
    std::optional<std::string> encoding;  // --encoding
    std::optional<std::string> mapping;   // --mapping: a mapping file for foreign XML
    const TemplateStore* templates = nullptr;
    ByteAccount* account = nullptr;  // filled by importers that can add up every byte
};

// A format whose grammar is that of the model gives a document; any other gives a draft.
using Imported = std::variant<Draft, Document>;

// How sure an importer is that bytes are its own. The strongest wins; equals: the earlier row.
enum class Confidence : std::uint8_t { no, fallback, likely, certain };

// One row of the registry; see importers/README.md.
struct Importer {
    std::string_view name;     // "text", as --from takes it
    std::string_view chinese;  // 文本
    std::string_view english;
    std::string_view extensions;  // ".txt", only for people: content decides
    Confidence (*recognise)(const SourceBytes& source);
    // Throws JobError for what ends the job; tells everything else in diagnostics.
    Imported (*read)(SourceBytes source, const ImportSettings& settings, Diagnostics& diagnostics);
    // false: knows what the bytes are and only says what to do with them; not for choosing.
    bool reads = true;
};

}  // namespace dutylist
