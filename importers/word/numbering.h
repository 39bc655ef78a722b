#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "importers/office_container/office_container.h"

namespace dutylist {

// Numbers paragraphs as Word does (ECMA-376 part 1, 17.9): each w:num is an instance of an abstract
// definition; instances of one definition count on together unless one says where it starts; a
// level begins again after a paragraph of a higher level.
class Numbering {
public:
    static constexpr std::size_t level_count = 9;

    void read(OfficeContainer& container, const std::string& part);

    // Counts one paragraph and returns what Word shows before it: "1.", "（一）", "" for a bullet
    // or a number that is not known. `unknown_format` is set to a format that cannot be shown.
    std::string next_label(std::uint32_t num, std::uint32_t level, std::string& unknown_format);

    // The level to which a definition ties a paragraph style, if it does.
    std::optional<std::uint32_t> level_of_style(std::uint32_t num, const std::string& style) const;

private:
    friend class NumberingHandler;
    struct Level {
        int start = 1;
        std::string format = "decimal";
        std::string text;
        std::string style;
        int restart_after = -1;  // lvlRestart: -1 the level above, 0 never
        bool arabic = false;     // isLgl: all numbers decimal
    };
    struct Definition {
        std::array<Level, level_count> levels;
        std::array<int, level_count> counters{};
        std::array<bool, level_count> started{};
        std::string linked_style;  // numStyleLink
        std::string style;         // styleLink: this is the definition of that style
    };
    struct Instance {
        std::uint32_t definition = 0;
        std::map<std::uint32_t, int> starts;
        std::map<std::uint32_t, Level> levels;
        bool used = false;
    };
    Definition* definition_of(Instance& instance);

    std::map<std::uint32_t, Definition> definitions_;
    std::map<std::string, std::uint32_t> by_style_;  // the first definition of each style
    std::map<std::uint32_t, Instance> instances_;
};

}  // namespace dutylist
