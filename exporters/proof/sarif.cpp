#include "exporters/proof/sarif.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "pipeline/check/rule.h"
#include "pipeline/check/told_findings.h"
#include "pipeline/text/json_writer.h"
#include "pipeline/text/utf8.h"
#include "pipeline/version.h"

namespace dutylist::proof {
namespace {

std::string_view level_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::info:
            break;
    }
    return "note";
}

// RFC 3986: what may not stand in a path as it is.
std::string uri_of(std::string_view path) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string uri;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') ||
                           std::string_view("/-._~").find(c) != std::string_view::npos;
        if (plain) {
            uri += c;
        } else {
            uri += '%';
            uri += digits[byte >> 4];
            uri += digits[byte & 15];
        }
    }
    return uri;
}

// A path as the user gave it leads from the folder of the work; of one from the root only the
// file's name is told, so that the same list gives the same bytes wherever it lies.
void write_artifact(JsonWriter& json, const std::string& file) {
    const std::filesystem::path path(file);
    json.key("artifactLocation").begin_object(true);
    json.member("uri", uri_of(path.is_absolute() ? path.filename().string() : file));
    json.end_object();
}

// Nothing is told of a place in a worksheet, which SARIF would read as a line of text.
bool write_region(JsonWriter& json, std::string_view key, const Document& document,
                  const check::Finding& finding) {
    const SourceLocation place = check::locate(document, finding);
    if (place.line == 0 || !place.sheet.empty()) return false;
    json.key(key).begin_object(true).member("startLine", place.line);
    if (place.column != 0) {
        const Cell* cell = check::cell_of(document, finding.place);
        const std::string_view spot = cell ? cell->view(finding.span) : finding.spot;
        json.member("startColumn", place.column);
        // A spot that goes over several lines has no end column on the first.
        if (spot.find('\n') == std::string_view::npos) {
            const auto length = static_cast<std::uint32_t>(count_characters(spot));
            json.member("endColumn", place.column + length);
        }
    }
    json.end_object();
    return true;
}

// Whether the characters of the spot stand one by one in the source, so that they can be replaced
// there: in text, without markup or a restored label between them.
bool stands_in_source(const Document& document, const check::Finding& finding) {
    const Cell* cell = check::cell_of(document, finding.place);
    if (!cell || cell->source.empty()) return false;
    const TextSpan span = finding.span;
    const bool plain_text = cell->source.locate(cell->text, span.begin).sheet.empty() &&
                            cell->view(span).find('\n') == std::string_view::npos;
    const auto marks = cell->source.marks();
    return plain_text && std::none_of(marks.begin(), marks.end(), [&](const SourceMark& mark) {
               return mark.offset > span.begin && mark.offset < span.end;
           });
}

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
    json.key(key).begin_object(true).member("text", text).end_object();
}

void write_rules(JsonWriter& json, Language language) {
    json.key("rules").begin_array();
    for (const check::Rule& rule : check::rule_table()) {
        json.begin_object();
        json.member("id", id_of(rule.code));
        write_text(json, "shortDescription",
                   language == Language::chinese ? rule.chinese : rule.english);
        write_text(
            json, "help",
            std::string(rule.wrong) + (rule.right.empty() ? "" : " → ") + std::string(rule.right));
        json.key("defaultConfiguration").begin_object(true);
        json.member("level", level_of(default_severity(rule.code))).end_object();
        json.key("properties").begin_object(true);
        json.member("theme", check::name_of(rule.theme, language));
        json.member("basis", check::name_of(rule.basis, language));
        if (!rule.clause.empty()) json.member("clause", rule.clause);
        json.end_object().end_object();
    }
    json.end_array();
}

void write_location(JsonWriter& json, const Document& document, const check::Finding& finding,
                    Language language) {
    const SourceLocation place = check::locate(document, finding);
    json.key("locations").begin_array().begin_object();
    json.key("physicalLocation").begin_object();
    write_artifact(json, place.file);
    write_region(json, "region", document, finding);
    json.end_object();
    const std::string item = item_words(document, finding, language);
    const std::string name =
        place.sheet.empty()
            ? item
            : to_string(SourceLocation{{}, place.sheet, place.line, place.column}) + " " + item;
    if (!name.empty()) {
        json.key("logicalLocations").begin_array().begin_object(true);
        json.member("fullyQualifiedName", name).end_object().end_array();
    }
    json.end_object().end_array();
}

// What --fix would write in the place of the spot.
void write_fix(JsonWriter& json, const Document& document, const check::Finding& finding,
               Language language) {
    if (!finding.mechanical || !finding.suggestion || !stands_in_source(document, finding)) return;
    json.key("fixes").begin_array().begin_object();
    write_text(json, "description", check::message_of(finding, language));
    json.key("artifactChanges").begin_array().begin_object();
    write_artifact(json, check::locate(document, finding).file);
    json.key("replacements").begin_array().begin_object();
    write_region(json, "deletedRegion", document, finding);
    write_text(json, "insertedContent", *finding.suggestion);
    json.end_object().end_array().end_object().end_array();
    json.end_object().end_array();
}

}  // namespace

std::string make_sarif(std::span<const ProofedDocument> documents, Language language) {
    JsonWriter json;
    json.begin_object();
    json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.member("version", "2.1.0");
    json.key("runs").begin_array().begin_object();
    json.key("tool").begin_object().key("driver").begin_object();
    json.member("name", "dutylist").member("version", version);
    json.member("language", language == Language::chinese ? "zh-CN" : "en-US");
    write_rules(json, language);
    json.end_object().end_object();
    json.member("columnKind", "unicodeCodePoints");
    std::map<Code, int> indices;
    int row = 0;
    for (const check::Rule& rule : check::rule_table()) indices[rule.code] = row++;
    json.key("results").begin_array();
    for (const ProofedDocument& proofed : documents) {
        for (const check::Finding& finding : check::told_findings(proofed.findings)) {
            json.begin_object();
            const Code code = check::subject_of(finding);
            json.member("ruleId", id_of(code)).member("ruleIndex", indices[code]);
            json.member("level", level_of(finding.severity));
            write_text(json, "message", check::message_of(finding, language));
            if (const std::size_t count = check::counted_by(finding))
                json.member("occurrenceCount", static_cast<std::uint64_t>(count));
            write_location(json, proofed.document, finding, language);
            write_fix(json, proofed.document, finding, language);
            json.end_object();
        }
    }
    json.end_array().end_object().end_array().end_object();
    return json.finish();
}

}  // namespace dutylist::proof
