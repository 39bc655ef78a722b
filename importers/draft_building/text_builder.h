#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

// Line and column (or row and column of a sheet), from 1.
struct SourcePosition {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

// Puts a DraftText together in the form that Cell::text has: white space collapsed, markup a line
// break, nothing at the ends, control characters taken out with a diagnostic, and every stretch
// mapped to its source. One builder serves a whole input: take() leaves it empty, and keeps its
// buffers.
class TextBuilder {
public:
    // exact: each character has a line and a column. flowing: the same, and a line feed between two
    // characters of Chinese is nothing (CSS Text 3, 4.1.3). whole: all of a text is at one place (a
    // cell of a sheet), and a line feed in it is markup.
    enum class Placing : std::uint8_t { exact, flowing, whole };

    TextBuilder(std::shared_ptr<const SourceOrigin> origin, Placing placing,
                Diagnostics& diagnostics)
        : origin_(std::move(origin)), placing_(placing), diagnostics_(diagnostics) {}

    void set_origin(std::shared_ptr<const SourceOrigin> origin) { origin_ = std::move(origin); }

    // Text of the source as it stands at `place`. A line feed in it is white space unless placing
    // is whole, and the next line begins after it.
    void add(std::string_view text, SourcePosition place);
    // Text that stands for something else at `place`: a character reference, an escape.
    void add_instead(std::string_view text, SourcePosition place);
    // A text that another builder made, with its labels and places.
    void add(const DraftText& text);
    // Markup that parts two stretches of text: by a line break, or by a space.
    void line_break();
    void space();
    // A label that the source displays and does not spell out. A label that ends in a letter or
    // digit is parted from what follows it by a space.
    void add_restored(std::string_view label);

    // A label stands at the end, and the text it belongs to is yet to come.
    bool ends_in_label() const { return label_pending_; }
    bool empty() const { return text_.empty(); }
    std::size_t size() const { return text_.size(); }
    DraftText take();
    void clear();

private:
    void append_run(std::string_view run, SourcePosition place, std::uint32_t characters);
    void write_pending(std::string_view run);
    void report_control(std::string_view raw, SourcePosition place);

    std::shared_ptr<const SourceOrigin> origin_;
    Placing placing_;
    Diagnostics& diagnostics_;

    std::string text_;
    std::vector<TextSpan> restored_;
    std::vector<SourceMark> marks_;
    char pending_ = 0;  // white space that is written before the next character
    // In flowing text: it was nothing but blanks, tabs and line feeds, and a line feed among them.
    bool blanks_only_ = false;
    bool line_feed_only_ = false;
    bool label_pending_ = false;  // the text ends in a label and nothing has followed it
    SourcePosition next_{0, 0};   // where the next character is if it needs no mark
};

}  // namespace dutylist
