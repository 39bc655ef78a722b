#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/check/finding.h"
#include "pipeline/check/text_index.h"

namespace dutylist::check {

// What is kept of an item that has passed.
struct ItemNote {
    Place place;
    std::optional<std::uint32_t> number;
    std::string_view category;  // as printed; of the document
    std::u32string name;        // in the form in which names are compared
};

// What is noted while the items pass, for what can be said only of the whole document. The first
// two are noted for all rules, the others by the rule that needs them.
struct Survey {
    std::vector<std::vector<ItemNote>> items;  // of each list
    TextIndex text;

    // Spaces in a list of words: one tore a word if what it parts stands side by side elsewhere,
    // else it may be all that is left of a 、. Noted by either of the two rules for itself.
    std::vector<Spot> spaces_in_words;
    std::vector<Spot> spaces_for_marks;

    // Colons beside Han text, by width; the half-width ones with the first place.
    std::uint32_t full_colons = 0;
    std::uint32_t half_colons = 0;
    Spot first_half_colon;

    // Ends of clauses that another one follows.
    std::uint32_t semicolon_ends = 0;
    std::vector<Spot> full_stop_ends;

    // Of each pair of forms (wording_table.h): how often each was seen, and where first.
    struct Forms {
        std::array<std::uint32_t, 2> count{};
        std::array<Spot, 2> first;
    };
    std::map<std::size_t, Forms> two_forms;

    // Terms in quotation marks, and how often each stands in them.
    std::map<std::u32string, std::uint32_t> quoted_terms;

    // By unit ("个工作日"): quantities written 5 and 五.
    struct Numerals {
        std::array<std::uint32_t, 2> count{};
        std::array<Spot, 2> first;
        std::array<std::string, 2> written;
    };
    std::map<std::string, Numerals, std::less<>> numerals;
};

}  // namespace dutylist::check
