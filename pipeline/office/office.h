#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/io/bounded_reader.h"

namespace dutylist {

// One county's dictionary: several printed names, one department for counting. A name without an
// entry counts as itself.
class DepartmentDictionary {
public:
    // Throws nothing; a later alias wins.
    void add(std::string name, std::string alias);
    // The name under which a printed name counts. The view lives as long as both.
    std::string_view counted_as(std::string_view printed) const;
    bool empty() const { return aliases_.empty(); }

private:
    std::map<std::string, std::string, std::less<>> aliases_;
};

// What one office says about its own lists (--office FILE): dictionary, terms, check rules,
// suppressions. See templates/schemas/office.xsd.
struct Office {
    DepartmentDictionary departments;
    // As the file lists them, for drop-downs; categories may be empty.
    std::vector<std::string> department_names;
    std::vector<std::string> categories;
    struct RuleSetting {
        std::string rule;  // permanent code of the rule
        bool enabled = true;
        std::string severity;  // "" keeps the rule's own
    };
    std::vector<RuleSetting> rules;
    std::vector<std::string> terms;  // words that are right as they are
    struct Suppression {
        std::string rule;
        std::string list;    // "" any
        std::string number;  // "" any
        std::string reason;
    };
    std::vector<Suppression> suppressions;
};

// Reads an office file. Throws JobError with file and line for anything wrong in it.
Office read_office(const SourceBytes& source);

}  // namespace dutylist
