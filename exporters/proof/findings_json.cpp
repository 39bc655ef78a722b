#include "exporters/proof/findings_json.h"

#include "pipeline/check/told_findings.h"

namespace dutylist::proof {
namespace {

constexpr std::size_t excerpt_characters = 16;

void write(JsonWriter& json, const Document& document, const check::Finding& finding,
           Language language) {
    const SourceLocation place = check::locate(document, finding);
    json.begin_object(true);
    json.member("rule", id_of(finding.rule)).member("severity", to_string(finding.severity));
    json.member("file", place.file);
    if (!place.sheet.empty()) json.member("sheet", place.sheet);
    if (place.line != 0) json.member("line", place.line);
    if (place.column != 0) json.member("column", place.column);
    if (finding.place.list < document.lists.size()) {
        const DutyList& list = document.lists[finding.place.list];
        json.member("list", to_string(list.kind));
        if (finding.place.item < list.items.size())
            json.member("number", list.text(list.items[finding.place.item], CellRole::number));
        if (finding.place.cell < list.columns.size())
            json.member("cell", to_string(list.columns[finding.place.cell].role));
    }
    json.member("excerpt", check::excerpt_of(document, finding, excerpt_characters).marked());
    json.member("message", check::message_of(finding, language));
    json.key("suggestion");
    if (finding.suggestion) {
        json.value(*finding.suggestion);
    } else {
        json.null();
    }
    if (const std::size_t count = check::counted_by(finding)) {
        json.key("counted").begin_object(true);
        json.member("rule", id_of(check::subject_of(finding)));
        json.member("count", static_cast<std::uint64_t>(count)).end_object();
    }
    json.end_object();
}

}  // namespace

void write_findings(JsonWriter& json, std::span<const ProofedDocument> documents,
                    Language language) {
    json.begin_array();
    for (const ProofedDocument& proofed : documents) {
        for (const check::Finding& finding : check::told_findings(proofed.findings))
            write(json, proofed.document, finding, language);
    }
    json.end_array();
}

}  // namespace dutylist::proof
