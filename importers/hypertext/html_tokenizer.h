#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/draft_building/text_builder.h"
#include "importers/hypertext/element_index.h"

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
};

// Markup whose end is not there: a comment, or a quotation mark in a tag.
struct NotClosed {
    SourcePosition place;
    std::string_view text;  // the beginning of what such markup would swallow
};

// Splits HTML into tags and texts as browsers do (HTML standard, 13.2.5), with the place of each.
// Comments, declarations and processing instructions are passed over. Takes one pass and memory for
// one token; nesting does not matter to it. The text must outlive the tokenizer.
//
// Where the end of markup is missing, browsers drop the text up to the next quotation mark or the
// end of the page. Here it stays: of a comment that is not closed only "<!--" is markup, a tag with
// such a quotation mark ends at its first '>', and a '<' without any '>' is text. not_closed()
// tells of each.
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
    std::string_view element_content(std::string_view name);
    // Whether a tag of this name begins in a stretch of the text.
    bool has_tag(std::string_view content, std::string_view name);

    // What was found by the last next(); each is told once.
    const std::vector<NotClosed>& not_closed() const { return not_closed_; }

private:
    std::size_t comment_end();
    std::size_t tag_end(std::size_t name_end);
    std::size_t quoted_tag_end(std::size_t name_end) const;
    std::size_t first_bracket(std::size_t from);
    void add_not_closed();
    void advance_to(std::size_t to);
    const ElementIndex& elements();
    bool is_tag(std::size_t at) const;

    std::string_view text_;
    std::size_t at_ = 0;
    SourcePosition place_;
    bool escapes_ = false;
    std::vector<NotClosed> not_closed_;
    bool comments_end_ = true;              // false: from here on no comment has an end
    bool brackets_ = true;                  // false: from here on there is no '>'
    std::size_t missing_quotes_ = 0;        // closing quotation marks that are not there
    std::size_t tag_begin_ = 0;             // of the tag read last
    std::optional<ElementIndex> elements_;  // once it was asked for
    std::vector<std::string> without_end_;  // names of which no end tag follows
};

// The place after `text`, which begins at `place`.
SourcePosition advanced(SourcePosition place, std::string_view text);

}  // namespace dutylist
