#include "pipeline/xml/xml_attributes.h"

#include <algorithm>
#include <charconv>

namespace dutylist {
namespace {

constexpr std::uint32_t largest = 999'999'999;

}  // namespace

namespace {

// Names are short: a loop is done before a search has begun.
std::size_t colon_of(std::string_view name) {
    std::size_t at = 0;
    while (at < name.size() && name[at] != ':') ++at;
    return at;
}

}  // namespace

std::string_view xml_prefix(std::string_view qualified_name) {
    const std::size_t colon = colon_of(qualified_name);
    return colon == qualified_name.size() ? std::string_view() : qualified_name.substr(0, colon);
}

std::string_view xml_local_name(std::string_view qualified_name) {
    const std::size_t colon = colon_of(qualified_name);
    return colon == qualified_name.size() ? qualified_name : qualified_name.substr(colon + 1);
}

void XmlNameSpaces::enter(std::span<const XmlAttribute> attributes) {
    ++depth_;
    for (const auto& [name, value] : attributes) {
        if (!name.starts_with("xmlns") || (name.size() > 5 && name[5] != ':')) continue;
        const std::string prefix(name.substr(name.size() > 5 ? 6 : 5));
        const auto bound = bindings_.try_emplace(prefix).first;
        bound->second.push_back({depth_, std::string(value)});
        order_.push_back(bound);
        last_uri_.reset();
    }
}

void XmlNameSpaces::leave() {
    while (!order_.empty() && order_.back()->second.back().depth == depth_) {
        order_.back()->second.pop_back();
        if (order_.back()->second.empty()) bindings_.erase(order_.back());
        order_.pop_back();
        last_uri_.reset();
    }
    --depth_;
}

std::string_view XmlNameSpaces::uri(std::string_view prefix) const {
    if (last_uri_ && last_prefix_ == prefix) return *last_uri_;
    const auto bound = bindings_.find(prefix);
    last_prefix_ = prefix;
    last_uri_ = bound == bindings_.end() ? std::string_view() : bound->second.back().uri;
    return *last_uri_;
}

std::optional<std::string_view> XmlAttributes::find(std::string_view local_name) const {
    for (const auto& [name, value] : list_) {
        // What binds a prefix is no attribute of that name.
        if (xml_local_name(name) == local_name && xml_prefix(name) != "xmlns") return value;
    }
    return {};
}

std::optional<std::string_view> XmlAttributes::find(std::string_view local_name,
                                                    std::string_view ending) const {
    for (const auto& [name, value] : list_) {
        const std::string_view prefix = xml_prefix(name);
        if (prefix.empty() || xml_local_name(name) != local_name) continue;
        if (name_spaces_->uri(prefix).ends_with(ending)) return value;
    }
    return {};
}

std::string_view XmlAttributes::value(std::string_view local_name,
                                      std::string_view fallback) const {
    return find(local_name).value_or(fallback);
}

std::uint32_t XmlAttributes::number(std::string_view local_name, std::uint32_t fallback) const {
    const std::string_view text = value(local_name);
    std::uint32_t result = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
    if (error == std::errc::invalid_argument || end != text.data() + text.size()) return fallback;
    return error == std::errc::result_out_of_range ? largest : std::min(result, largest);
}

bool XmlAttributes::flag(std::string_view local_name, bool fallback) const {
    const std::optional<std::string_view> text = find(local_name);
    if (!text) return fallback;
    return *text == "1" || *text == "true" || *text == "on";
}

}  // namespace dutylist
