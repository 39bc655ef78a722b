#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pipeline/xml/xml_document.h"

namespace dutylist {

class TemplateStore;

// An element of a template's file with the same element of the built-in official template behind
// it, which says what the file leaves out. So a file that was written for an older version stays a
// whole one, and no setting needs a value in code. Valid while its TemplateFile lives.
class TemplateElement {
public:
    // One of the two may be nothing.
    TemplateElement(XmlElement own, XmlElement official)
        : own_(own ? own : official), official_(official ? official : own) {}

    // The file's element, or official's where the file has none: for its place and its own checks.
    const XmlElement& own() const { return own_; }
    const XmlElement& official() const { return official_; }
    // Of the two, the one that says the attribute; the file's own where both do or neither does.
    const XmlElement& with(std::string_view attribute) const {
        return own_.has(attribute) || !official_.has(attribute) ? own_ : official_;
    }
    // Throws JobError xml_missing where neither has such a child.
    TemplateElement child(std::string_view name) const;
    // The file's children of this name, or official's where the file has none.
    std::vector<XmlElement> children(std::string_view name) const;

private:
    XmlElement own_;
    XmlElement official_;
};

// A file of a template and, where that is another, the official template's file of the same name.
class TemplateFile {
public:
    // Throws as TemplateStore::xml does.
    TemplateFile(const TemplateStore& templates, std::string_view file);

    TemplateElement root() const {
        return {own_.root(), official_ ? official_->root() : own_.root()};
    }

private:
    XmlDocument own_;
    std::optional<XmlDocument> official_;  // none: it is own_
};

}  // namespace dutylist
