#include "importers/office_container/flat_xml.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "importers/detection/text_peek.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/xml/xml_stream.h"

namespace dutylist {

bool is_flat_open_document(const SourceBytes& source, std::string_view kind) {
    const std::string markup = peek_markup(source);
    const std::string_view tag = std::string_view(markup).substr(0, markup.find('>'));
    const std::size_t name_end = std::min(tag.find_first_of(" \t\r\n/"), tag.size());
    if (!tag.starts_with('<') || !tag.substr(0, name_end).ends_with("document")) return false;
    if (tag.find("urn:oasis:names:tc:opendocument:xmlns:office:") == tag.npos) return false;
    const std::string media_type = "application/vnd.oasis.opendocument.";
    const std::size_t type = tag.find(media_type);
    if (type != tag.npos) return tag.substr(type + media_type.size()).starts_with(kind);
    return kind == "spreadsheet";
}

void read_flat_xml(std::string_view bytes, const std::string& file, XmlHandler& handler) {
    XmlStream xml(
        [&](std::span<char> buffer) {
            const std::size_t size = std::min(buffer.size(), bytes.size());
            std::memcpy(buffer.data(), bytes.data(), size);
            bytes.remove_prefix(size);
            return size;
        },
        XmlStream::Encoding::declared);
    const auto fault = hand_on(xml, handler);
    if (!fault) return;
    std::vector<Argument> arguments;
    if (fault->detail != Argument()) arguments.push_back(fault->detail);
    throw JobError(fault->code, {file, {}, fault->position.line, fault->position.column},
                   std::move(arguments));
}

}  // namespace dutylist
