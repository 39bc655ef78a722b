#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "importers/office_container/office_container.h"
#include "importers/office_container/relationships.h"

namespace dutylist {

// What a document says of itself, which fields may show: title, author, company, and properties
// that a user gave it (ECMA-376 part 1, 22.2 and 22.3; part 2, 8).
class DocumentProperties {
public:
    // Of the package; a part that cannot be read says nothing.
    void read(OfficeContainer& container);
    // By the name that DOCPROPERTY uses, whatever its case; nothing where it is not known.
    std::optional<std::string> value_of(std::string_view name) const;

private:
    friend class PropertiesHandler;
    std::map<std::string, std::string> values_;  // by name in lower case
};

}  // namespace dutylist
