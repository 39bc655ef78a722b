#include "exporters/office_container/xml_writer.h"

#include "pipeline/xml/xml_document.h"

namespace dutylist::office_container {

XmlWriter::XmlWriter(std::string& text) : text_(text) {
    text_ += "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
}

void XmlWriter::end_tag() {
    if (in_tag_) text_ += '>';
    in_tag_ = false;
}

void XmlWriter::open(std::string_view name, Attributes attributes) {
    end_tag();
    text_ += '<';
    text_ += name;
    in_tag_ = true;
    for (const auto& [key, value] : attributes) attribute(key, value);
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
    text_ += ' ';
    text_ += name;
    text_ += "=\"";
    text_ += xml_escaped_attribute(value);
    text_ += '"';
}

void XmlWriter::close(std::string_view name) {
    if (in_tag_) {
        text_ += "/>";
        in_tag_ = false;
        return;
    }
    text_ += "</";
    text_ += name;
    text_ += '>';
}

void XmlWriter::empty(std::string_view name, Attributes attributes) {
    open(name, attributes);
    close(name);
}

void XmlWriter::text(std::string_view text) {
    end_tag();
    text_ += xml_escaped_text(text);
}

}  // namespace dutylist::office_container
