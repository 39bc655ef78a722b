#include "importers/mapped_xml/mapped_xml_importer.h"

#include <algorithm>

#include "importers/detection/text_peek.h"
#include "importers/detection/xml_declaration.h"
#include "importers/mapped_xml/mapped_reader.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/text_gate.h"

namespace dutylist {
namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

// The start tag of the root element in lower case, without '<'.
std::string root_tag(const SourceBytes& source) {
    std::string markup = peek_markup(source);
    // Refused later, and named then as what it is.
    if (markup.starts_with("<!doctype")) {
        std::size_t root = markup.find('<', 1);
        while (root < markup.size() - 1 && (markup[root + 1] < 'a' || markup[root + 1] > 'z')) {
            root = markup.find('<', root + 1);
        }
        markup.erase(0, std::min(root, markup.size()));
    }
    if (markup.size() < 2 || markup[0] != '<') return {};
    return markup.substr(1, markup.find('>') - 1);
}

const Mapping* find_shipped(const SourceBytes& source) {
    const std::string tag = root_tag(source);
    const std::string qualified = tag.substr(0, tag.find_first_of(" \t\r\n/"));
    const std::size_t colon = qualified.find(':');
    const std::string name = colon == std::string::npos ? qualified : qualified.substr(colon + 1);
    for (const Mapping& mapping : shipped_mappings()) {
        if (name == lower(mapping.root) &&
            tag.find(lower(mapping.root_name_space)) != std::string::npos) {
            return &mapping;
        }
    }
    return nullptr;
}

}  // namespace

Confidence recognise_mapped_xml(const SourceBytes& source) {
    if (find_shipped(source) != nullptr) return Confidence::certain;
    const std::string start = peek_text(source, 256);
    const std::string tag = root_tag(source);
    const bool element = !tag.empty() && tag[0] >= 'a' && tag[0] <= 'z';
    return start.starts_with("<?xml") || element ? Confidence::fallback : Confidence::no;
}

Imported read_mapped_xml(SourceBytes source, const ImportSettings& settings,
                         Diagnostics& diagnostics) {
    std::optional<Mapping> given;
    const Mapping* mapping = nullptr;
    if (settings.mapping) {
        SourceBytes file = read_source(*settings.mapping, default_limits.settings_bytes);
        GatedText text = pass_text_gate(std::move(file.bytes), file.name, diagnostics);
        given = read_mapping(XmlDocument(std::move(text.text), file.name));
        mapping = &*given;
    } else {
        mapping = find_shipped(source);
    }
    if (mapping == nullptr) throw JobError(Code::mapping_needed, {}, {source.name});

    std::optional<std::string> encoding = settings.encoding;
    std::optional<std::string> declared;
    if (const auto found = declared_xml_encoding(source.bytes)) declared = std::string(*found);
    GatedText gated =
        pass_text_gate(std::move(source.bytes), source.name, diagnostics,
                       encoding ? std::optional<std::string_view>(*encoding) : std::nullopt,
                       declared ? std::optional<std::string_view>(*declared) : std::nullopt);
    const XPathDocument document(gated.text, source.name, mapping->name_spaces);
    return read_mapped(document, source.name, *mapping, diagnostics);
}

}  // namespace dutylist
