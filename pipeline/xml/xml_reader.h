#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/diagnostics/message.h"
#include "pipeline/xml/xml_stream.h"

namespace dutylist {

// Reads the XML of one file as a stream and ends the job where it is at fault: for documents too
// large for a tree. The text must have passed the text gate and must outlive the reader.
class XmlReader {
public:
    enum class Event : std::uint8_t { start, end, text, done };

    XmlReader(std::string_view text, std::string file_name)
        : stream_(text), file_name_(std::move(file_name)) {}

    // Throws JobError xml_malformed, xml_doctype or xml_too_deep (see XmlStream) with the place.
    Event next();

    // As those of XmlStream, valid until next().
    std::string_view name() const { return stream_.name(); }
    std::string_view name_space() const { return stream_.name_space(); }
    std::string_view qualified_name() const { return stream_.qualified_name(); }
    std::span<const XmlAttribute> attribute_list() const { return stream_.attribute_list(); }
    // Of a prefix where the start tag just read stands; "" if it is not bound.
    std::string_view name_space_of(std::string_view prefix) const {
        return stream_.name_space_of(prefix);
    }
    std::string_view text() const { return stream_.text(); }
    XmlPosition position() const { return stream_.position(); }
    SourceLocation place() const { return place_of(position()); }
    SourceLocation place_of(XmlPosition position) const {
        return {file_name_, {}, position.line, position.column};
    }

    // Attributes of the start tag just read.
    bool has(std::string_view attribute) const;
    std::string_view attribute(std::string_view name) const;  // "" if not there
    // Throw as the functions of XmlElement of the same names do.
    std::string_view required(std::string_view attribute);
    bool flag(std::string_view attribute, bool fallback);
    void allow_attributes(std::initializer_list<std::string_view> names);
    [[noreturn]] void fail_value(std::string_view attribute, Argument expected);
    [[noreturn]] void fail_element();  // xml_unknown_element

private:
    XmlStream stream_;
    std::string file_name_;
};

// Throws as XmlReader::next() does, for what a parser of trees lets pass: a tree is made only of a
// text that the stream has read to its end.
void require_well_formed(std::string_view text, const std::string& file_name);

}  // namespace dutylist
