#include "tests/support/real_list.h"

#include "importers/text/text_importer.h"
#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/recognise.h"
#include "pipeline/templates/template_store.h"

namespace dutylist::test {

std::filesystem::path real_list_file() { return DUTYLIST_REAL_LIST; }

Reading read_list_text(std::string bytes, const std::string& name, const std::string& unit) {
    static const TemplateStore templates;
    static const ColumnSynonyms synonyms(templates);
    Reading reading;
    reading.bytes = bytes.size();
    ImportSettings settings;
    settings.templates = &templates;
    settings.account = &reading.account;
    Imported imported = read_text({name, std::move(bytes)}, settings, reading.diagnostics);
    RecognitionSettings recognition;
    recognition.synonyms = &synonyms;
    recognition.unit = unit;
    recognition.account = &reading.account;
    reading.document =
        recognise(std::get<Draft>(std::move(imported)), recognition, reading.diagnostics);
    return reading;
}

const Reading& real_list() {
    static const Reading reading = read_list_text(read_source(real_list_file()).bytes);
    return reading;
}

}  // namespace dutylist::test
