#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/diagnostics/source_location.h"

namespace dutylist {

class XmlElement;

// A parsed XML file as a tree, for small ones; the only place of the pipeline that knows pugixml.
// Its text is read by XmlStream first, which refuses what is not well-formed or beyond the limits.
// White space is kept.
class XmlDocument {
public:
    // `text` must be UTF-8 that passed the text gate. Throws JobError xml_malformed, xml_doctype or
    // xml_too_deep with the line and column.
    XmlDocument(std::string text, std::string file_name);
    ~XmlDocument();
    XmlDocument(XmlDocument&&) noexcept;
    XmlDocument& operator=(XmlDocument&&) noexcept;

    XmlElement root() const;
    const std::string& file_name() const;

private:
    friend class XmlElement;
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

// An element, or nothing (false) where none was found. Valid while its document lives.
class XmlElement {
public:
    XmlElement() = default;
    explicit operator bool() const { return node_ != nullptr; }

    std::string_view name() const;        // without prefix
    std::string_view name_space() const;  // resolved URI, "" if none
    bool has(std::string_view attribute) const;
    std::string_view attribute(std::string_view name, std::string_view fallback = {}) const;
    std::vector<std::pair<std::string_view, std::string_view>> attributes() const;

    XmlElement child(std::string_view name) const;  // the first, or nothing
    std::vector<XmlElement> children() const;       // elements only
    std::vector<XmlElement> children(std::string_view name) const;
    // All character data below this element, in order, as it stands.
    std::string text() const;
    // Mixed content in order: text pieces have no element.
    struct Piece;
    std::vector<Piece> pieces() const;

    SourceLocation place() const;  // line and column of the start tag

    // The attribute, or a JobError xml_missing / xml_bad_value at this element's place.
    std::string_view required(std::string_view attribute) const;
    double number(std::string_view attribute, double fallback) const;
    double required_number(std::string_view attribute) const;
    bool flag(std::string_view attribute, bool fallback) const;  // true|false|yes|no|1|0
    // Throws xml_unknown_attribute / xml_unknown_element for anything not named: a misspelt setting
    // must not be ignored.
    void allow_attributes(std::initializer_list<std::string_view> names) const;
    void allow_children(std::initializer_list<std::string_view> names) const;
    [[noreturn]] void fail_value(std::string_view attribute, Argument expected) const;

private:
    friend class XmlDocument;
    XmlElement(const XmlDocument::Implementation* document, const void* node)
        : document_(document), node_(node) {}
    const XmlDocument::Implementation* document_ = nullptr;
    const void* node_ = nullptr;
};

struct XmlElement::Piece {
    XmlElement element;     // or nothing
    std::string_view text;  // of a text piece
};

// Escaping for those who write XML. The text must be clean (is_clean_text).
std::string xml_escaped_text(std::string_view text);
std::string xml_escaped_attribute(std::string_view text);

}  // namespace dutylist
