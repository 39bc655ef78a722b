#include "importers/draft_building/text_builder.h"

#include <array>
#include <utility>

#include "pipeline/text/character_class.h"
#include "pipeline/text/text_gate.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

// Bytes that may begin white space or a character that the gate refuses. All others begin, or are
// inside of, characters that stand in the text as they are.
constexpr std::array<bool, 256> look_at = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte) {
        table[byte] = byte <= 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE1 ||
                      byte == 0xE2 || byte == 0xE3 || byte == 0xEF || byte >= 0xF0;
    }
    return table;
}();

bool needs_a_look(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (!look_at[byte]) return false;
    if (byte != 0xE3 && byte != 0xEF) return true;
    // Most Chinese marks: of E3 only U+3000 is white space, of EF 0xBC there is nothing.
    const auto second = static_cast<unsigned char>(text.size() - at > 2 ? text[at + 1] : 0);
    if (second < 0x80) return true;
    return byte == 0xE3 ? second == 0x80 && text[at + 2] == '\x80' : second != 0xBC;
}

bool is_hangul(char32_t c) {
    return (c >= 0x1100 && c < 0x1200) || (c >= 0x3130 && c < 0x3190) ||
           (c >= 0xAC00 && c < 0xD7B0);
}

// Whether a line feed beside this character parts no words.
bool is_written_without_blanks(char32_t c) { return display_width(c) == 2 && !is_hangul(c); }

}  // namespace

void TextBuilder::add(std::string_view text, SourcePosition place) {
    const bool exact = placing_ != Placing::whole;
    std::size_t run = 0;
    std::uint32_t run_characters = 0;
    SourcePosition run_place = place;
    const auto flush = [&](std::size_t end) {
        if (end > run) append_run(text.substr(run, end - run), run_place, run_characters);
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (!needs_a_look(text, i)) {
            const bool continuation = (byte & 0xC0) == 0x80;
            run_characters += continuation ? 0 : 1;
            ++i;
            continue;
        }
        const Decoded d = decode_at(text, i);
        const bool white = is_white_space(d.character);
        const bool refused = !white && !is_clean_text(text.substr(i, d.bytes));
        if (!white && !refused) {
            ++run_characters;
            i += d.bytes;
            continue;
        }
        flush(i);
        place = {run_place.line, run_place.column + run_characters};
        if (refused) {
            report_control(text.substr(i, d.bytes), place);
        } else if (pending_ != '\n') {
            const bool is_break = !exact && (d.character == U'\n' || d.character == U'\r');
            const bool collapses = d.character < 0x80 && (pending_ == 0 || blanks_only_);
            blanks_only_ = placing_ == Placing::flowing && collapses;
            line_feed_only_ = blanks_only_ && (d.character == U'\n' || line_feed_only_);
            pending_ = is_break ? '\n' : ' ';
        }
        i += d.bytes;
        const bool next_line = exact && d.character == U'\n';
        run_place = next_line ? SourcePosition{place.line + 1, 1}
                              : SourcePosition{place.line, place.column + 1};
        run_characters = 0;
        run = i;
    }
    flush(text.size());
}

void TextBuilder::append_run(std::string_view run, SourcePosition place, std::uint32_t characters) {
    // <li><p>text</p></li>: the break inside the list item does not part it from its label.
    if (label_pending_) {
        const Decoded last = decode_before(text_, text_.size());
        const bool mark = is_full_width_mark(last.character) ||
                          (last.character < 0x80 && !is_ascii_digit(last.character) &&
                           (last.character | 0x20U) - U'a' >= 26);
        pending_ = mark ? '\0' : ' ';
    }
    write_pending(run);
    const bool exact = placing_ != Placing::whole;
    const bool continues = !marks_.empty() && !label_pending_ &&
                           (!exact || (next_.line == place.line && next_.column == place.column));
    label_pending_ = false;
    if (!continues) {
        marks_.push_back({static_cast<std::uint32_t>(text_.size()), place.line, place.column});
    }
    text_ += run;
    next_ = {place.line, place.column + characters};
}

void TextBuilder::write_pending(std::string_view run) {
    const char white = std::exchange(pending_, '\0');
    const bool line_feed = std::exchange(line_feed_only_, false);
    blanks_only_ = false;
    if (white == 0 || text_.empty()) return;
    if (white == ' ' && line_feed &&
        is_written_without_blanks(decode_before(text_, text_.size()).character) &&
        is_written_without_blanks(decode_at(run, 0).character)) {
        next_ = {0, 0};
        return;
    }
    text_ += white;
    ++next_.column;
}

void TextBuilder::add_instead(std::string_view text, SourcePosition place) {
    add(text, place);
    // What follows does not continue this place.
    next_ = {0, 0};
}

void TextBuilder::line_break() {
    pending_ = '\n';
    next_.line = 0;
}

void TextBuilder::space() {
    if (pending_ == 0) pending_ = ' ';
    line_feed_only_ = blanks_only_ = false;
    next_.line = 0;
}

void TextBuilder::add(const DraftText& text) {
    if (text.text.empty()) return;
    if (pending_ != 0 && !text_.empty()) text_ += pending_;
    pending_ = 0;
    label_pending_ = false;
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += text.text;
    for (const TextSpan& span : text.restored) {
        restored_.push_back({span.begin + begin, span.end + begin});
    }
    for (const SourceMark& mark : text.source.marks()) {
        marks_.push_back({mark.offset + begin, mark.line, mark.column});
    }
    next_ = {0, 0};
}

void TextBuilder::add_restored(std::string_view label) {
    if (label.empty()) return;
    if (pending_ != 0 && !text_.empty()) text_ += pending_;
    pending_ = 0;
    const auto begin = static_cast<std::uint32_t>(text_.size());
    marks_.push_back({begin, 0, 0});
    text_ += label;
    restored_.push_back({begin, static_cast<std::uint32_t>(text_.size())});
    label_pending_ = true;
}

void TextBuilder::report_control(std::string_view raw, SourcePosition place) {
    SourceLocation location;
    if (origin_) {
        location.file = origin_->file;
        location.sheet = origin_->sheet;
    }
    location.line = place.line;
    location.column = place.column;
    clean_text(raw, location, diagnostics_);
}

DraftText TextBuilder::take() {
    // Copies of the exact size: a hundred thousand cells must not keep the room they grew in.
    DraftText result;
    result.text = text_;
    result.restored = std::vector<TextSpan>(restored_.begin(), restored_.end());
    result.source = SourceMap(origin_);
    for (const SourceMark& mark : marks_) result.source.add(mark);
    clear();
    return result;
}

void TextBuilder::clear() {
    text_.clear();
    restored_.clear();
    marks_.clear();
    pending_ = 0;
    line_feed_only_ = blanks_only_ = false;
    label_pending_ = false;
    next_ = {0, 0};
}

}  // namespace dutylist
