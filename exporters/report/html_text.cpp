#include "exporters/report/html_text.h"

#include <cmath>

#include "exporters/looks/looks.h"
#include "pipeline/xml/xml_document.h"

namespace dutylist {
namespace {

// At most two decimals, no trailing zeros, independent of any locale.
std::string shown(double value) {
    const auto hundredths = static_cast<long long>(std::llround(value * 100));
    std::string text = hundredths < 0 ? "-" : "";
    const long long positive = std::llabs(hundredths);
    text += std::to_string(positive / 100);
    if (const long long rest = positive % 100; rest != 0) {
        text += rest < 10 ? ".0" : ".";
        text += std::to_string(rest % 10 == 0 ? rest / 10 : rest);
    }
    return text;
}

}  // namespace

std::string html_content(std::string_view text) {
    std::string result;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (begin > 0) result += "<br>";
        result += xml_escaped_attribute(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return result;
}

std::string html_segments(const std::vector<Segment>& segments) {
    std::string result;
    for (const Segment& segment : segments) {
        const std::string text = html_content(segment.text);
        switch (segment.kind) {
            case Segment::Kind::equal:
                result += text;
                break;
            case Segment::Kind::removed:
                result += "<del><b>[-</b>" + text + "<b>-]</b></del>";
                break;
            case Segment::Kind::added:
                result += "<ins><b>{+</b>" + text + "<b>+}</b></ins>";
                break;
        }
    }
    return result;
}

std::string svg_of(const ChartDrawing& drawing, double line_width, std::uint32_t rule_color) {
    std::string svg = "<svg viewBox=\"0 0 " + shown(drawing.width) + " " + shown(drawing.height) +
                      "\" role=\"img\" font-size=\"" + shown(drawing.text_size) + "\">\n<desc>" +
                      xml_escaped_attribute(drawing.description) + "</desc>\n";
    for (const auto& rule : drawing.rules) {
        svg += "<line x1=\"" + shown(rule.x1) + "\" y1=\"" + shown(rule.y1) + "\" x2=\"" +
               shown(rule.x2) + "\" y2=\"" + shown(rule.y2) + "\" stroke=\"" +
               web_color(rule_color) + "\"/>\n";
    }
    for (const auto& line : drawing.lines) {
        svg += "<polyline fill=\"none\" stroke-width=\"" + shown(line_width) + "\" stroke=\"" +
               web_color(drawing.color(line.series)) + "\" points=\"";
        for (const auto& [x, y] : line.points) svg += shown(x) + "," + shown(y) + " ";
        svg += "\"/>\n";
    }
    for (const auto& bar : drawing.bars) {
        svg += "<rect x=\"" + shown(bar.x) + "\" y=\"" + shown(bar.y) + "\" width=\"" +
               shown(bar.width) + "\" height=\"" + shown(bar.height) + "\" fill=\"" +
               web_color(drawing.color(bar.series)) + "\">";
        if (!bar.title.empty()) svg += "<title>" + xml_escaped_attribute(bar.title) + "</title>";
        svg += "</rect>\n";
    }
    const std::string strong =
        " font-weight=\"bold\" font-size=\"" + shown(drawing.title_size) + "\"";
    for (const auto& text : drawing.texts) {
        const char* anchor = text.anchor == ChartDrawing::Anchor::start    ? "start"
                             : text.anchor == ChartDrawing::Anchor::middle ? "middle"
                                                                           : "end";
        svg += "<text x=\"" + shown(text.x) + "\" y=\"" + shown(text.y) + "\" text-anchor=\"" +
               anchor + "\"" + (text.strong ? strong : "") + ">" +
               xml_escaped_attribute(text.text) + "</text>\n";
    }
    return svg + "</svg>\n";
}

}  // namespace dutylist
