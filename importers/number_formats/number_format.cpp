#include "importers/number_formats/number_format.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "importers/number_formats/date_text.h"
#include "importers/number_formats/decimal_text.h"
#include "pipeline/text/decimal.h"

namespace dutylist {
namespace {

using Kind = FormatToken::Kind;

std::optional<double> parse(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return {};
    return value;
}

bool fits(const FormatSection& section, double value) {
    const std::string& condition = section.condition;
    if (condition == "<") return value < section.limit;
    if (condition == "<=") return value <= section.limit;
    if (condition == ">") return value > section.limit;
    if (condition == ">=") return value >= section.limit;
    if (condition == "=") return value == section.limit;
    if (condition == "<>") return value != section.limit;
    return true;
}

}  // namespace

std::string show_number(std::string_view number) {
    bool digits_only = !number.empty();
    for (char c : number) digits_only = digits_only && c >= '0' && c <= '9';
    if (digits_only) return std::string(number);
    const std::optional<double> value = parse(number);
    if (!value) return std::string(number);
    const bool whole = *value == std::floor(*value) && std::fabs(*value) < 1e15;
    return whole ? fixed_point(*value, 0) : significant_digits(*value, 15);
}

// The section that a number is shown in; `negative_shown`: the section stands for the sign.
const FormatSection* NumberFormat::section_of(double value, bool& negative_shown) const {
    std::size_t count = std::min<std::size_t>(sections_.size(), 3);
    // A last section that shows texts is not for numbers.
    if (count > 1 && sections_[count - 1].has(Kind::text)) --count;
    negative_shown = false;
    const bool conditional =
        std::any_of(sections_.begin(), sections_.begin() + static_cast<std::ptrdiff_t>(count),
                    [](const FormatSection& section) { return !section.condition.empty(); });
    if (conditional) {
        for (std::size_t i = 0; i < count; ++i) {
            const bool last = i + 1 == count;
            if (fits(sections_[i], value) && (!sections_[i].condition.empty() || last || i == 1))
                return &sections_[i];
        }
        return nullptr;
    }
    if (count == 1 || value > 0 || (value == 0 && count == 2)) return &sections_[0];
    if (value < 0) {
        negative_shown = true;
        return &sections_[1];
    }
    return &sections_[2];
}

std::string NumberFormat::number(std::string_view written, bool from_1904) const {
    const std::optional<double> value = parse(written);
    if (!value) return std::string(written);
    bool negative_shown = false;
    const FormatSection* const section = section_of(*value, negative_shown);
    if (section == nullptr) return show_number(written);
    if (section->shows_date()) {
        const auto date = show_date(*value, *section, from_1904);
        return date ? *date : show_number(written);
    }
    if (section->tokens.empty()) return {};
    const bool only_text = section->has(Kind::text) && !section->has(Kind::digit);
    if (only_text) return show_number(written);
    const std::string text = show_decimal(std::fabs(*value), *section);
    const bool zero = text.find_first_of("123456789") == std::string::npos &&
                      section->has(Kind::digit) && section->chinese_digits == 0;
    return *value < 0 && !negative_shown && !zero ? "-" + text : text;
}

std::string NumberFormat::text(std::string_view written) const {
    const bool has_four = sections_.size() >= 4;
    const FormatSection& last = has_four ? sections_[3] : sections_.back();
    if (!has_four && !last.has(Kind::text)) return std::string(written);
    std::string result;
    for (const FormatToken& token : last.tokens) {
        if (token.kind == Kind::text || token.kind == Kind::general) {
            result += written;
        } else {
            result += token.text;
        }
    }
    return result;
}

std::string_view built_in_format(unsigned id) {
    switch (id) {
        case 1:
            return "0";
        case 2:
            return "0.00";
        case 3:
        case 37:
        case 38:
            return "#,##0";
        case 4:
        case 39:
        case 40:
            return "#,##0.00";
        case 9:
            return "0%";
        case 10:
            return "0.00%";
        case 11:
            return "0.00E+00";
        case 12:
            return "# ?/?";
        case 13:
            return "# \?\?/\?\?";
        case 14:
            return "yyyy/m/d";
        case 15:
            return "d-mmm-yy";
        case 16:
            return "d-mmm";
        case 17:
            return "mmm-yy";
        case 18:
            return "h:mm AM/PM";
        case 19:
            return "h:mm:ss AM/PM";
        case 20:
            return "h:mm";
        case 21:
            return "h:mm:ss";
        case 22:
            return "yyyy/m/d h:mm";
        case 27:
        case 36:
        case 50:
        case 52:
        case 57:
            return "yyyy\"年\"m\"月\"";
        case 28:
        case 29:
        case 51:
        case 53:
        case 54:
        case 58:
            return "m\"月\"d\"日\"";
        case 30:
            return "m-d-yy";
        case 31:
            return "yyyy\"年\"m\"月\"d\"日\"";
        case 32:
            return "h\"时\"mm\"分\"";
        case 33:
            return "h\"时\"mm\"分\"ss\"秒\"";
        case 45:
            return "mm:ss";
        case 46:
            return "[h]:mm:ss";
        case 47:
            return "mm:ss.0";
        case 48:
            return "##0.0E+0";
        default:
            return {};
    }
}

}  // namespace dutylist
