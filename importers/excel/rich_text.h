#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/draft_building/text_look.h"
#include "pipeline/xml/xml_attributes.h"

namespace dutylist {

// A run of rich text: the beginning of its text, and its look, which is that of the cell where it
// says nothing.
struct RichRun {
    std::string text;
    std::optional<TextLook> look;
};

// Collects the runs of one text (ECMA-376 part 1, 18.4.4 r) while its elements are read.
class RichText {
public:
    void start(std::string_view element, const XmlAttributes& attributes);
    void end(std::string_view element);
    void add_text(std::string_view text);
    // The runs, if any of them is struck out, small or has a colour; else nothing. Leaves it empty.
    std::vector<RichRun> take();

private:
    std::vector<RichRun> runs_;
    bool in_properties_ = false;
    bool notable_ = false;
};

}  // namespace dutylist
