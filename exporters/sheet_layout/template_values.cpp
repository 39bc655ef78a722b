#include "exporters/sheet_layout/template_values.h"

#include <array>
#include <charconv>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/white_space.h"

namespace dutylist::template_values {

using spreadsheet::Color;
using spreadsheet::Horizontal;

XmlElement required_child(const XmlElement& parent, std::string_view name) {
    const XmlElement child = parent.child(name);
    if (!child) {
        throw JobError(Code::xml_missing, parent.place(),
                       {std::string(parent.name()), "<" + std::string(name) + ">"});
    }
    return child;
}

std::string text_of(const XmlElement& element, std::string_view attribute) {
    return std::string(element.attribute(attribute));
}

double number_within(const XmlElement& element, std::string_view attribute, double fallback,
                     double least, double most) {
    const double value = element.number(attribute, fallback);
    if (!(value >= least && value <= most)) {
        const auto shown = [](double number) {
            std::array<char, 32> digits{};
            const auto end = std::to_chars(digits.begin(), digits.end(), number);
            return std::string(digits.begin(), end.ptr);
        };
        element.fail_value(attribute, shown(least) + "–" + shown(most));
    }
    return value;
}

Color color_of(const XmlElement& element, std::string_view attribute) {
    const std::string_view text = element.attribute(attribute);
    if (text.empty()) return spreadsheet::no_color;
    Color value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (text.size() != 6 || error != std::errc() || end != text.data() + text.size()) {
        element.fail_value(attribute, "RRGGBB");
    }
    return value;
}

Horizontal align_of(const XmlElement& element, Horizontal fallback) {
    const std::string_view text = element.attribute("align");
    if (text.empty()) return fallback;
    if (text == "left") return Horizontal::left;
    if (text == "center") return Horizontal::center;
    if (text == "right") return Horizontal::right;
    element.fail_value("align", "left, center, right");
}

std::vector<std::string> texts_of(const XmlElement& element, std::string_view child_name) {
    element.allow_children({child_name});
    std::vector<std::string> texts;
    for (const XmlElement& child : element.children()) {
        texts.emplace_back(trimmed(child.text()));
        if (texts.back().empty()) {
            throw JobError(Code::xml_missing, child.place(), {std::string(child_name), "text"});
        }
    }
    return texts;
}

}  // namespace dutylist::template_values
