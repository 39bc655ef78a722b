#include "pipeline/xml/xml_rules.h"

#include <algorithm>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

[[noreturn]] void refuse(const XmlElement& element, std::string_view what) {
    throw JobError(Code::xml_unknown_element, element.place(), {std::string(what)});
}

void require_no_text(const XmlElement& element) {
    for (const XmlElement::Piece& piece : element.pieces()) {
        if (!piece.element && !trimmed(piece.text).empty()) refuse(element, trimmed(piece.text));
    }
}

}  // namespace

void require_root(const XmlElement& root, std::string_view name, std::string_view name_space) {
    if (root.name() != name || root.name_space() != name_space) refuse(root, root.name());
}

void require_content(const XmlElement& element, std::initializer_list<std::string_view> children) {
    element.allow_attributes({});
    element.allow_children(children);
    require_no_text(element);
}

void require_content_once(const XmlElement& element,
                          std::initializer_list<std::string_view> children) {
    require_content(element, children);
    OnceEach once;
    for (const XmlElement& child : element.children()) {
        if (once.has(child.name())) refuse(child, child.name());
        once.take(child, {}, std::string(child.name()));
    }
}

std::string required_text(const XmlElement& element) {
    element.allow_attributes({});
    element.allow_children({});
    std::string text(trimmed(element.text()));
    if (text.empty())
        throw JobError(Code::xml_missing, element.place(), {std::string(element.name()), "text"});
    return text;
}

std::string_view required_word(const XmlElement& element, std::string_view attribute,
                               std::span<const std::string_view> allowed) {
    const std::string_view word = element.required(attribute);
    if (std::find(allowed.begin(), allowed.end(), word) != allowed.end()) return word;
    std::string list;
    for (const std::string_view one : allowed) {
        if (list.size() > 120) {
            list += ", …";
            break;
        }
        list += (list.empty() ? "" : ", ") + std::string(one);
    }
    element.fail_value(attribute, list);
}

std::size_t count_attribute(const XmlElement& element, std::string_view attribute,
                            std::size_t fallback) {
    if (!element.has(attribute)) return fallback;
    const std::string_view text = element.attribute(attribute);
    if (!all_digits(text) || text.size() > 7) element.fail_value(attribute, "0, 1, 2 … 9999999");
    return static_cast<std::size_t>(element.number(attribute, 0));
}

double width_attribute(const XmlElement& element, std::string_view attribute, double fallback) {
    if (!element.has(attribute)) return fallback;
    const std::string_view text = element.attribute(attribute);
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view part =
        point == std::string_view::npos ? std::string_view("0") : text.substr(point + 1);
    const bool well_formed =
        all_digits(whole) && all_digits(part) && whole.size() <= 4 && part.size() <= 4;
    const double width = well_formed ? element.number(attribute, 0) : 0;
    if (width <= 0) element.fail_value(attribute, "1, 1.5, 2 …");
    return width;
}

void OnceEach::take(const XmlElement& element, std::string_view attribute, std::string word) {
    if (has(word)) element.fail_value(attribute, "只能出现一次/only once");
    seen_.insert(std::move(word));
}

void OnceEach::require(const XmlElement& parent, std::span<const std::string_view> words) const {
    for (const std::string_view word : words) {
        if (!has(word)) {
            throw JobError(Code::xml_missing, parent.place(),
                           {std::string(parent.name()), std::string(word)});
        }
    }
}

}  // namespace dutylist
