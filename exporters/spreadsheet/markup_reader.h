#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dutylist::spreadsheet {

// As it stands between the quotation marks.
struct MarkupAttribute {
    std::string_view name;
    std::string_view value;
};
// Nothing where there is none.
std::string_view value_of(std::span<const MarkupAttribute> attributes, std::string_view name);

// Appends the text that markup stands for; false for a reference that is none of XML's five or of a
// line feed.
bool append_unescaped(std::string& text, std::string_view markup);

// What is told of a part while it is read; nothing that is handed over lasts longer than the call.
class MarkupHandler {
public:
    virtual ~MarkupHandler() = default;
    virtual void start(std::string_view name, std::span<const MarkupAttribute> attributes) = 0;
    // Of the element that is open; not yet unescaped, never empty.
    virtual void text(std::string_view) {}
    virtual void end(std::string_view) {}
};

// Reads a part of a workbook as libxlsxwriter writes it, as a stream: XML of one root, without
// comments, sections and other things that it never writes. What a break in it may have made is not
// let pass: tags that do not match, attributes out of form, fewer elements in an element than its
// attribute (count, uniqueCount or size) says.
class MarkupReader {
public:
    explicit MarkupReader(MarkupHandler& handler) : handler_(handler) {}

    // False once something is wrong.
    bool read(std::string_view piece);
    // Whether the part is whole.
    bool finish() const { return good_ && root_seen_ && open_.empty() && rest_.empty(); }

private:
    struct Open {
        std::size_t name_begin;  // in names_
        std::uint64_t elements;
        std::int64_t promised;  // -1: nothing is said
    };

    std::size_t read_whole_tags(std::string_view markup);
    bool read_text(std::string_view text);
    bool read_tag(std::string_view tag);
    bool read_end(std::string_view name);
    bool read_start(std::string_view tag);
    bool read_attributes(std::string_view markup);
    std::int64_t promised_elements() const;

    MarkupHandler& handler_;
    std::vector<MarkupAttribute> attributes_;
    std::vector<Open> open_;
    std::string names_;  // of the open elements, one after the other
    std::string rest_;   // of a piece, behind its last whole tag
    bool declared_ = false;
    bool root_seen_ = false;
    bool good_ = true;
};

}  // namespace dutylist::spreadsheet
