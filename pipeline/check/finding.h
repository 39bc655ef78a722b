#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/document.h"

namespace dutylist::check {

inline constexpr std::uint32_t nowhere = 0xFFFFFFFF;

// A cell of a document, by index; `nowhere` for what concerns a whole item, list or document.
struct Place {
    std::uint32_t list = nowhere;
    std::uint32_t item = nowhere;
    std::uint32_t cell = nowhere;
    friend bool operator==(const Place&, const Place&) = default;
};

// What a rule found. Data only: places in the source, messages and excerpts are made from it and
// the document when they are shown.
struct Finding {
    Code rule{};
    Severity severity = Severity::warning;
    Place place;
    TextSpan span;                          // the spot, over the cell's text
    std::vector<Argument> arguments;        // of the rule's message
    std::optional<std::string> suggestion;  // what would be right in the place of the spot
    bool mechanical = false;  // the suggestion is right without thinking: --fix may apply it
    std::string spot;         // where the place is no cell: the words concerned
    SourceLocation source;    // where the place is no cell: as far as it is known

    friend bool operator==(const Finding&, const Finding&) = default;
};

const Cell* cell_of(const Document& document, const Place& place);  // or nullptr
SourceLocation locate(const Document& document, const Finding& finding);
std::string message_of(const Finding& finding, Language language);

// The spot and up to `characters` characters to either side, in one line: line breaks are shown as
// spaces. An empty spot marks a place between two characters.
struct Excerpt {
    std::string before;
    std::string spot;
    std::string after;
    bool cut_before = false;  // the cell's text begins earlier
    bool cut_after = false;
    // "…开展政策宣传【;】2.将高龄…"
    std::string marked() const;
};
Excerpt excerpt_of(const Document& document, const Finding& finding, std::size_t characters);

}  // namespace dutylist::check
