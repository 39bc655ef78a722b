#include "importers/hypertext/element_index.h"

#include <algorithm>

namespace dutylist {
namespace {

// Elements with longer names mean nothing.
constexpr std::size_t longest_name = 64;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The name of the tag whose name begins here, in lower case; "" where none does.
std::string name_at(std::string_view text) {
    std::string name;
    for (const char c : text.substr(0, longest_name + 1)) {
        if (c == '>' || c == '/' || std::string_view(" \t\r\n\f").find(c) != std::string_view::npos)
            return name;
        name += lower(c);
    }
    return text.size() <= longest_name ? name : std::string();
}

}  // namespace

ElementIndex::ElementIndex(std::string_view text) {
    std::size_t bracket = 0;  // the first '>' from the tag at hand on
    for (std::size_t at = text.find('<'); at != std::string_view::npos;
         at = text.find('<', at + 1)) {
        const bool end_tag = at + 1 < text.size() && text[at + 1] == '/';
        const std::string name = name_at(text.substr(std::min(at + 1 + end_tag, text.size())));
        if (name.empty()) continue;
        Elements& elements = by_name_[name];
        elements.begins.push_back(at);
        if (!end_tag) {
            elements.open.push_back(at);
        } else if (!elements.open.empty()) {
            if (bracket < at) bracket = std::min(text.find('>', at), text.size() - 1);
            elements.closed.push_back({elements.open.back(), bracket + 1});
            elements.open.pop_back();
        }
    }
    for (auto& [name, elements] : by_name_) {
        std::sort(elements.closed.begin(), elements.closed.end(),
                  [](const ElementSpan& a, const ElementSpan& b) { return a.begin < b.begin; });
    }
}

const ElementIndex::Elements* ElementIndex::find(std::string_view name) const {
    const auto found = by_name_.find(std::string(name));
    return found == by_name_.end() ? nullptr : &found->second;
}

const std::vector<ElementSpan>& ElementIndex::closed(std::string_view name) const {
    static const std::vector<ElementSpan> none;
    const Elements* const elements = find(name);
    return elements != nullptr ? elements->closed : none;
}

std::size_t ElementIndex::end_of(std::string_view name, std::size_t begin) const {
    const std::vector<ElementSpan>& elements = closed(name);
    const auto element =
        std::partition_point(elements.begin(), elements.end(),
                             [&](const ElementSpan& span) { return span.begin < begin; });
    return element != elements.end() && element->begin == begin ? element->end : 0;
}

bool ElementIndex::has(std::string_view name, std::size_t begin, std::size_t end) const {
    const Elements* const elements = find(name);
    if (elements == nullptr) return false;
    const auto next = std::lower_bound(elements->begins.begin(), elements->begins.end(), begin);
    return next != elements->begins.end() && *next < end;
}

}  // namespace dutylist
