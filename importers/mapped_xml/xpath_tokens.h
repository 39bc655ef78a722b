#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dutylist::xpath {

// A lexical unit of an expression (XPath 1.0, 3.7).
struct Token {
    // mark: one of ( ) [ ] . .. @ , and what has no meaning, which no rule of the grammar takes.
    // name: also * and p:*.
    enum class Kind : std::uint8_t { mark, operator_, name, function, axis, literal, number, end };
    Kind kind = Kind::end;
    std::string_view text;   // of a literal without its quotation marks
    std::size_t offset = 0;  // in bytes

    bool is(Kind wanted, std::string_view as) const { return kind == wanted && text == as; }
};

// The last is the end. The tokens look into the expression.
std::vector<Token> tokens_of(std::string_view expression);

}  // namespace dutylist::xpath
