#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "importers/draft_building/text_builder.h"

namespace dutylist {

// A foreign XML file as its nodes in document order: an element, its attributes, what stands in it.
// So the order of two nodes is that of their numbers, and what stands in an element is one stretch
// of them. White space alone is a text where it is within a line; that of an indented file is not.
class XmlTree {
public:
    using Node = std::uint32_t;  // 0 is the document, above the root element
    enum class Kind : std::uint8_t { document, element, attribute, text };
    using Prefixes = std::vector<std::pair<std::string, std::string>>;  // prefix, URI

    // Names get these prefixes, whichever the file itself uses; a name of no such namespace stays
    // as written. Throws JobError xml_malformed, xml_doctype, xml_too_deep with the place.
    XmlTree(std::string_view text, const std::string& file_name, const Prefixes& prefixes);

    std::size_t size() const { return entries_.size(); }
    Kind kind(Node node) const { return entries_[node].kind; }
    Node parent(Node node) const { return entries_[node].parent; }  // of the document: itself
    Node end(Node node) const { return entries_[node].end; }        // after its content
    Node first_child(Node node) const;                              // end(node) if there is none
    // Of an element or attribute, with its prefix; "" for others.
    std::string_view name(Node node) const { return names_[entries_[node].name]; }
    // Of an attribute or a stretch of text; "" for others.
    std::string_view value(Node node) const;
    // Of an attribute, that of its element's name.
    SourcePosition place(Node node) const;

private:
    struct Entry {
        Kind kind;
        std::uint32_t name = 0;
        Node parent = 0;
        Node end = 0;
        std::uint32_t value_begin = 0;
        std::uint32_t value_size = 0;
        SourcePosition place;
    };
    class Builder;

    std::vector<Entry> entries_;
    std::vector<std::string> names_;
    std::string values_;
};

}  // namespace dutylist
