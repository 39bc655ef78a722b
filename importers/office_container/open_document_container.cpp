#include "importers/office_container/open_document_container.h"

#include "importers/office_container/xml_part.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::string_view manifest = "META-INF/manifest.xml";

class ManifestHandler : public XmlHandler {
public:
    void start_element(std::string_view name, std::string_view,
                       const XmlAttributes& attributes) override {
        if (name == "file-entry" && attributes.value("full-path") == "/")
            type = attributes.value("media-type");
    }
    void end_element(std::string_view, std::string_view) override {}
    void characters(std::string_view) override {}

    std::string type;
};

}  // namespace

std::string open_document_type(OfficeContainer& container) {
    if (container.has("mimetype")) {
        std::string type = normalised_white_space(container.read("mimetype"));
        if (!type.empty()) return type;
    }
    if (!container.has(manifest)) return {};
    ManifestHandler handler;
    read_xml_part(container, manifest, handler);
    return handler.type;
}

bool is_open_document(const SourceBytes& source, std::string_view kind) {
    if (!is_zip(source.bytes)) return false;
    try {
        OfficeContainer container(source);
        return open_document_type(container).starts_with("application/vnd.oasis.opendocument." +
                                                         std::string(kind));
    } catch (const JobError&) {
        return false;
    }
}

void refuse_encrypted_open_document(OfficeContainer& container) {
    if (container.has(manifest) &&
        container.read(manifest).find("encryption-data") != std::string::npos) {
        throw JobError(Code::container_password, {}, {container.file_name()});
    }
}

}  // namespace dutylist
