#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dutylist {

struct XmlAttribute {
    std::string_view name;  // qualified, as written
    std::string_view value;
};

std::string_view xml_prefix(std::string_view qualified_name);      // "" if none
std::string_view xml_local_name(std::string_view qualified_name);  // without prefix

// The prefixes that are bound where a reader stands (Namespaces in XML 1.0, 6).
class XmlNameSpaces {
public:
    // At each start tag and each end tag.
    void enter(std::span<const XmlAttribute> attributes);
    void leave();
    // The URI of a prefix, "" for the one without; "" if it is not bound. Valid until leave().
    std::string_view uri(std::string_view prefix) const;

private:
    struct Binding {
        std::size_t depth;
        std::string uri;
    };
    using Bindings = std::map<std::string, std::vector<Binding>, std::less<>>;
    std::size_t depth_ = 0;
    Bindings bindings_;
    std::vector<Bindings::iterator> order_;  // the bindings in force, by depth
    // What was asked for last: most tags of a file have the same prefix.
    mutable std::string last_prefix_;
    mutable std::optional<std::string_view> last_uri_;
};

// The attributes of a start tag; valid until its reader goes on.
class XmlAttributes {
public:
    XmlAttributes(std::span<const XmlAttribute> list, const XmlNameSpaces& name_spaces)
        : list_(list), name_spaces_(&name_spaces) {}

    // By local name; the first of that name, whatever its namespace.
    std::optional<std::string_view> find(std::string_view local_name) const;
    std::string_view value(std::string_view local_name, std::string_view fallback = {}) const;
    // By local name and the ending of its namespace: "id" of ".../relationships".
    std::optional<std::string_view> find(std::string_view local_name,
                                         std::string_view name_space_ending) const;
    // A whole number, the largest of nine digits for all above; else the fallback.
    std::uint32_t number(std::string_view local_name, std::uint32_t fallback) const;
    // xsd:boolean of ECMA-376: "1", "true", "on".
    bool flag(std::string_view local_name, bool fallback) const;

private:
    std::span<const XmlAttribute> list_;
    const XmlNameSpaces* name_spaces_;
};

}  // namespace dutylist
