#include "importers/mapped_xml/mapped_styles.h"

#include <array>
#include <charconv>
#include <chrono>
#include <string_view>
#include <utility>

namespace dutylist {
namespace {

// The names that Excel 2003 XML has for formats, with the meaning they have in Chinese (XML
// Spreadsheet Reference, ss:NumberFormat).
std::string_view code_of(std::string_view format) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> named{{
        {"General", ""},
        {"General Number", ""},
        {"General Date", "yyyy/m/d h:mm"},
        {"Long Date", "yyyy\"年\"m\"月\"d\"日\""},
        {"Medium Date", "yyyy\"年\"m\"月\"d\"日\""},
        {"Short Date", "yyyy/m/d"},
        {"Long Time", "h:mm:ss"},
        {"Medium Time", "h:mm AM/PM"},
        {"Short Time", "h:mm"},
        {"Fixed", "0.00"},
        {"Standard", "#,##0.00"},
        {"Percent", "0.00%"},
        {"Scientific", "0.00E+00"},
        {"@", ""},
    }};
    for (const auto& [name, code] : named) {
        if (format == name) return code;
    }
    return format;
}

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return {};
    int value = 0;
    const char* const end = text.data() + at + count;
    const auto [read, error] = std::from_chars(text.data() + at, end, value);
    return error == std::errc() && read == end ? std::optional(value) : std::nullopt;
}

}  // namespace

MappedStyles::MappedStyles(const XPathDocument& document, const Mapping& mapping) {
    using Query = XPathDocument::Query;
    for (const Mapping::Style& style : mapping.styles) {
        const Query name(style.name), struck(style.struck), hidden(style.hidden),
            points(style.points), colour(style.colour), background(style.background),
            number_format(style.number_format);
        for (const XPathDocument::Node node :
             document.select(Query(style.select), document.root())) {
            MappedStyle& found = styles_[document.string(name, node)];
            if (struck) found.look.struck = document.boolean(struck, node);
            if (hidden) found.look.hidden = document.boolean(hidden, node);
            const std::string size = document.string(points, node);
            double value = 0;
            if (std::from_chars(size.data(), size.data() + size.size(), value).ec == std::errc())
                found.look.points = value;
            found.look.colour = parse_colour(document.string(colour, node));
            found.look.background = parse_colour(document.string(background, node));
            const std::string format = document.string(number_format, node);
            if (const std::string_view code = code_of(format); !code.empty())
                found.number = std::make_shared<const NumberFormat>(code);
        }
    }
}

const MappedStyle& MappedStyles::find(const std::string& name) const {
    static const MappedStyle none;
    const auto found = styles_.find(name);
    return found == styles_.end() ? none : found->second;
}

std::string serial_of_day(const std::string& written) {
    using namespace std::chrono;
    const auto year_digits = digits(written, 0, 4);
    const auto month_digits = digits(written, 5, 2);
    const auto day_digits = digits(written, 8, 2);
    if (!year_digits || !month_digits || !day_digits) return written;
    const year_month_day date{year{*year_digits}, month{static_cast<unsigned>(*month_digits)},
                              day{static_cast<unsigned>(*day_digits)}};
    if (!date.ok()) return written;
    const auto day_number = (sys_days{date} - sys_days{year{1899} / December / 30}).count();
    const int seconds = digits(written, 11, 2).value_or(0) * 3600 +
                        digits(written, 14, 2).value_or(0) * 60 +
                        digits(written, 17, 2).value_or(0);
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(),
                                   static_cast<double>(day_number) + seconds / 86'400.0);
    return {text.data(), end.ptr};
}

}  // namespace dutylist
