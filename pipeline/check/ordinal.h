#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pipeline/check/cell_characters.h"

namespace dutylist::check {

// How an ordinal is written. Levels 1 to 4 are those of GB/T 9704-2012 7.3.3: 一、 （一） 1. （1）;
// level 5 stands for ① and 1）, which the standard does not know and offices use below the fourth.
struct Ordinal {
    std::uint8_t level = 0;
    bool proper = true;  // written as the standard has it; "1．" counts as proper
    std::uint32_t number = 0;
    std::size_t begin = 0;  // characters
    std::size_t end = 0;
};

// The ordinal that begins at a character, in a proper form or one of the usual wrong ones
// (1、 （一）、 (1) 一.). Numbers up to 99. Not an ordinal: decimals, 一、二级, 1、2号; but where
// `expected` is not 0, "2.5公里" is the ordinal 2 if 2 is expected.
std::optional<Ordinal> ordinal_at(const CellCharacters& text, std::size_t index,
                                  std::uint32_t expected = 0);

// "（一）", as the standard writes it; of levels 1 to 4.
std::string proper_form(const Ordinal& ordinal);

}  // namespace dutylist::check
