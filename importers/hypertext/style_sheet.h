#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "importers/draft_building/text_look.h"

namespace dutylist {

// Properties of CSS that decide what a reader sees, by name, values in lower case.
using Declarations = std::map<std::string, std::string, std::less<>>;

// The declarations of a style attribute or of a rule, of those properties only.
Declarations parse_declarations(std::string_view text);

// What they say of the look of a text.
TextLook look_of(const Declarations& declarations);

// The rules of a page's <style> elements (CSS Selectors 3) as far as they say for one element alone
// whether it can be seen: those with a selector of type, classes and id, outside of @-blocks. Rules
// beyond the limits of what pages have are passed over.
class StyleSheet {
public:
    void add(std::string_view css);
    bool empty() const { return rules_.empty(); }

    // The declarations for an element, the stronger ones winning.
    const Declarations& of(const std::string& type, const std::string& classes,
                           const std::string& id);

    // The first text that a rule puts before or behind elements; "" for none.
    const std::string& generated_text() const { return generated_text_; }

private:
    struct Rule {
        std::string type;
        std::vector<std::string> classes;
        std::string id;
        Declarations declarations;
        std::uint32_t strength = 0;  // of its selector
    };
    void add_rules(std::string_view text, bool with_media);
    void add_rule(std::string_view selectors, std::string_view declarations);
    void add_selector(std::string_view selector, const Declarations& declarations);
    void note_generated_text(std::string_view selectors, std::string_view declarations);

    std::vector<Rule> rules_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_key_;  // "#id", ".class", type
    std::unordered_map<std::string, Declarations> known_;
    std::size_t bytes_ = 0;
    std::string generated_text_;
};

}  // namespace dutylist
