#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/spreadsheet/cell_format.h"
#include "pipeline/xml/xml_document.h"

namespace dutylist {
class Looks;
}

// Values of a workbook template's elements. Each throws JobError at the place of a mistake.

namespace dutylist::template_values {

XmlElement required_child(const XmlElement& parent, std::string_view name);
// "" where there is none.
std::string text_of(const XmlElement& element, std::string_view attribute);
// `fallback` where there is none.
double number_within(const XmlElement& element, std::string_view attribute, double fallback,
                     double least, double most);
// no_color where there is none.
spreadsheet::Color color_of(const XmlElement& element, std::string_view attribute,
                            const Looks& looks);
// `count` widths of columns in pixels, a blank between them.
std::vector<std::uint32_t> widths_of(const XmlElement& element, std::string_view attribute,
                                     std::size_t count);
// The attribute "align".
spreadsheet::Horizontal align_of(const XmlElement& element, spreadsheet::Horizontal fallback);
// The texts of all children, which have this name and are not empty.
std::vector<std::string> texts_of(const XmlElement& element, std::string_view child_name);

}  // namespace dutylist::template_values
