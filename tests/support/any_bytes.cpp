#include "tests/support/any_bytes.h"

#include <algorithm>
#include <utility>

#include "pipeline/diagnostics/job_error.h"
#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/recognise.h"
#include "pipeline/templates/template_store.h"

namespace dutylist::test {

const Importer& importer_named(std::string_view name) {
    const auto table = importer_table();
    return *std::find_if(table.begin(), table.end(),
                         [&](const Importer& importer) { return importer.name == name; });
}

void read_any_bytes(const Importer& importer, std::string bytes) {
    static const TemplateStore templates;
    static const ColumnSynonyms synonyms(templates);
    if (bytes.empty()) return;  // read_source never gives nothing
    Diagnostics diagnostics;
    try {
        SourceBytes source{"any", std::move(bytes)};
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
}

}  // namespace dutylist::test
