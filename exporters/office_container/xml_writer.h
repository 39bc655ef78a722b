#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace dutylist::office_container {

// Writes XML into a text, an element at a time; what is opened is closed, so it is well-formed by
// construction. Texts and values have to be clean (pipeline/text/text_gate.h) and are escaped here.
class XmlWriter {
public:
    // The text belongs to the caller and gets the XML declaration.
    explicit XmlWriter(std::string& text);
    XmlWriter(const XmlWriter&) = delete;
    XmlWriter& operator=(const XmlWriter&) = delete;

    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    void open(std::string_view name, Attributes attributes = {});
    // Only right behind open().
    void attribute(std::string_view name, std::string_view value);
    void close(std::string_view name);
    // <name …/>
    void empty(std::string_view name, Attributes attributes = {});
    void text(std::string_view text);

private:
    void end_tag();

    std::string& text_;
    bool in_tag_ = false;
};

// An element that is open as long as the value lives. `name` has to outlive it.
class OpenElement {
public:
    OpenElement(XmlWriter& xml, std::string_view name, XmlWriter::Attributes attributes = {})
        : xml_(xml), name_(name) {
        xml_.open(name_, attributes);
    }
    ~OpenElement() { xml_.close(name_); }
    OpenElement(const OpenElement&) = delete;
    OpenElement& operator=(const OpenElement&) = delete;

private:
    XmlWriter& xml_;
    std::string_view name_;
};

}  // namespace dutylist::office_container
