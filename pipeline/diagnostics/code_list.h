#pragma once

#include <span>
#include <string_view>

#include "pipeline/diagnostics/code.h"

namespace dutylist {

// What some diagnostics of the catalogue are about, and the page that says more of them.
struct Topic {
    std::string_view chinese;
    std::string_view english;
    std::string_view
        chinese_page;  // "docs/zh-CN/formats.md", or the English page where that is all
    std::string_view english_page;

    std::string_view name(Language language) const;
    std::string_view page(Language language) const;
};

struct ListedCode {
    Code code;
    const Topic* topic;
};

// The diagnostics of the catalogue in its order, each with its topic; those of a topic stand
// together.
std::span<const ListedCode> code_list();

// Null: the code is a text that is no diagnostic of its own.
const Topic* topic_of(Code code);

}  // namespace dutylist
