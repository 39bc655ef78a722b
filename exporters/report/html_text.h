#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/report/chart_drawing.h"
#include "pipeline/compare/character_difference.h"

namespace dutylist {

// Text for HTML content; line feeds become <br>. For attribute values, xml_escaped_attribute().
std::string html_content(std::string_view text);
// Removed and added stretches as <del> and <ins>. Their marks [- -] {+ +} are there too, in <b>:
// the page gives them no room, but a copied text keeps them.
std::string html_segments(const std::vector<Segment>& segments);
// The drawing as an <svg> element with a title for screen readers.
// `line_width` of lines of values; `rule_color` of axes and grid, 0xRRGGBB.
std::string svg_of(const ChartDrawing& drawing, double line_width, std::uint32_t rule_color);

}  // namespace dutylist
