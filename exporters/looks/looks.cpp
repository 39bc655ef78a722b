#include "exporters/looks/looks.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>

#include "exporters/typeset/font_roles.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_file.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/xml/xml_rules.h"

namespace dutylist {
namespace {

std::optional<std::uint32_t> color_from(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (text.size() != 6 || error != std::errc() || end != text.data() + text.size()) return {};
    return value;
}

// "name" of "{name}".
std::optional<std::string_view> reference_of(std::string_view text) {
    if (text.size() < 3 || text.front() != '{' || text.back() != '}') return {};
    return text.substr(1, text.size() - 2);
}

template <typename Named>
std::string names_of(const Named& named) {
    std::string names;
    for (const auto& [name, value] : named) names += (names.empty() ? "{" : " {") + name + "}";
    return names;
}

bool is_name(std::string_view text) {
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

std::string quoted_families(const std::vector<std::string>& families) {
    std::string list;
    for (const std::string& family : families) {
        list += (list.empty() ? "\"" : ", \"") + family + "\"";
    }
    return list;
}

}  // namespace

Looks::Looks(const TemplateStore& templates) {
    for (const typeset::FontWish& wish : typeset::read_font_wishes(templates)) {
        const std::string role(to_string(wish.role));
        families_.emplace(role, wish.families.front());
        web_families_.emplace(role, wish.web.empty() ? quoted_families(wish.families) : wish.web);
    }
    const auto read = [&](const XmlElement& root) {
        require_root(root, "looks", "urn:dutylist:template:1");
        require_content(root, {"color"});
        OnceEach names;
        for (const XmlElement& element : root.children()) {
            element.allow_attributes({"name", "value"});
            element.allow_children({});
            std::string name(element.required("name"));
            if (!is_name(name) || families_.contains(name)) element.fail_value("name", "a–z 0–9 -");
            names.take(element, "name", name);
            const auto value = color_from(element.required("value"));
            if (!value) element.fail_value("value", "RRGGBB");
            colors_.emplace(std::move(name), *value);
        }
    };
    read(templates.xml("looks.xml").root());
    if (!templates.is_official("looks.xml")) read(TemplateStore().xml("looks.xml").root());
}

std::uint32_t Looks::color(const XmlElement& element, std::string_view attribute,
                           std::string_view text) const {
    if (const auto value = color_from(text)) return *value;
    if (const auto name = reference_of(text)) {
        if (const auto found = colors_.find(*name); found != colors_.end()) return found->second;
    }
    element.fail_value(attribute, "RRGGBB " + names_of(colors_));
}

std::uint32_t Looks::color(const XmlElement& element, std::string_view attribute) const {
    return color(element, attribute, element.required(attribute));
}

std::vector<std::uint32_t> Looks::colors(const XmlElement& element,
                                         std::string_view attribute) const {
    const std::string_view text = element.required(attribute);
    std::vector<std::uint32_t> colors;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        colors.push_back(color(element, attribute, text.substr(at, end - at)));
        at = end + 1;
    }
    return colors;
}

std::string Looks::font(const XmlElement& element, std::string_view attribute) const {
    const std::string_view text = element.required(attribute);
    if (text.find_first_of("{}") == std::string_view::npos) return std::string(text);
    if (const auto role = reference_of(text)) {
        if (const auto found = families_.find(*role); found != families_.end()) {
            return found->second;
        }
    }
    element.fail_value(attribute, names_of(families_));
}

std::string Looks::style_sheet(const XmlElement& element) const {
    const std::string text = element.text();
    const auto refuse = [&](std::string_view found, std::string expected) {
        throw JobError(Code::xml_bad_value, element.place(),
                       {std::string(element.name()), std::string(found), std::move(expected)});
    };
    // It stands between tags of the page.
    if (text.find('<') != std::string::npos) refuse("<", "CSS");
    std::string sheet;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = text.find("@{", at);
        sheet.append(text, at, open - at);
        if (open == std::string::npos) break;
        const std::size_t close = text.find('}', open);
        const std::string_view name =
            std::string_view(text).substr(open + 2, std::min(close, text.size()) - open - 2);
        const auto color = colors_.find(name);
        const auto families = web_families_.find(name);
        if (color != colors_.end()) {
            sheet += web_color(color->second);
        } else if (families != web_families_.end()) {
            sheet += families->second;
        } else {
            refuse("@{" + std::string(name) + "}",
                   names_of(web_families_) + " " + names_of(colors_));
        }
        at = close + 1;
    }
    return sheet;
}

std::string web_color(std::uint32_t color) {
    char text[16];
    std::snprintf(text, sizeof text, "#%06x", color);
    return text;
}

}  // namespace dutylist
