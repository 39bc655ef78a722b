#include "importers/office_container/xml_part.h"

#include <string>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/xml/xml_stream.h"

namespace dutylist {
namespace {

[[noreturn]] void refuse(const OfficeContainer::Part& part, const std::string& file,
                         const XmlFault& fault) {
    // The part's own line and column, which are no row and column of a sheet.
    const SourceLocation inside{part.name(), {}, fault.position.line, fault.position.column};
    const SourceLocation place{file, to_string(inside), 0, 0};
    const Code code = fault.code == Code::xml_doctype    ? Code::office_doctype
                      : fault.code == Code::xml_too_deep ? Code::office_xml_too_deep
                                                         : Code::office_xml_malformed;
    throw JobError(code, place, {file, part.name(), fault.detail});
}

}  // namespace

std::optional<XmlFault> hand_on(XmlStream& xml, XmlHandler& handler) {
    for (;;) {
        switch (xml.next()) {
            case XmlStream::Event::start:
                handler.start_element(xml.name(), xml.name_space(), xml.attributes());
                break;
            case XmlStream::Event::end:
                handler.end_element(xml.name(), xml.name_space());
                break;
            case XmlStream::Event::text:
                handler.characters(xml.text());
                break;
            case XmlStream::Event::done:
                return {};
            case XmlStream::Event::fault:
                return xml.fault();
        }
    }
}

void read_xml_part(OfficeContainer& container, std::string_view name, XmlHandler& handler) {
    OfficeContainer::Part part = container.open(name);
    XmlStream xml([&](std::span<char> buffer) { return part.read(buffer); },
                  XmlStream::Encoding::declared);
    if (const auto fault = hand_on(xml, handler)) refuse(part, container.file_name(), *fault);
}

std::optional<RootElement> read_root_element(OfficeContainer& container, std::string_view name) {
    try {
        OfficeContainer::Part part = container.open(name);
        XmlStream xml([&](std::span<char> buffer) { return part.read(buffer); },
                      XmlStream::Encoding::declared);
        XmlStream::Event event = xml.next();
        while (event == XmlStream::Event::text) event = xml.next();
        if (event != XmlStream::Event::start) return {};
        return RootElement{std::string(xml.name()), std::string(xml.name_space())};
    } catch (const JobError&) {
        return {};
    }
}

}  // namespace dutylist
