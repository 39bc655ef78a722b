#pragma once

#include <string>
#include <string_view>

namespace dutylist {

// What an EQ field draws (ECMA-376 part 1, 17.16.5.22), as far as text can say it. 带圈字符,
// 拼音指南, 合并字符 and overstrikes of Word and WPS are EQ fields.
struct EquationText {
    std::string text;
    bool exact = true;  // false: the drawing has more to it than the text
};

// `code`: what follows EQ. An enclosed character is read as that of Unicode, a character with its
// reading above it as the character.
EquationText read_equation(std::string_view code);

}  // namespace dutylist
