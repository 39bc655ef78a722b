#pragma once

#include <cstdint>
#include <string>

namespace dutylist {

// A part of a document that is written to a file of its own (--only, --per).
struct Part {
    enum class Kind : std::uint8_t {
        list,        // that list alone; the name is the kind's: basic, cooperative, recalled
        category,    // the items of a category, in all lists
        department,  // the items that name a department: as printed, as counted, or without its
                     // region
    };
    Kind kind = Kind::list;
    std::string name;

    friend bool operator==(const Part&, const Part&) = default;
};

}  // namespace dutylist
