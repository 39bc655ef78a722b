#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "importers/office_container/office_container.h"

namespace dutylist {

// What a paragraph style says that matters for reading (ECMA-376 part 1, 17.7), inherited along
// basedOn.
struct ParagraphStyle {
    int heading_level = 0;     // outline level + 1
    bool in_contents = false;  // "toc 1" …
    std::optional<std::uint32_t> num;
    std::optional<std::uint32_t> num_level;
};

class WordStyles {
public:
    void read(OfficeContainer& container, const std::string& part);
    // By style id; the default paragraph style for "".
    const ParagraphStyle& style(const std::string& id) const;

private:
    friend class StylesReader;
    struct Raw {
        ParagraphStyle own;
        std::string based_on;
        bool heading_known = false;
    };
    std::map<std::string, ParagraphStyle> styles_;
    std::string default_id_;
};

}  // namespace dutylist
