#include "pipeline/analysis/clause_grammar.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "pipeline/text/character_class.h"
#include "pipeline/text/chinese_number.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

enum class LabelKind : std::uint8_t { dot, bracket, section };

struct Label {
    LabelKind kind = LabelKind::dot;
    int number = 0;
    std::size_t end = 0;  // byte after the label
};

constexpr std::u32string_view chinese_digits_and_units = U"一二三四五六七八九十百";
// Longer ordinals are numbers of the text: years, amounts.
constexpr int most_digits = 3;
// Up to so many, looking at each is quicker than a table.
constexpr std::size_t few_headings = 64;

class Scanner {
public:
    Scanner(std::string_view text, std::span<const TextSpan> restored,
            std::span<const std::string> headings)
        : text_(text), restored_(restored), headings_(headings) {
        for (const std::string& heading : headings_)
            longest_heading_ = std::max(longest_heading_, heading.size());
        if (headings_.size() > few_headings)
            many_headings_.insert(headings_.begin(), headings_.end());
    }

    std::vector<Block> run() {
        std::size_t pos = 0;
        char32_t before = U'\n';
        while (pos < text_.size()) {
            const Decoded d = decode_at(text_, pos);
            if (is_white_space(d.character)) {
                if (in_section_) close_at(pos);
                before = d.character == U'\n' || before == U'\n' ? U'\n' : U' ';
                pos += d.bytes;
                continue;
            }
            const std::size_t next = opens_block(pos, before);
            if (next == pos) {
                pos += d.bytes;
                before = d.character;
            } else {
                pos = next;
                // After a label stands the block's own text, not another label.
                before = blocks_.back().kind == BlockKind::department ? U'\n' : U'.';
            }
        }
        close_at(text_.size());
        return std::move(blocks_);
    }

private:
    // Opens the block that begins at `pos`, if one does, and returns where scanning goes on.
    std::size_t opens_block(std::size_t pos, char32_t before) {
        while (next_restored_ < restored_.size() && restored_[next_restored_].begin < pos)
            ++next_restored_;
        if (next_restored_ < restored_.size() && restored_[next_restored_].begin == pos &&
            restored_[next_restored_].end > pos && restored_[next_restored_].end <= text_.size()) {
            return open_restored(restored_[next_restored_]);
        }
        const bool after_white_space = before == U'\n' || before == U' ';
        const bool after_mark =
            before == U'；' || before == U';' || before == U'。' || before == U'：';
        if (!after_white_space && !after_mark) return pos;
        if (const Label label = label_at(pos); label.end != 0 && in_sequence(label)) {
            return open_labelled(pos, label, false);
        }
        if (after_white_space) {
            if (const std::size_t end = department_heading_at(pos); end != pos) {
                close_at(pos);
                open(BlockKind::department, pos);
                blocks_.back().text.end = static_cast<std::uint32_t>(end);
                is_open_ = false;
                return end;
            }
        }
        if (!is_open_ || (before == U'\n' && line_has_words(pos))) {
            close_at(pos);
            open(BlockKind::paragraph, pos);
        }
        return pos;
    }

    std::size_t open_restored(TextSpan span) {
        Label label = label_at(span.begin);
        if (label.end != span.end) label = {LabelKind::dot, 0, span.end};
        return open_labelled(span.begin, label, true);
    }

    std::size_t open_labelled(std::size_t pos, const Label& label, bool restored) {
        close_at(pos);
        const bool section = label.kind == LabelKind::section;
        const std::size_t text_begin = skip_spaces(label.end);
        open(section ? BlockKind::section : BlockKind::clause, text_begin);
        Block& block = blocks_.back();
        block.label = {static_cast<std::uint32_t>(pos), static_cast<std::uint32_t>(label.end)};
        block.label_restored = restored;
        in_section_ = section;
        last_[static_cast<std::size_t>(label.kind)] = label.number;
        return text_begin;
    }

    void open(BlockKind kind, std::size_t text_begin) {
        const auto at = static_cast<std::uint32_t>(text_begin);
        blocks_.push_back({kind, false, {at, at}, {at, at}});
        is_open_ = true;
        in_section_ = false;
    }

    // Ends the block that is open before `pos`, without the white space there.
    void close_at(std::size_t pos) {
        if (!is_open_) return;
        Block& block = blocks_.back();
        while (pos > block.text.begin) {
            const Decoded d = decode_before(text_, pos);
            if (!is_white_space(d.character)) break;
            pos -= d.bytes;
        }
        if (pos < block.text.begin) {
            // A label with nothing after it.
            block.text.begin = block.label.end;
            pos = block.label.end;
        }
        block.text.end = static_cast<std::uint32_t>(pos);
        is_open_ = false;
        in_section_ = false;
    }

    bool in_sequence(const Label& label) const {
        return label.number == 1 || label.number == last_[static_cast<std::size_t>(label.kind)] + 1;
    }

