#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/diagnostics/message.h"

namespace dutylist {

// Finds line and column of offsets that are mostly asked for in ascending order: it counts on from
// the last one, and back where that is nearer than the beginning of the line.
class XmlPlaces {
public:
    XmlPlaces(std::string_view text, std::string file_name)
        : text_(text), file_name_(std::move(file_name)) {}
    SourceLocation at(std::size_t offset);
    const std::string& file_name() const { return file_name_; }

private:
    std::string_view text_;
    std::string file_name_;
    std::size_t line_start_ = 0;
    std::size_t looked_at_ = 0;
    std::size_t characters_ = 0;  // from line_start_ to looked_at_
    std::uint32_t line_ = 1;
};

// Reads XML from its beginning to its end and keeps nothing: for documents too large for a tree.
// Strict as XmlDocument is: DOCTYPE, a second root, duplicate attributes, unbalanced tags and
// nesting beyond Limits::xml_depth are refused with line and column. White space is kept, comments
// and processing instructions are passed over. The text must have passed the text gate and must
// outlive the reader.
class XmlPull {
public:
    enum class Event : std::uint8_t { start, end, text, done };

    // Throws JobError xml_malformed, xml_doctype or xml_too_deep.
    XmlPull(std::string_view text, std::string file_name);

    Event next();

    // Of a start or end tag; without prefix. Valid until next().
    std::string_view name() const { return name_; }
    // Of a text event: references decoded. One stretch of character data may come in several
    // events.
    const std::string& text() const { return content_; }
    std::size_t offset() const { return event_offset_; }  // of the event's first byte
    SourceLocation place() { return places_.at(event_offset_); }
    SourceLocation place_of(std::size_t offset) { return places_.at(offset); }

    // Attributes of the start tag just read.
    std::string_view name_space() const;  // "" if none
    bool has(std::string_view attribute) const;
    std::string_view attribute(std::string_view name) const;  // "" if not there
    // Throw as the functions of XmlElement of the same names do.
    std::string_view required(std::string_view attribute);
    bool flag(std::string_view attribute, bool fallback);
    void allow_attributes(std::initializer_list<std::string_view> names);
    [[noreturn]] void fail_value(std::string_view attribute, Argument expected);
    [[noreturn]] void fail_element();  // xml_unknown_element

private:
    void read_markup();
    void read_start_tag();
    void read_end_tag();
    void read_text(std::size_t end);
    std::string_view prefix() const;

    std::string_view text_;
    XmlPlaces places_;
    std::size_t at_ = 0;
    std::size_t event_offset_ = 0;
    Event event_ = Event::done;
    bool empty_element_ = false;  // <a/>: its end is still to be told
    std::string_view qualified_name_;
    std::string_view name_;
    std::string content_;
    std::vector<std::pair<std::string_view, std::string>> attributes_;
    std::vector<std::string_view> open_;
    std::vector<std::pair<std::size_t, std::pair<std::string, std::string>>> name_spaces_;
};

}  // namespace dutylist
