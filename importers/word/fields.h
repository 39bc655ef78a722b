#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dutylist {

// The fields (ECMA-376 part 1, 17.16) and content controls (17.5.2) that are open where a document
// is being read: what of a field is its result, and what stands in a contents page. Every call
// takes the same time, however many are open.
class Fields {
public:
    void begin();
    // A piece of the instruction of the innermost field.
    void add_instruction(std::string_view text);
    // What follows is the result. Tells whether the field makes a contents page.
    bool separate();
    void end();

    void begin_control() { controls_.push_back(false); }
    void mark_control(bool contents);
    void end_control();

    // False inside the instruction of a field.
    bool shows_text() const { return instructions_ == 0; }
    bool in_contents() const { return contents_ > 0; }

private:
    struct Field {
        bool showing = false;
        bool contents = false;
        std::string instruction;
    };
    std::vector<Field> open_;
    std::vector<bool> controls_;    // whether each is a contents page
    std::size_t instructions_ = 0;  // open fields that show nothing yet
    std::size_t contents_ = 0;      // open fields and content controls that are a contents page
};

}  // namespace dutylist
