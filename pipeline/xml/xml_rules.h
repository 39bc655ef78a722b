#pragma once

#include <initializer_list>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/xml/xml_document.h"

namespace dutylist {

// What readers of templates ask of an element beyond XmlElement's own checks, so that they refuse
// what their schemas refuse. Each throws JobError at the element's place: xml_unknown_element,
// xml_missing or xml_bad_value.

void require_root(const XmlElement& root, std::string_view name, std::string_view name_space);

// Nothing but these children, no text between them, and no attributes.
void require_content(const XmlElement& element, std::initializer_list<std::string_view> children);
// The same, and each child once at most.
void require_content_once(const XmlElement& element,
                          std::initializer_list<std::string_view> children);

// The text of an element without children and attributes; it must not be blank.
std::string required_text(const XmlElement& element);

// The attribute as one of the allowed words.
std::string_view required_word(const XmlElement& element, std::string_view attribute,
                               std::span<const std::string_view> allowed);
// A number of at most seven digits and nothing else.
std::size_t count_attribute(const XmlElement& element, std::string_view attribute,
                            std::size_t fallback);
// A width: more than zero, digits and at most one point.
double width_attribute(const XmlElement& element, std::string_view attribute, double fallback);

// Words that stand once each.
class OnceEach {
public:
    // Throws xml_bad_value where the word came before.
    void take(const XmlElement& element, std::string_view attribute, std::string word);
    bool has(std::string_view word) const { return seen_.find(word) != seen_.end(); }
    // Throws xml_missing for the first word that did not come.
    void require(const XmlElement& parent, std::span<const std::string_view> words) const;

private:
    std::set<std::string, std::less<>> seen_;
};

}  // namespace dutylist