    // "1.", "1．", "（1）", "(1)", "一、" at `pos`; end == 0 if there is none.
    Label label_at(std::size_t pos) const {
        const Decoded first = decode_at(text_, pos);
        if (digit_value(first.character) >= 0) {
            std::size_t end = pos;
            const int number = read_number(end);
            if (number <= 0 || end >= text_.size()) return {};
            const Decoded dot = decode_at(text_, end);
            if (dot.character != U'.' && dot.character != U'．') return {};
            end += dot.bytes;
            const bool decimal =
                end < text_.size() && digit_value(decode_at(text_, end).character) >= 0;
            return decimal ? Label{} : Label{LabelKind::dot, number, end};
        }
        if (first.character == U'（' || first.character == U'(') {
            std::size_t end = pos + first.bytes;
            const int number = read_number(end);
            if (number <= 0 || end >= text_.size()) return {};
            const Decoded close = decode_at(text_, end);
            if (close.character != U'）' && close.character != U')') return {};
            return {LabelKind::bracket, number, end + close.bytes};
        }
        if (chinese_digits_and_units.find(first.character) == std::u32string_view::npos) return {};
        std::size_t end = pos;
        while (end < text_.size()) {
            const Decoded d = decode_at(text_, end);
            if (d.character == U'、') {
                const auto number = parse_number(text_.substr(pos, end - pos));
                if (!number) return {};
                return {LabelKind::section, *number, end + d.bytes};
            }
            if (chinese_digits_and_units.find(d.character) == std::u32string_view::npos) return {};
            end += d.bytes;
        }
        return {};
    }

    // The digits at `pos`, which moves behind them; 0 if there are none or too many.
    int read_number(std::size_t& pos) const {
        int number = 0;
        int digits = 0;
        while (pos < text_.size() && digits <= most_digits) {
            const Decoded d = decode_at(text_, pos);
            const int digit = digit_value(d.character);
            if (digit < 0) break;
            number = number * 10 + digit;
            ++digits;
            pos += d.bytes;
        }
        return digits <= most_digits ? number : 0;
    }

    bool is_heading(std::string_view token) const {
        if (!many_headings_.empty()) return many_headings_.contains(token);
        return std::find(headings_.begin(), headings_.end(), token) != headings_.end();
    }

    // The end of the department heading at `pos`, or `pos`: a whole token that equals one of the
    // forms, a colon after it included.
    std::size_t department_heading_at(std::size_t pos) const {
        if (headings_.empty()) return pos;
        std::size_t end = pos;
        std::size_t after_colon = 0;
        while (end < text_.size() && end - pos <= longest_heading_) {
            const Decoded d = decode_at(text_, end);
            if (is_white_space(d.character)) break;
            if (d.character == U'：' || d.character == U':') {
                after_colon = end + d.bytes;
                break;
            }
            end += d.bytes;
        }
        const std::string_view token = text_.substr(pos, end - pos);
        if (!is_heading(token)) return pos;
        if (after_colon == 0) return end;
        const bool stands_alone =
            after_colon == text_.size() ||
            is_white_space(decode_at(text_, after_colon).character) ||
            (label_at(after_colon).end != 0 && label_at(after_colon).number == 1);
        return stands_alone ? after_colon : pos;
    }

    // Whether the line at `pos` is more than stray marks ("。"), which belong to what is before.
    bool line_has_words(std::size_t pos) const {
        while (pos < text_.size()) {
            const Decoded d = decode_at(text_, pos);
            if (d.character == U'\n') return false;
            const bool ascii_mark = d.character < 0x80 && !is_ascii_digit(d.character) &&
                                    !((d.character | 0x20) >= 'a' && (d.character | 0x20) <= 'z');
            if (!is_white_space(d.character) && !is_full_width_mark(d.character) && !ascii_mark)
                return true;
            pos += d.bytes;
        }
        return false;
    }

    // Spaces, but not the line break that opens a paragraph.
    std::size_t skip_spaces(std::size_t pos) const {
        while (pos < text_.size()) {
            const Decoded d = decode_at(text_, pos);
            if (d.character == U'\n' || !is_white_space(d.character)) break;
            pos += d.bytes;
        }
        return pos;
    }

    std::string_view text_;
    std::span<const TextSpan> restored_;
    std::span<const std::string> headings_;
    std::size_t longest_heading_ = 0;
    std::unordered_set<std::string_view> many_headings_;  // the same, where they are many
    std::size_t next_restored_ = 0;
    std::array<int, 3> last_{};  // the last number of each kind of label
    bool is_open_ = false;
    bool in_section_ = false;
    std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> find_blocks(std::string_view text, std::span<const TextSpan> restored,
                               std::span<const std::string> headings) {
    return Scanner(text, restored, headings).run();
}

}  // namespace dutylist
