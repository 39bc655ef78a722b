#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importers/office_container/office_container.h"

namespace dutylist {

// One relationship of a part to another (ECMA-376 part 2, 9.3).
struct Relationship {
    std::string id;
    std::string type;    // the last step of the type's URI: "worksheet", "sharedStrings"
    std::string target;  // name of the part in the archive; empty if it is outside the file
};

// The relationships of a part ("" for the whole file); none where the part has no list of them.
std::vector<Relationship> read_relationships(OfficeContainer& container, std::string_view part);

// The part of the first relationship of that type, or "".
std::string target_of_type(const std::vector<Relationship>& relationships, std::string_view type);

}  // namespace dutylist
