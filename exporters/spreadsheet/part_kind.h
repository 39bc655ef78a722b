#pragma once

#include <string_view>

namespace dutylist::spreadsheet {

// What kinds of parts our workbooks have (ECMA-376 part 1, 12.3 and 15).
struct PartKind {
    std::string_view name;          // of the part; of one of several, up to its number
    std::string_view root;          // its root element
    std::string_view content_type;  // behind "application/vnd.openxmlformats-"
    std::string_view relation;      // behind "http://schemas.openxmlformats.org/"
};

// Null for a part that no workbook of ours has. Parts that say what the others are ([Content_Types]
// and relations) have no kind.
const PartKind* kind_of_part(std::string_view name);

// Whether a namespace is one of those that the parts are written in.
bool is_known_namespace(std::string_view name);

}  // namespace dutylist::spreadsheet
