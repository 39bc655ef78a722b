#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "importers/mapped_xml/xml_tree.h"

namespace dutylist::xpath {

// In document order, each once.
using Nodes = std::vector<XmlTree::Node>;
// The four types of XPath 1.0.
using Value = std::variant<Nodes, std::string, double, bool>;

// number() and string() of XPath 1.0, 4.2 and 4.4.
double number_of(std::string_view text);  // NaN where it is none
std::string text_of(double number);
// Whole numbers, halves upwards; what is none stays as it is.
double rounded(double number);

// The functions on strings of 4.2. Positions count characters from 1.
std::string substring(std::string_view text, double first, double length);
std::string translated(std::string_view text, std::string_view from, std::string_view to);
std::string with_single_blanks(std::string_view text);

}  // namespace dutylist::xpath
