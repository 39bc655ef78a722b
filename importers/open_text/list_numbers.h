#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "importers/open_text/text_styles.h"

namespace dutylist {

// Numbers the items of nested lists and headings as a text document shows them (OpenDocument 1.2
// part 1, 5.3 and 16.30): a list begins anew unless it says which it continues; a level begins anew
// under each item of the level above.
class ListNumbers {
public:
    explicit ListNumbers(const TextStyles& styles) : styles_(styles) {}

    struct Start {
        std::string style;      // empty: that of the list around it
        std::string id;         // xml:id
        std::string continued;  // text:continue-list
        bool continues = false;
    };
    void begin_list(const Start& start);
    void end_list();

    // Counts an item of the innermost list and returns what is shown before it; "" for a bullet.
    // `unknown_format` is set to a format that cannot be shown.
    std::string next_label(std::optional<std::uint32_t> start_value, std::string& unknown_format);
    // The same for a heading of this outline level, from 1.
    std::string next_heading_label(std::uint32_t level, std::string& unknown_format);

private:
    using Counters = std::array<std::uint32_t, list_level_count>;
    static std::string count(const ListStyle& style, Counters& counters, std::size_t level,
                             std::optional<std::uint32_t> start_value, std::string& unknown_format);

    const TextStyles& styles_;
    std::vector<std::string> open_;  // the style of each list that is open
    std::string id_;                 // of the outermost
    Counters counters_{};
    Counters headings_{};
    std::map<std::string, Counters> by_id_;
    std::map<std::string, Counters> by_style_;
};

}  // namespace dutylist
