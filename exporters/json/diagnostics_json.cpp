#include "exporters/json/diagnostics_json.h"

namespace dutylist {

void write_diagnostics(JsonWriter& json, const Diagnostics& diagnostics, Language language) {
    json.begin_array();
    for (const Diagnostic& diagnostic : diagnostics.entries()) {
        json.begin_object(true);
        json.member("code", id_of(diagnostic.code))
            .member("severity", to_string(diagnostic.severity));
        const SourceLocation& place = diagnostic.place;
        if (!place.file.empty()) json.member("file", place.file);
        if (!place.sheet.empty()) json.member("sheet", place.sheet);
        if (place.line != 0) json.member("line", place.line);
        if (place.column != 0) json.member("column", place.column);
        json.member("message", diagnostic.message(language));
        if (!diagnostic.raw.empty()) json.member("raw", diagnostic.raw);
        json.end_object();
    }
    json.end_array();
}

}  // namespace dutylist
