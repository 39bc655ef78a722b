#include "pipeline/xml/xml_reader.h"

#include <algorithm>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/xml/start_tag.h"

namespace dutylist {

XmlReader::Event XmlReader::next() {
    switch (stream_.next()) {
        case XmlStream::Event::start:
            return Event::start;
        case XmlStream::Event::end:
            return Event::end;
        case XmlStream::Event::text:
            return Event::text;
        case XmlStream::Event::done:
            return Event::done;
        case XmlStream::Event::fault:
            break;
    }
    const XmlFault& fault = stream_.fault();
    std::vector<Argument> arguments;
    if (fault.detail != Argument()) arguments.push_back(fault.detail);
    throw JobError(fault.code, place_of(fault.position), std::move(arguments));
}

bool XmlReader::has(std::string_view attribute) const {
    const auto list = stream_.attribute_list();
    return std::any_of(list.begin(), list.end(),
                       [&](const XmlAttribute& entry) { return entry.name == attribute; });
}

std::string_view XmlReader::attribute(std::string_view name) const {
    for (const auto& [found, value] : stream_.attribute_list()) {
        if (found == name) return value;
    }
    return {};
}

std::string_view XmlReader::required(std::string_view name) { return required_of(*this, name); }

bool XmlReader::flag(std::string_view name, bool fallback) {
    return flag_of(*this, name, fallback);
}

void XmlReader::allow_attributes(std::initializer_list<std::string_view> names) {
    allow_attributes_of(*this, stream_.attribute_list(), names);
}

void XmlReader::fail_value(std::string_view name, Argument expected) {
    fail_value_of(*this, name, std::move(expected));
}

void XmlReader::fail_element() {
    throw JobError(Code::xml_unknown_element, place(), {std::string(name())});
}

void require_well_formed(std::string_view text, const std::string& file_name) {
    XmlReader reader(text, file_name);
    while (reader.next() != XmlReader::Event::done) {
    }
}

}  // namespace dutylist
