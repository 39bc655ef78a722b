#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/xml/xml_attributes.h"

namespace dutylist {

// The fields, form fields and content controls that are open where a text document is being read
// (OpenDocument 1.2 part 1, 7; the field marks and content controls of LibreOffice). A field's
// content is what it shows; here is told which hold none, and what those show by themselves.
class OpenFields {
public:
    // False if the element is none of these.
    bool start(std::string_view element, const XmlAttributes& attributes);

    struct Ended {
        std::string name;                   // of the field
        std::string text;                   // that it shows and does not hold
        bool unknown = false;               // it shows something that the document does not say
        std::optional<std::string> prompt;  // its text is one that asks to be replaced
    };
    // Nothing if the element is none of these.
    std::optional<Ended> end(std::string_view element);
    void add_text(std::string_view text);

private:
    struct Field {
        std::string name;
        std::string text;  // the beginning of its content
        bool prompts = false;
        bool shows_nothing = false;
        bool drop_down = false;
        bool check_box = false;
        bool ticked = false;
        std::vector<std::string> entries;
        std::size_t chosen = 0;
    };
    void add_parameter(const XmlAttributes& attributes);
    Ended finish(Field field) const;

    std::vector<Field> open_;
};

}  // namespace dutylist
