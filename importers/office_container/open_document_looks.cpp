#include "importers/office_container/open_document_looks.h"

#include <array>
#include <charconv>
#include <utility>

namespace dutylist {
namespace {

constexpr int longest_chain = 32;
// Rows and columns smaller than this show no text.
constexpr double flat_points = 2;
// Letters this many percent wide cannot be read.
constexpr double narrowest_percent = 5;

std::optional<std::pair<double, std::string_view>> number_and_unit(std::string_view text) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc()) return {};
    return std::pair(value, text.substr(static_cast<std::size_t>(stop - text.data())));
}

void add_text_properties(TextLook& look, const XmlAttributes& attributes) {
    if (const auto display = attributes.find("display")) look.hidden = *display == "none";
    for (std::string_view line : {"text-line-through-style", "text-line-through-type"}) {
        if (const auto through = attributes.find(line))
            look.struck = *through != "none" || look.struck.value_or(false);
    }
    if (attributes.flag("use-window-font-color", false)) {
        look.colour.reset();
        look.stands_out = true;
    } else if (const auto colour = attributes.find("color")) {
        look.colour = parse_colour(*colour);
    }
    if (const auto size = attributes.find("font-size")) {
        if (const auto points = length_in_points(*size)) look.points = points;
    }
    if (const auto scale = attributes.find("text-scale")) {
        const auto width = number_and_unit(*scale);
        if (width && width->second == "%" && width->first <= narrowest_percent) look.points = 0;
    }
}

}  // namespace

std::optional<double> length_in_points(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, double>, 7> units{{{"pt", 1},
                                                                               {"px", 0.75},
                                                                               {"cm", 72 / 2.54},
                                                                               {"mm", 7.2 / 2.54},
                                                                               {"in", 72},
                                                                               {"inch", 72},
                                                                               {"pc", 12}}};
    const auto parsed = number_and_unit(text);
    if (!parsed) return {};
    if (parsed->first == 0) return 0;
    for (const auto& [unit, points] : units) {
        if (parsed->second == unit) return parsed->first * points;
    }
    return {};
}

void OpenDocumentLooks::start(std::string_view element, const XmlAttributes& attributes) {
    if (element == "style" || element == "default-style") {
        const std::string family(attributes.value("family"));
        const std::string_view name =
            element == "style" ? attributes.value("name") : std::string_view();
        open_ = &styles_[family + ":" + std::string(name)];
        open_->parent = attributes.value("parent-style-name");
        return;
    }
    if (open_ == nullptr) return;
    if (element == "text-properties") add_text_properties(open_->look, attributes);
    if (element == "text-properties" || element == "paragraph-properties" ||
        element == "table-cell-properties" || element == "table-properties") {
        if (const auto background = attributes.find("background-color")) {
            const auto colour = parse_colour(*background);
            if (colour) open_->look.background = colour;
        }
    }
    if (element == "table-row-properties" || element == "table-column-properties") {
        const auto size =
            attributes.find(element == "table-row-properties" ? "row-height" : "column-width");
        if (!size) return;
        if (const auto points = length_in_points(*size)) open_->flat = *points <= flat_points;
    }
}

void OpenDocumentLooks::end(std::string_view element) {
    if (element == "style" || element == "default-style") open_ = nullptr;
}

const OpenDocumentLooks::Style* OpenDocumentLooks::find(std::string_view family,
                                                        std::string_view name) const {
    const auto found = styles_.find(std::string(family) + ":" + std::string(name));
    return found == styles_.end() ? nullptr : &found->second;
}

TextLook OpenDocumentLooks::look(std::string_view family, std::string_view name) const {
    TextLook look;
    const Style* at = name.empty() ? nullptr : find(family, name);
    // A chain that turns back on itself ends here.
    for (int steps = 0; at != nullptr && steps < longest_chain; ++steps) {
        look = look.over(at->look);
        at = at->parent.empty() ? nullptr : find(family, at->parent);
    }
    if (const Style* all = find(family, {})) look = look.over(all->look);
    return look;
}

bool OpenDocumentLooks::is_flat(std::string_view family, std::string_view name) const {
    const Style* const style = find(family, name);
    return style != nullptr && style->flat.value_or(false);
}

}  // namespace dutylist
