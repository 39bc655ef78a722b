#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pipeline/check/finding.h"

namespace dutylist::check {

struct Spot {
    Place place;
    TextSpan span;
};

// What rules note while the items pass, for what can be said only of the whole document.
struct Survey {
    // Colons beside Han text, by width; the half-width ones with the first place.
    std::uint32_t full_colons = 0;
    std::uint32_t half_colons = 0;
    Spot first_half_colon;

    // Ends of clauses that another one follows.
    std::uint32_t semicolon_ends = 0;
    std::vector<Spot> full_stop_ends;

    // Of each pair of forms (text_rules.cpp): how often each was seen, and where first.
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
