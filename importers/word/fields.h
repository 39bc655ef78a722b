#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/draft_building/text_builder.h"
#include "importers/word/form_field.h"

namespace dutylist {

// The fields (ECMA-376 part 1, 17.16) and content controls (17.5.2) that are open where a document
// is being read: what of a field is its result, what stands in a contents page, and what is a
// prompt that nobody has filled in. Every call takes the same time, however many are open.
class Fields {
public:
    // A field that has ended.
    struct Ended {
        std::string code;  // bounded; see code_is_whole
        bool code_is_whole = true;
        std::string result;  // the beginning of what the document holds of it
        FormField form;
        SourcePosition place;  // where it begins
        bool shown = false;    // not inside the code of another field
    };

    void begin(SourcePosition place);
    // What a form field says of itself: an element of <w:ffData>.
    void add_form_property(std::string_view element, const XmlAttributes& attributes);
    // A piece of the instruction of the innermost field.
    void add_instruction(std::string_view text);
    // What follows is the result. Tells whether the field makes a contents page.
    bool separate();
    // Nothing where no field is open.
    std::optional<Ended> end();
    // Text that was met. In the code of a field it is a part of that; else it is shown, and belongs
    // to the result of the fields and to the prompt of the content controls around it.
    void add_text(std::string_view text, SourcePosition place);

    void begin_control() { controls_.emplace_back(); }
    void mark_control(bool contents);
    void mark_prompt();  // <w:showingPlcHdr/>
    // The prompt that it showed, with its place; nothing if it showed none.
    struct Prompt {
        std::string text;
        SourcePosition place;
    };
    std::optional<Prompt> end_control();

    // False inside the instruction of a field.
    bool shows_text() const { return codes_.empty(); }
    bool in_contents() const { return contents_ > 0; }

private:
    struct Field {
        bool showing = false;
        bool contents = false;
        Ended ended;
    };
    struct Control {
        bool contents = false;
        bool prompts = false;
        Prompt prompt;
    };
    std::vector<Field> open_;
    std::vector<std::size_t> codes_;  // the open fields that show nothing yet
    std::vector<Control> controls_;
    std::vector<std::size_t> prompts_;  // the open controls that show a prompt
    std::size_t contents_ = 0;          // open fields and content controls that are a contents page
};

}  // namespace dutylist
