#include "importers/number_formats/format_code.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

using Kind = FormatToken::Kind;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with_word(std::string_view text, std::string_view word) {
    return text.size() >= word.size() &&
           std::equal(word.begin(), word.end(), text.begin(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

class Parser {
public:
    explicit Parser(std::string_view code) : code_(code) {}

    std::vector<FormatSection> parse() {
        sections_.emplace_back();
        while (at_ < code_.size()) next();
        return std::move(sections_);
    }

private:
    void add(Kind kind, std::string_view text) {
        sections_.back().tokens.push_back({kind, std::string(text)});
    }

    std::string_view character() const { return code_.substr(at_, decode_at(code_, at_).bytes); }

    void next() {
        const std::string_view rest = code_.substr(at_);
        const char c = rest[0];
        if (c == ';') {
            sections_.emplace_back();
            ++at_;
        } else if (c == '"') {
            const std::size_t end = std::min(code_.find('"', at_ + 1), code_.size());
            add(Kind::literal, code_.substr(at_ + 1, end - at_ - 1));
            at_ = end + 1;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++at_;
            if (at_ >= code_.size()) return;
            const std::string_view following = character();
            if (c == '\\') add(Kind::literal, following);
            if (c == '_') add(Kind::literal, " ");
            at_ += following.size();
        } else if (c == '[') {
            bracket();
        } else if (!word(rest)) {
            mark(c);
        }
    }

    bool word(std::string_view rest) {
        struct Word {
            std::string_view text;
            Kind kind;
        };
        static constexpr std::array<Word, 6> words{{{"General", Kind::general},
                                                    {"G/通用格式", Kind::general},
                                                    {"AM/PM", Kind::half_day},
                                                    {"上午/下午", Kind::half_day},
                                                    {"A/P", Kind::half_day},
                                                    {"Standard", Kind::general}}};
        for (const Word& known : words) {
            if (!starts_with_word(rest, known.text)) continue;
            add(known.kind, rest.substr(0, known.text.size()));
            at_ += known.text.size();
            return true;
        }
        const char letter = lower(rest[0]);
        const bool exponent =
            letter == 'e' && rest.size() > 1 && (rest[1] == '+' || rest[1] == '-');
        if (exponent) {
            add(Kind::exponent, rest.substr(1, 1));
            at_ += 2;
            return true;
        }
        if (std::string_view("ymdhsaeg").find(letter) == std::string_view::npos) return false;
        std::size_t length = 1;
        while (length < rest.size() && lower(rest[length]) == letter) ++length;
        add(Kind::date, std::string(length, letter));
        at_ += length;
        return true;
    }

    void mark(char c) {
        const std::string_view text = character();
        at_ += text.size();
        switch (c) {
            case '0':
            case '#':
            case '?':
                add(Kind::digit, text);
                break;
            case '.':
                add(Kind::point, text);
                break;
            case ',':
                add(Kind::comma, text);
                break;
            case '%':
                add(Kind::percent, text);
                break;
            case '/':
                add(Kind::slash, text);
                break;
            case '@':
                add(Kind::text, text);
                break;
            default:
                add(Kind::literal, text);
        }
    }

    void bracket() {
        const std::size_t end = std::min(code_.find(']', at_), code_.size());
        const std::string_view inside = code_.substr(at_ + 1, end - at_ - 1);
        at_ = std::min(end + 1, code_.size());
        FormatSection& section = sections_.back();
        if (inside.empty()) return;
        const char letter = lower(inside[0]);
        const bool elapsed =
            (letter == 'h' || letter == 'm' || letter == 's') &&
            std::all_of(inside.begin(), inside.end(), [&](char c) { return lower(c) == letter; });
        if (elapsed) {
            add(Kind::elapsed, std::string(inside.size(), letter));
        } else if (inside[0] == '<' || inside[0] == '>' || inside[0] == '=') {
            const std::size_t number = inside.find_first_not_of("<>=");
            if (number == std::string_view::npos) return;
            section.condition = inside.substr(0, number);
            std::from_chars(inside.data() + number, inside.data() + inside.size(), section.limit);
        } else if (inside[0] == '$') {
            const std::size_t dash = std::min(inside.find('-'), inside.size());
            if (dash > 1) add(Kind::literal, inside.substr(1, dash - 1));
            const std::string_view language = inside.substr(std::min(dash + 1, inside.size()));
            section.chinese =
                section.chinese || language.ends_with("804") || language.starts_with("zh");
        } else if (starts_with_word(inside, "DBNum") && inside.size() == 6) {
            section.chinese_digits = std::clamp(inside[5] - '0', 0, 3);
        }
    }

    std::string_view code_;
    std::size_t at_ = 0;
    std::vector<FormatSection> sections_;
};

}  // namespace

bool FormatSection::has(Kind kind) const {
    return std::any_of(tokens.begin(), tokens.end(),
                       [&](const FormatToken& token) { return token.kind == kind; });
}

bool FormatSection::shows_date() const { return has(Kind::date) || has(Kind::elapsed); }

std::vector<FormatSection> parse_format(std::string_view code) { return Parser(code).parse(); }

}  // namespace dutylist
