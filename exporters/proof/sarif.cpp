#include "exporters/proof/sarif.h"

#include <map>

#include "pipeline/check/rule.h"
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

// RFC 3986: what may not stand in a path as it is. A path from the root needs its scheme.
std::string uri_of(std::string_view path) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string uri = path.starts_with('/') ? "file://" : "";
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
    json.key("artifactLocation").begin_object(true).member("uri", uri_of(place.file)).end_object();
    if (place.line != 0 && place.sheet.empty()) {
        json.key("region").begin_object(true).member("startLine", place.line);
        if (place.column != 0) {
            const check::Excerpt excerpt = check::excerpt_of(document, finding, 0);
            const auto length = static_cast<std::uint32_t>(count_characters(excerpt.spot));
            json.member("startColumn", place.column);
            const Cell* cell = check::cell_of(document, finding.place);
            // A spot that goes over several lines has no end column on the first.
            if (cell && cell->view(finding.span).find('\n') == std::string_view::npos)
                json.member("endColumn", place.column + length);
        }
        json.end_object();
    }
    json.end_object();
    const std::string words = item_words(document, finding, language);
    const std::string name = place.sheet.empty() ? words : to_string(place) + " " + words;
    if (!name.empty()) {
        json.key("logicalLocations").begin_array().begin_object(true);
        json.member("fullyQualifiedName", name).end_object().end_array();
    }
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
        for (const check::Finding& finding : proofed.findings) {
            json.begin_object();
            json.member("ruleId", id_of(finding.rule)).member("ruleIndex", indices[finding.rule]);
            json.member("level", level_of(finding.severity));
            write_text(json, "message", check::message_of(finding, language));
            write_location(json, proofed.document, finding, language);
            json.end_object();
        }
    }
    json.end_array().end_object().end_array().end_object();
    return json.finish();
}

}  // namespace dutylist::proof
