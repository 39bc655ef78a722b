#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dutylist {

// An element of a text: from the '<' of its start tag past the '>' of its end tag.
struct ElementSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// Where the elements of a text end, found in one pass. Start and end tags of one name nest; what
// stands in comments and scripts counts as well.
class ElementIndex {
public:
    explicit ElementIndex(std::string_view text);

    // The elements of this name (in lower case) that have an end tag, by their begin.
    const std::vector<ElementSpan>& closed(std::string_view name) const;
    // Past the end tag of the element of this name whose start tag begins at `begin`; 0 without
    // one.
    std::size_t end_of(std::string_view name, std::size_t begin) const;
    // Whether a tag of this name begins between the two places.
    bool has(std::string_view name, std::size_t begin, std::size_t end) const;

private:
    struct Elements {
        std::vector<std::size_t> open;    // start tags without an end tag so far
        std::vector<std::size_t> begins;  // of all tags
        std::vector<ElementSpan> closed;
    };
    const Elements* find(std::string_view name) const;

    std::unordered_map<std::string, Elements> by_name_;
};

}  // namespace dutylist
