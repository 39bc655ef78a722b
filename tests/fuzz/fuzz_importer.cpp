#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "pipeline/diagnostics/job_error.h"
#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/recognise.h"
#include "pipeline/registry.h"
#include "pipeline/templates/template_store.h"

// A libFuzzer target for the importer DUTYLIST_FUZZED: any bytes give a document or a JobError, and
// nothing else. What the importer makes of them also goes through recognition and analysis.

using namespace dutylist;

namespace {

const Importer& fuzzed_importer() {
    const auto table = importer_table();
    return *std::find_if(table.begin(), table.end(),
                         [](const Importer& importer) { return importer.name == DUTYLIST_FUZZED; });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Importer& importer = fuzzed_importer();
    static const TemplateStore templates;
    static const ColumnSynonyms synonyms(templates);
    if (size == 0) return 0;  // read_source never gives nothing
    Diagnostics diagnostics;
    try {
        SourceBytes source{"fuzzed", std::string(reinterpret_cast<const char*>(data), size)};
        importer.recognise(source);
        ImportSettings settings;
        settings.templates = &templates;
        Imported imported = importer.read(std::move(source), settings, diagnostics);
        if (Draft* draft = std::get_if<Draft>(&imported)) {
            RecognitionSettings recognition;
            recognition.synonyms = &synonyms;
            recognise(std::move(*draft), recognition, diagnostics);
        }
    } catch (const JobError&) {
    }
    return 0;
}
