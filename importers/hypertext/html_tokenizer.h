#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "importers/draft_building/text_builder.h"

namespace dutylist {

struct HtmlToken {
    enum class Kind : std::uint8_t { text, start_tag, end_tag };
    Kind kind = Kind::text;
    std::string name;             // of a tag, in lower case
    std::string_view attributes;  // of a start tag, as they stand
    std::string_view text;        // of a text: references as they stand
    SourcePosition place;
    bool closed = false;  // <br/>

    // The value of an attribute, references replaced; nothing where the tag lacks it.
    std::optional<std::string> attribute(std::string_view name) const;
    std::string value(std::string_view name) const;
    std::uint32_t number(std::string_view name, std::uint32_t fallback) const;
    // A property of the style attribute, in lower case and without white space; "" for none.
    std::string style(std::string_view property) const;
};

// Splits HTML into tags and texts as browsers do (HTML standard, 13.2.5), with the place of each.
// Comments, declarations and processing instructions are passed over. Takes one pass and memory for
// one token; nesting does not matter to it. The text must outlive the tokenizer.
class HtmlTokenizer {
public:
    // With `escapes` a backslash before '<' makes it text (Markdown).
    explicit HtmlTokenizer(std::string_view text, SourcePosition start = {1, 1},
                           bool escapes = false)
        : text_(text), place_(start), escapes_(escapes) {}

    bool next(HtmlToken& token);
    // Passes over the content of an element whose start tag was read last, its end tag included;
    // elements of the same name nest in it. Without an end tag: false, and nothing is passed over.
    bool skip_element(std::string_view name);
    // What skip_element would pass over; empty without an end tag.
    std::string_view element_content(std::string_view name) const;

private:
    void advance_to(std::size_t to);
    bool is_tag(std::size_t at) const;

    std::string_view text_;
    std::size_t at_ = 0;
    SourcePosition place_;
    bool escapes_ = false;
};

// The place after `text`, which begins at `place`.
SourcePosition advanced(SourcePosition place, std::string_view text);

}  // namespace dutylist
