#include "importers/draft_building/number_text.h"

#include <array>

#include "pipeline/text/chinese_number.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

std::optional<std::string> nth(std::u32string_view characters, int number) {
    if (number < 1 || static_cast<std::size_t>(number) > characters.size()) return {};
    return to_utf8(characters[static_cast<std::size_t>(number) - 1]);
}

// A character of a run of consecutive ones: ① is circled(1).
std::optional<std::string> consecutive(char32_t first, int number, int last) {
    if (number < 1 || number > last) return {};
    return to_utf8(first + static_cast<char32_t>(number - 1));
}

std::string roman(int number, bool upper) {
    static constexpr std::array<std::pair<int, std::string_view>, 13> steps{{{1000, "m"},
                                                                             {900, "cm"},
                                                                             {500, "d"},
                                                                             {400, "cd"},
                                                                             {100, "c"},
                                                                             {90, "xc"},
                                                                             {50, "l"},
                                                                             {40, "xl"},
                                                                             {10, "x"},
                                                                             {9, "ix"},
                                                                             {5, "v"},
                                                                             {4, "iv"},
                                                                             {1, "i"}}};
    std::string text;
    for (const auto& [value, letters] : steps) {
        for (; number >= value; number -= value) text += letters;
    }
    if (upper) {
        for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

// a … z, aa, bb: Word repeats the letter.
std::string letters(int number, char first) {
    const auto index = static_cast<std::size_t>(number - 1);
    return std::string(index / 26 + 1, static_cast<char>(first + static_cast<char>(index % 26)));
}

std::string full_width(int number) {
    std::string text;
    for (char digit : std::to_string(number)) {
        append_utf8(text, U'０' + static_cast<char32_t>(digit - '0'));
    }
    return text;
}

std::string formal(int number) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 13> pairs{
        {{"〇", "零"},
         {"一", "壹"},
         {"二", "贰"},
         {"三", "叁"},
         {"四", "肆"},
         {"五", "伍"},
         {"六", "陆"},
         {"七", "柒"},
         {"八", "捌"},
         {"九", "玖"},
         {"十", "拾"},
         {"百", "佰"},
         {"千", "仟"}}};
    std::string text;
    const std::string plain = chinese_number(number);
    for (std::size_t i = 0; i < plain.size();) {
        const Decoded d = decode_at(plain, i);
        std::string_view character = std::string_view(plain).substr(i, d.bytes);
        for (const auto& [from, to] : pairs) {
            if (character == from) character = to;
        }
        text += character;
        i += d.bytes;
    }
    return text;
}

}  // namespace

std::optional<std::string> number_text(int number, std::string_view format) {
    if (number < 0 || number > 9999) return {};
    if (format == "decimal" || format == "decimalHalfWidth") return std::to_string(number);
    if (format == "none") return std::string();
    if (format == "decimalZero") return (number < 10 ? "0" : "") + std::to_string(number);
    if (format == "decimalFullWidth" || format == "decimalFullWidth2") return full_width(number);
    if (format == "numberInDash") return "- " + std::to_string(number) + " -";
    if (format == "chineseCounting" || format == "chineseCountingThousand" ||
        format == "japaneseCounting" || format == "taiwaneseCounting" ||
        format == "taiwaneseCountingThousand") {
        return chinese_number(number);
    }
    if (format == "ideographDigital" || format == "japaneseDigitalTenThousand" ||
        format == "taiwaneseDigital") {
        return chinese_digits(number);
    }
    if (format == "chineseLegalSimplified") return formal(number);
    if (format == "ideographTraditional") return nth(U"甲乙丙丁戊己庚辛壬癸", number);
    if (format == "ideographZodiac") return nth(U"子丑寅卯辰巳午未申酉戌亥", number);
    if (format == "decimalEnclosedCircle" || format == "decimalEnclosedCircleChinese") {
        return consecutive(U'①', number, 20);
    }
    if (format == "decimalEnclosedParen") return consecutive(U'⑴', number, 20);
    if (format == "decimalEnclosedFullstop") return consecutive(U'⒈', number, 20);
    if (format == "ideographEnclosedCircle") return consecutive(U'㊀', number, 10);
    if (number < 1) return {};
    if (format == "upperRoman" || format == "lowerRoman") {
        return roman(number, format == "upperRoman");
    }
    if (format == "upperLetter") return letters(number, 'A');
    if (format == "lowerLetter") return letters(number, 'a');
    return {};
}

}  // namespace dutylist
