#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/xml/xml_document.h"

namespace dutylist {

class TemplateStore;

// The colours and fonts that the outputs of a template share: looks.xml and fonts.xml. Other files
// of the template name them in braces, so that changing one changes every output. Colours are
// 0xRRGGBB. Every function throws JobError with the element's place, and what is allowed, for a
// value that is neither.
class Looks {
public:
    // Throws JobError for anything wrong in the two files. Colours that looks.xml leaves out are
    // official's.
    explicit Looks(const TemplateStore& templates);

    // "RRGGBB" or "{name}".
    std::uint32_t color(const XmlElement& element, std::string_view attribute) const;
    // Several, a blank between them.
    std::vector<std::uint32_t> colors(const XmlElement& element, std::string_view attribute) const;
    // A family, or "{role}": the role's first wish.
    std::string font(const XmlElement& element, std::string_view attribute) const;
    // The element's text, a style sheet, with @{name} replaced by the colour and @{role} by the
    // families of the role.
    std::string style_sheet(const XmlElement& element) const;

private:
    std::uint32_t color(const XmlElement& element, std::string_view attribute,
                        std::string_view text) const;

    std::map<std::string, std::uint32_t, std::less<>> colors_;
    std::map<std::string, std::string, std::less<>> families_;  // the first of each role
    std::map<std::string, std::string, std::less<>> web_families_;
};

// #rrggbb, as web pages have it.
std::string web_color(std::uint32_t color);

}  // namespace dutylist
