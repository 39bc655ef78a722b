#include "exporters/looks/number_settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

std::string shown(double number) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), number, std::chars_format::fixed);
    return {digits.begin(), end.ptr};
}

bool belongs_to_xml(std::string_view attribute) {
    return attribute == "xmlns" || attribute.starts_with("xmlns:") ||
           attribute.starts_with("xml:") || attribute.starts_with("xsi:");
}

}  // namespace

double number_within(const XmlElement& element, std::string_view attribute, double least,
                     double most) {
    const double value = element.required_number(attribute);
    if (!(value >= least && value <= most)) {
        element.fail_value(attribute, shown(least) + "–" + shown(most));
    }
    return value;
}

void read_numbers(const TemplateElement& element, std::initializer_list<NumberSetting> numbers,
                  std::initializer_list<std::string_view> others,
                  std::initializer_list<std::string_view> children) {
    element.own().allow_children(children);
    for (const auto& [name, value] : element.own().attributes()) {
        const std::string_view found = name;
        const bool known =
            belongs_to_xml(found) ||
            std::find(others.begin(), others.end(), found) != others.end() ||
            std::any_of(numbers.begin(), numbers.end(),
                        [&](const NumberSetting& number) { return number.attribute == found; });
        if (!known) {
            throw JobError(Code::xml_unknown_attribute, element.own().place(),
                           {std::string(element.own().name()), std::string(found)});
        }
    }
    for (const NumberSetting& number : numbers) {
        *number.value = number_within(element.with(number.attribute), number.attribute,
                                      number.least, number.most);
    }
}

}  // namespace dutylist
