#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dutylist {

// The code of a field, taken apart (ECMA-376 part 1, 17.16.2): its type, what follows it, and the
// switches with the argument that each has.
struct FieldInstruction {
    struct Switch {
        std::string name;      // "\\f"
        std::string argument;  // "" for none
    };
    std::string type;  // in capitals: "MERGEFIELD"
    std::vector<std::string> arguments;
    std::vector<Switch> switches;

    bool has(std::string_view name) const;
    // The argument of the first switch of that name; nothing where there is no such switch.
    std::optional<std::string_view> argument_of(std::string_view name) const;
};

// Long instructions are read to the limits of what any field needs.
FieldInstruction parse_field(std::string_view code);

// Of a code: its type in capitals, and what follows it. An equation begins so.
std::string field_type(std::string_view code);
std::string_view after_field_type(std::string_view code);

}  // namespace dutylist
