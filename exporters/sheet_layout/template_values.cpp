#include "exporters/sheet_layout/template_values.h"

#include <algorithm>
#include <charconv>

#include "exporters/looks/looks.h"
#include "exporters/looks/number_settings.h"
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
    return element.has(attribute) ? dutylist::number_within(element, attribute, least, most)
                                  : fallback;
}

Color color_of(const XmlElement& element, std::string_view attribute, const Looks& looks) {
    if (element.attribute(attribute).empty()) return spreadsheet::no_color;
    return looks.color(element, attribute);
}

std::vector<std::uint32_t> widths_of(const XmlElement& element, std::string_view attribute,
                                     std::size_t count) {
    constexpr std::uint32_t least = 14;
    constexpr std::uint32_t most = 2000;
    const std::string_view text = element.required(attribute);
    std::vector<std::uint32_t> widths;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        std::uint32_t width = 0;
        const auto [next, error] = std::from_chars(text.data() + at, text.data() + end, width);
        if (error != std::errc() || next != text.data() + end || width < least || width > most) {
            break;
        }
        widths.push_back(width);
        at = end + 1;
        if (at < text.size() || end == text.size()) continue;
        widths.clear();  // a blank at the end
    }
    if (widths.size() == count) return widths;
    std::string wanted;
    for (std::size_t i = 0; i < count; ++i) wanted += i == 0 ? "14–2000" : " 14–2000";
    element.fail_value(attribute, wanted);
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
