#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/xml/xml_attributes.h"

namespace dutylist {

// The marks that Word draws in a formula (ECMA-376 part 1, 22.1) beside the letters of its runs:
// the bar of a fraction, brackets, the sign of a root or a sum. Follows the elements of the
// namespace of formulas.
class Formula {
public:
    // What is drawn before the element's content; "" for nothing.
    std::string start(std::string_view element, const XmlAttributes& attributes);
    // What is drawn behind it.
    std::string end(std::string_view element);

    // A text of the formula that was read.
    void add_text(std::string_view text);
    // At the end of a formula: what it was read as; "" where it is mere text.
    std::string take_reading();

private:
    struct Brackets {
        std::string opening = "(";
        std::string closing = ")";
        std::string separator = "|";
        std::size_t parts = 0;
        std::size_t depth = 0;  // of the element that has them
    };
    std::size_t depth_ = 0;
    bool has_layout_ = false;
    std::string sum_;  // the sign of a sum whose properties are being read
    std::vector<Brackets> brackets_;
    std::string reading_;
};

}  // namespace dutylist
