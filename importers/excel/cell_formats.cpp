#include "importers/excel/cell_formats.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "importers/office_container/xml_part.h"

namespace dutylist {
namespace {

// No workbook has more; each takes some bytes for itself.
constexpr std::size_t most_formats = 65'536;

// The palette of 18.8.27 from 8 on; 0 to 7 are the same as 8 to 15.
constexpr std::array<std::uint32_t, 56> palette{
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
    0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080,
    0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF,
    0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
    0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99,
    0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696,
    0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333};
// The colours of the usual theme, in the order in which cells number them.
constexpr std::array<std::uint32_t, 10> theme{0xFFFFFF, 0x000000, 0xE7E6E6, 0x44546A, 0x4472C4,
                                              0xED7D31, 0xA5A5A5, 0xFFC000, 0x5B9BD5, 0x70AD47};

constexpr std::uint32_t system_background = 65;

Colour of_number(std::uint32_t rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8),
            static_cast<std::uint8_t>(rgb)};
}

// A colour of the theme, made darker (below 0) or lighter.
Colour tinted(Colour colour, double tint) {
    const auto part = [&](std::uint8_t value) {
        const double result = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
        return static_cast<std::uint8_t>(std::clamp(result, 0.0, 255.0));
    };
    return {part(colour.red), part(colour.green), part(colour.blue)};
}

class FormatsHandler : public XmlHandler {
public:
    void start_element(std::string_view name, std::string_view,
                       const XmlAttributes& attributes) override {
        if (name == "fonts" || name == "fills" || name == "cellXfs" || name == "numFmts") {
            in_ = name;
        } else if (name == "numFmt" && in_ == "numFmts") {
            custom_[attributes.number("numFmtId", 0)] = format_of(attributes.value("formatCode"));
        } else if (in_ == "fonts") {
            if (name == "font") {
                fonts_.emplace_back();
            } else if (!fonts_.empty()) {
                add_font_property(fonts_.back(), name, attributes);
            }
        } else if (in_ == "fills") {
            start_fill_element(name, attributes);
        } else if (in_ == "cellXfs" && name == "xf" && formats.size() < most_formats) {
            add_format(attributes);
        }
    }
    void end_element(std::string_view name, std::string_view) override {
        if (name == in_) in_.clear();
    }
    void characters(std::string_view) override {}

    std::vector<CellFormat> formats;

private:
    static std::shared_ptr<const NumberFormat> format_of(std::string_view code) {
        if (code.empty() || code == "General" || code == "@") return {};
        return std::make_shared<const NumberFormat>(code);
    }

    void start_fill_element(std::string_view name, const XmlAttributes& attributes) {
        if (name == "fill") {
            fills_.emplace_back();
        } else if (fills_.empty()) {
            return;
        } else if (name == "gradientFill") {
            fills_.back().on_unknown = true;
        } else if (name == "patternFill") {
            pattern_ = attributes.value("patternType", "none");
            fills_.back().on_unknown = pattern_ != "none" && pattern_ != "solid";
        } else if (name == "fgColor" && pattern_ == "solid") {
            fills_.back().background = excel_colour(attributes);
        }
    }

    void add_format(const XmlAttributes& attributes) {
        CellFormat format;
        const std::uint32_t id = attributes.number("numFmtId", 0);
        const auto [custom, is_new] = custom_.try_emplace(id);
        if (is_new) custom->second = format_of(built_in_format(id));
        format.number = custom->second;
        const std::uint32_t font = attributes.number("fontId", 0);
        const std::uint32_t fill = attributes.number("fillId", 0);
        if (font < fonts_.size()) format.look = fonts_[font];
        if (fill < fills_.size()) format.look = format.look.over(fills_[fill]);
        formats.push_back(std::move(format));
    }

    std::string in_;  // the list that is open
    std::string pattern_;
    std::map<std::uint32_t, std::shared_ptr<const NumberFormat>> custom_;
    std::vector<TextLook> fonts_;
    std::vector<TextLook> fills_;
};

}  // namespace

std::optional<Colour> excel_colour(const XmlAttributes& attributes) {
    const std::string_view tint = attributes.value("tint");
    double by = 0;
    std::from_chars(tint.data(), tint.data() + tint.size(), by);
    if (const auto rgb = attributes.find("rgb")) {
        const auto colour = parse_colour(*rgb);
        return colour ? std::optional(tinted(*colour, by)) : std::nullopt;
    }
    if (attributes.find("theme")) {
        const std::uint32_t index = attributes.number("theme", 1);
        if (index < theme.size()) return tinted(of_number(theme[index]), by);
        return {};
    }
    if (!attributes.find("indexed")) return {};
    const std::uint32_t index = attributes.number("indexed", 64);
    if (index == system_background) return white;
    if (index < 8) return of_number(palette[index]);
    return index - 8 < palette.size() ? std::optional(of_number(palette[index - 8])) : std::nullopt;
}

void add_font_property(TextLook& look, std::string_view element, const XmlAttributes& attributes) {
    if (element == "strike") {
        look.struck = attributes.flag("val", true);
    } else if (element == "sz") {
        const std::string_view size = attributes.value("val");
        double points = 0;
        if (std::from_chars(size.data(), size.data() + size.size(), points).ec == std::errc())
            look.points = points;
    } else if (element == "color") {
        look.colour = excel_colour(attributes);
        look.stands_out = !look.colour;
    }
}

std::vector<CellFormat> read_cell_formats(OfficeContainer& container, const std::string& part) {
    FormatsHandler handler;
    read_xml_part(container, part, handler);
    return std::move(handler.formats);
}

}  // namespace dutylist
