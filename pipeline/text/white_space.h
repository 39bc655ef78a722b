#pragma once

#include <string>
#include <string_view>

namespace dutylist {

// The text without any white space: the form in which texts are compared.
std::string without_white_space(std::string_view text);

// White space at both ends taken off.
std::string_view trimmed(std::string_view text);

// Every run of white space that holds a line feed becomes '\n', every other run ' ', none at the
// ends: the form of Cell::text.
std::string normalised_white_space(std::string_view text);

// Columns of a terminal that the text takes.
int display_width(std::string_view text);

}  // namespace dutylist
