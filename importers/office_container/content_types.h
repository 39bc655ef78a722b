#pragma once

#include <map>
#include <string>
#include <string_view>

#include "importers/office_container/office_container.h"

namespace dutylist {

// What [Content_Types].xml says of the parts of an Office file (ECMA-376 part 2, 7.2.3).
class ContentTypes {
public:
    // Without that part, nothing is known of any.
    explicit ContentTypes(OfficeContainer& container);

    // The content type of a part, "" if none is given.
    std::string_view of(std::string_view part) const;
    // The first part of its own type that ends so, as compared; "" if there is none.
    std::string_view part_of_type(std::string_view type_ending) const;

private:
    friend class ContentTypesHandler;
    std::map<std::string, std::string, std::less<>> by_part_;       // by comparable_part_name()
    std::map<std::string, std::string, std::less<>> by_extension_;  // in lower case
};

}  // namespace dutylist
