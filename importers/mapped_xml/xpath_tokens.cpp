#include "importers/mapped_xml/xpath_tokens.h"

#include <algorithm>
#include <array>

namespace dutylist::xpath {
namespace {

using Kind = Token::Kind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool begins_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}
bool continues_name(char c) { return begins_name(c) || is_digit(c) || c == '-' || c == '.'; }

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    std::vector<Token> read() {
        for (;;) {
            at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
            if (at_ == text_.size()) break;
            read_token();
        }
        add(Kind::end, 0);
        return std::move(tokens_);
    }

private:
    void add(Kind kind, std::size_t size) {
        tokens_.push_back({kind, text_.substr(at_, size), at_});
        at_ += size;
    }
    bool follows(std::string_view what, std::size_t at) const {
        return text_.substr(std::min(at, text_.size())).starts_with(what);
    }
    // An operand has come before, so that * and names are operators.
    bool after_operand() const {
        if (tokens_.empty()) return false;
        const Token& last = tokens_.back();
        if (last.kind == Kind::operator_ || last.kind == Kind::axis) return false;
        constexpr std::array<std::string_view, 4> openers{"@", "(", "[", ","};
        return last.kind != Kind::mark ||
               std::find(openers.begin(), openers.end(), last.text) == openers.end();
    }
    std::size_t name_end(std::size_t at) const {
        if (at == text_.size() || !begins_name(text_[at])) return at;
        while (at < text_.size() && continues_name(text_[at])) ++at;
        return at;
    }

    void read_token() {
        const char c = text_[at_];
        const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
        if (is_digit(c) || (c == '.' && is_digit(next))) return read_number();
        if (c == '"' || c == '\'') return read_literal(c);
        if (begins_name(c)) return read_name();
        if (c == '*') return add(after_operand() ? Kind::operator_ : Kind::name, 1);
        for (const std::string_view sign : {"//", "!=", "<=", ">="}) {
            if (follows(sign, at_)) return add(Kind::operator_, 2);
        }
        if (follows("..", at_)) return add(Kind::mark, 2);
        const bool is_operator = std::string_view("/|+-=<>").find(c) != std::string_view::npos;
        add(is_operator ? Kind::operator_ : Kind::mark, 1);
    }

    void read_number() {
        std::size_t end = at_;
        while (end < text_.size() && is_digit(text_[end])) ++end;
        if (end < text_.size() && text_[end] == '.') ++end;
        while (end < text_.size() && is_digit(text_[end])) ++end;
        add(Kind::number, end - at_);
    }

    void read_literal(char mark) {
        const std::size_t end = text_.find(mark, at_ + 1);
        if (end == std::string_view::npos) return add(Kind::mark, text_.size() - at_);
        tokens_.push_back({Kind::literal, text_.substr(at_ + 1, end - at_ - 1), at_});
        at_ = end + 1;
    }

    void read_name() {
        std::size_t end = name_end(at_);
        const std::string_view name = text_.substr(at_, end - at_);
        if (after_operand()) {
            const bool known = name == "and" || name == "or" || name == "div" || name == "mod";
            return add(known ? Kind::operator_ : Kind::mark, name.size());
        }
        const std::size_t next = std::min(text_.find_first_not_of(" \t\r\n", end), text_.size());
        if (follows("::", next)) {
            add(Kind::axis, name.size());
            at_ = next + 2;
            return;
        }
        if (follows("(", next)) return add(Kind::function, name.size());
        if (follows(":*", end)) return add(Kind::name, name.size() + 2);
        if (follows(":", end)) end = std::max(end, name_end(end + 1));
        add(Kind::name, end - at_);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view expression) { return Lexer(expression).read(); }

}  // namespace dutylist::xpath
