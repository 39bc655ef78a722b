#include "importers/word/equation_field.h"

#include <optional>
#include <vector>

#include "importers/word/enclosed_character.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::size_t deepest = 32;

// A piece of an equation: text, or what an instruction makes of its arguments.
struct Piece {
    EquationText read;
    bool raised = false;   // \s\up: above the line
    bool lowered = false;  // \s\do: below it
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A character over others that is only drawn with them: letters, also those of pinyin and zhuyin.
bool is_reading(std::string_view text) {
    bool any = false;
    for (const Decoded& d : Characters(text)) {
        const char32_t c = d.character;
        const bool phonetic = c < 0x370 || (c >= 0x1E00 && c < 0x1F00) ||
                              (c >= 0x3040 && c < 0x3130) || (c >= 0x31A0 && c < 0x31C0) ||
                              (c >= 0x2B0 && c < 0x370);
        if (!phonetic) return false;
        any = any || c > U' ';
    }
    return any;
}

class EquationReader {
public:
    explicit EquationReader(std::string_view code) : code_(code) {}

    EquationText read() {
        EquationText whole;
        while (at_ < code_.size()) append(whole, next_piece(0));
        whole.text = std::string(trimmed(whole.text));
        return whole;
    }

private:
    static void append(EquationText& whole, const Piece& piece) {
        whole.text += piece.read.text;
        whole.exact = whole.exact && piece.read.exact;
    }

    Piece next_piece(std::size_t depth) {
        if (code_[at_] != '\\' || at_ + 1 == code_.size()) return plain();
        if (!is_letter(code_[at_ + 1]) && code_[at_ + 1] != '*') {
            Piece escaped{{std::string(character_at(at_ + 1)), true}};
            at_ += 1 + escaped.read.text.size();
            return escaped;
        }
        return instruction(depth);
    }

    std::string_view character_at(std::size_t at) const {
        return at < code_.size() ? code_.substr(at, decode_at(code_, at).bytes)
                                 : std::string_view();
    }

    Piece plain() {
        const std::string_view character = character_at(at_);
        at_ += character.size();
        const bool blank = character == "\n" || character == "\r" || character == "\t";
        return {{blank ? " " : std::string(character), true}};
    }

    std::string word() {
        std::string letters;
        while (at_ < code_.size() && is_letter(code_[at_]))
            letters += static_cast<char>(code_[at_++] | 0x20);
        return letters;
    }

    void skip_blanks() { at_ = std::min(code_.find_first_not_of(" \t\r\n", at_), code_.size()); }

    // \* jc2, \* "Font:宋体", \* hps10: how Word formats what it draws.
    void skip_format() {
        at_ += 2;
        skip_blanks();
        if (at_ < code_.size() && code_[at_] == '"') {
            at_ = std::min(code_.find('"', at_ + 1), code_.size() - 1) + 1;
        } else {
            at_ = std::min(code_.find_first_of(" \\", at_), code_.size());
        }
        skip_blanks();
    }

    Piece instruction(std::size_t depth) {
        if (code_[at_ + 1] == '*') {
            skip_format();
            return {};
        }
        ++at_;
        const std::string name = word();
        std::vector<std::string> options;
        std::string brackets;  // \lc\[ and its kin
        for (;;) {
            skip_digits_and_blanks();
            const bool option =
                at_ + 1 < code_.size() && code_[at_] == '\\' && is_letter(code_[at_ + 1]);
            if (!option) break;
            ++at_;
            options.push_back(word());
            const bool names_bracket = options.back().size() == 2 && options.back()[1] == 'c' &&
                                       options.back() != "ac" && at_ < code_.size() &&
                                       code_[at_] == '\\';
            if (!names_bracket) continue;
            const std::string_view character = character_at(at_ + 1);
            brackets += character;
            at_ += 1 + character.size();
        }
        if (at_ >= code_.size() || code_[at_] != '(') return {{{}, name == "d"}};
        ++at_;
        std::vector<Piece> arguments = read_arguments(depth + 1);
        const bool shifts = name == "s" && !options.empty();
        return {drawn(name, options, brackets, arguments), shifts && options.front() == "up",
                shifts && options.front() == "do"};
    }

