#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "importers/draft_building/text_look.h"
#include "importers/office_container/office_container.h"

namespace dutylist {

// What a style says that matters for reading (ECMA-376 part 1, 17.7), inherited along basedOn.
struct WordStyle {
    int heading_level = 0;     // outline level + 1
    bool in_contents = false;  // "toc 1" …
    std::optional<std::uint32_t> num;
    std::optional<std::uint32_t> num_level;
    TextLook look;
    // Of a table style: whether it shades cells, in its first row or anywhere.
    bool shades_first_row = false;
    bool shades_cells = false;
};

class WordStyles {
public:
    void read(OfficeContainer& container, const std::string& part);
    // A paragraph style by its id; the default one for "".
    const WordStyle& paragraph(const std::string& id) const;
    // Any style by its id; one that says nothing for "" and what is not there.
    const WordStyle& named(const std::string& id) const;
    // What all text looks like where nothing else says so.
    const TextLook& defaults() const { return defaults_; }

private:
    friend class StylesReader;
    struct Raw {
        WordStyle own;
        std::string based_on;
        bool heading_known = false;
    };
    std::map<std::string, WordStyle> styles_;
    std::string default_id_;
    TextLook defaults_;
};

}  // namespace dutylist