    void skip_digits_and_blanks() {
        at_ = std::min(code_.find_first_not_of(" \t\r\n0123456789-", at_), code_.size());
    }

    // To past the closing parenthesis. Commas part the arguments, semicolons where there are none.
    std::vector<Piece> read_arguments(std::size_t depth) {
        if (depth > deepest) {
            const std::string_view rest = code_.substr(at_);
            at_ = code_.size();
            return {{{std::string(rest), false}}};
        }
        std::vector<Piece> by_comma(1);
        std::vector<Piece> by_semicolon(1);
        const auto add = [](std::vector<Piece>& arguments, const Piece& piece) {
            Piece& to = arguments.back();
            const bool says_something = !trimmed(piece.read.text).empty();
            const bool alone = says_something && trimmed(to.read.text).empty();
            if (says_something) {
                to.raised = alone && piece.raised;
                to.lowered = alone && piece.lowered;
            }
            append(to.read, piece);
        };
        bool closed = false;
        while (at_ < code_.size() && !closed) {
            const char c = code_[at_];
            if (c == ')') {
                ++at_;
                closed = true;
            } else if (c == ',' || c == ';') {
                ++at_;
                std::vector<Piece>& parted = c == ',' ? by_comma : by_semicolon;
                std::vector<Piece>& other = c == ',' ? by_semicolon : by_comma;
                parted.emplace_back();
                other.back().read.text += c;
            } else if (c == '(') {
                // Parentheses that belong to no instruction are text.
                ++at_;
                Piece inner;
                inner.read.text = "(";
                for (const Piece& argument : read_arguments(depth + 1))
                    append(inner.read, argument);
                inner.read.text += ")";
                add(by_comma, inner);
                add(by_semicolon, inner);
            } else {
                const Piece piece = next_piece(depth);
                add(by_comma, piece);
                add(by_semicolon, piece);
            }
        }
        std::vector<Piece>& arguments = by_comma.size() > 1 ? by_comma : by_semicolon;
        for (Piece& argument : arguments) {
            argument.read.text = std::string(trimmed(argument.read.text));
            argument.read.exact = argument.read.exact && closed;
        }
        return std::move(arguments);
    }

    static EquationText joined(const std::vector<Piece>& arguments, std::string_view between,
                               bool exact) {
        EquationText result;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            if (i > 0) result.text += between;
            append(result, arguments[i]);
        }
        result.exact = result.exact && exact;
        return result;
    }

    static EquationText overstruck(const std::vector<Piece>& arguments) {
        if (arguments.size() == 2) {
            const EquationText& first = arguments[0].read;
            const EquationText& second = arguments[1].read;
            if (is_circle(first.text)) {
                if (const auto enclosed = in_circle(second.text)) return {*enclosed, second.exact};
            }
            if (is_circle(second.text)) {
                if (const auto enclosed = in_circle(first.text)) return {*enclosed, first.exact};
            }
            const bool reading =
                arguments[0].raised && !arguments[1].lowered && is_reading(first.text);
            if (reading && !second.text.empty()) return second;
        }
        return joined(arguments, "", arguments.size() == 1);
    }

    static EquationText drawn(const std::string& name, const std::vector<std::string>& options,
                              const std::string& brackets, const std::vector<Piece>& arguments) {
        const bool one = arguments.size() == 1;
        if (name == "o") return overstruck(arguments);
        if (name == "s") return joined(arguments, "", one);
        if (name == "x") return joined(arguments, "", one);
        if (name == "l") return joined(arguments, ",", true);
        if (name == "d") return joined(arguments, "", true);
        if (name == "f") return joined(arguments, "/", false);
        if (name == "b") {
            EquationText inner = joined(arguments, "", one && options.size() <= 1);
            const std::string_view open = brackets.empty() ? std::string_view("(") : brackets;
            inner.text = std::string(open) + inner.text + std::string(closing(open));
            return inner;
        }
        return joined(arguments, " ", false);
    }

    static std::string_view closing(std::string_view open) {
        if (open == "(") return ")";
        if (open == "[") return "]";
        if (open == "{") return "}";
        if (open == "<") return ">";
        return open;
    }

    std::string_view code_;
    std::size_t at_ = 0;
};

}  // namespace

EquationText read_equation(std::string_view code) { return EquationReader(code).read(); }

}  // namespace dutylist
