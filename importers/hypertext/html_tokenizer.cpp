#include "importers/hypertext/html_tokenizer.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "importers/hypertext/character_reference.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

constexpr std::string_view white_space = " \t\r\n\f";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool equal_without_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == y; });
}

// Calls `visit` with each attribute's name and raw value until it returns true.
template <typename Visit>
void each_attribute(std::string_view text, Visit visit) {
    std::size_t at = 0;
    for (;;) {
        at = text.find_first_not_of(" \t\r\n\f/", at);
        if (at == std::string_view::npos) return;
        const std::size_t name_end =
            std::min(text.find_first_of(" \t\r\n\f/=", at + 1), text.size());
        const std::string_view name = text.substr(at, name_end - at);
        at = text.find_first_not_of(white_space, name_end);
        std::string_view value;
        if (at != std::string_view::npos && text[at] == '=') {
            at = text.find_first_not_of(white_space, at + 1);
            if (at == std::string_view::npos) return;
            if (text[at] == '"' || text[at] == '\'') {
                const std::size_t end = std::min(text.find(text[at], at + 1), text.size());
                value = text.substr(at + 1, end - at - 1);
                at = std::min(end + 1, text.size());
            } else {
                const std::size_t end = std::min(text.find_first_of(white_space, at), text.size());
                value = text.substr(at, end - at);
                at = end;
            }
        }
        if (visit(name, value)) return;
        if (at == std::string_view::npos) return;
    }
}

// Past the first end tag of this name from `at` on; npos if there is none.
std::size_t past_end_tag(std::string_view text, std::size_t at, std::string_view name) {
    for (at = text.find("</", at); at != std::string_view::npos; at = text.find("</", at + 2)) {
        const std::string_view here = text.substr(at + 2);
        if (!equal_without_case(here.substr(0, name.size()), name)) continue;
        const char after = here.size() > name.size() ? here[name.size()] : '>';
        const bool whole =
            after == '>' || after == '/' || white_space.find(after) != std::string_view::npos;
        if (whole) return std::min(text.find('>', at), text.size() - 1) + 1;
    }
    return at;
}

}  // namespace

SourcePosition advanced(SourcePosition place, std::string_view text) {
    const std::size_t last = text.rfind('\n');
    if (last == std::string_view::npos) {
        place.column += static_cast<std::uint32_t>(count_characters(text));
        return place;
    }
    place.line += static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
    place.column = 1 + static_cast<std::uint32_t>(count_characters(text.substr(last + 1)));
    return place;
}

std::optional<std::string> HtmlToken::attribute(std::string_view wanted) const {
    std::optional<std::string> found;
    each_attribute(attributes, [&](std::string_view attribute_name, std::string_view raw) {
        if (!equal_without_case(attribute_name, wanted)) return false;
        found = without_references(raw);
        return true;
    });
    return found;
}

std::string HtmlToken::value(std::string_view wanted) const {
    return attribute(wanted).value_or(std::string());
}

std::uint32_t HtmlToken::number(std::string_view wanted, std::uint32_t fallback) const {
    const std::string raw = value(wanted);
    const std::size_t begin = raw.find_first_not_of(white_space);
    if (begin == std::string::npos) return fallback;
    std::uint32_t result = 0;
    const auto [end, error] = std::from_chars(raw.data() + begin, raw.data() + raw.size(), result);
    if (error == std::errc::result_out_of_range) return 999'999'999;
    return error == std::errc() && end != raw.data() + begin ? result : fallback;
}

void HtmlTokenizer::advance_to(std::size_t to) {
    place_ = advanced(place_, text_.substr(at_, to - at_));
    at_ = to;
}

// True where '<' begins a tag, a comment or a declaration; any other is text.
bool HtmlTokenizer::is_tag(std::size_t at) const {
    if (at + 1 >= text_.size() || text_[at] != '<') return false;
    if (escapes_ && at > 0 && text_[at - 1] == '\\') return false;
    const char c = text_[at + 1];
    if (c == '/') return at + 2 < text_.size() && is_letter(text_[at + 2]);
    return is_letter(c) || c == '!' || c == '?';
}

void HtmlTokenizer::add_not_closed() {
    constexpr std::size_t longest = 240;
    std::string_view text = text_.substr(at_, longest + 1);
    text = text.substr(0, text.find('\n'));
    if (text.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
        text = text.substr(0, end);
    }
    not_closed_.push_back({place_, text});
}

// Past the end of the comment that begins here; the end of "<!--" where it has none.
std::size_t HtmlTokenizer::comment_end() {
    const std::size_t begin = at_ + 4;
    const std::string_view rest = text_.substr(begin);
    if (rest.starts_with('>')) return begin + 1;
    if (rest.starts_with("->")) return begin + 2;
    if (comments_end_) {
        for (std::size_t at = text_.find("--", begin); at != std::string_view::npos;
             at = text_.find("--", at + 1)) {
            const std::string_view end = text_.substr(at + 2);
            if (end.starts_with('>')) return at + 3;
            if (end.starts_with("!>")) return at + 4;
        }
    }
    comments_end_ = false;
    add_not_closed();
    return begin;
}

// The '>' of the tag that begins here, where quotation marks hide one; npos if there is none, or if
// a value ends at a quotation mark that opens one in another tag: class="a>text</td><td class="b">.
std::size_t HtmlTokenizer::quoted_tag_end(std::size_t name_end) const {
    // Each search for an end that is not there may read the rest of the page.
    constexpr std::size_t most_missing_quotes = 64;
    constexpr std::size_t usual_tag = 4096;
    const std::string_view text =
        missing_quotes_ < most_missing_quotes
            ? text_
            : text_.substr(0, std::min(name_end, text_.size()) + usual_tag);
    bool value = false;
    for (std::size_t at = name_end; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '>') return at;
        if (c == '=') {
            value = true;
        } else if ((c == '"' || c == '\'') && value) {
            const std::size_t close = text.find(c, at + 1);
            if (close == std::string_view::npos) return close;
            const char after = close + 1 < text.size() ? text[close + 1] : '>';
            const bool opens = (after != '>' && after != '/' &&
                                white_space.find(after) == std::string_view::npos) ||
                               text[close - 1] == '=';
            const bool tags = text.substr(at, close - at).find('<') != std::string_view::npos;
            if (opens && tags) return std::string_view::npos;
            at = close;
            value = false;
        } else if (white_space.find(c) == std::string_view::npos) {
            value = false;
        }
    }
    return std::string_view::npos;
}

// The '>' of the tag that begins here; npos if nothing but text follows.
std::size_t HtmlTokenizer::tag_end(std::size_t name_end) {
    const std::size_t first = first_bracket(name_end);
    if (first == std::string_view::npos) return first;
    const std::size_t end = quoted_tag_end(name_end);
    if (end != std::string_view::npos) return end;
    ++missing_quotes_;
    add_not_closed();
    return first;
}

// The next '>'; npos, which is told, if there is none.
std::size_t HtmlTokenizer::first_bracket(std::size_t from) {
    const std::size_t found = brackets_ ? text_.find('>', from) : std::string_view::npos;
    brackets_ = found != std::string_view::npos;
    if (!brackets_) add_not_closed();
    return found;
}

bool HtmlTokenizer::next(HtmlToken& token) {
    not_closed_.clear();
    bool as_text = false;  // what begins here is no markup, whatever it looks like
    while (at_ < text_.size()) {
        token.place = place_;
        if (as_text || !is_tag(at_)) {
            std::size_t end = text_.find('<', at_ + 1);
            while (end != std::string_view::npos && !is_tag(end)) end = text_.find('<', end + 1);
            end = std::min(end, text_.size());
            token.kind = HtmlToken::Kind::text;
            token.text = text_.substr(at_, end - at_);
            advance_to(end);
            return true;
        }
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with("<!--")) {
            advance_to(comment_end());
            if (not_closed_.empty()) continue;
            token.kind = HtmlToken::Kind::text;
            token.text = {};
            return true;
        }
        if (rest.starts_with("<![CDATA[")) {
            // Shown by no browser as HTML, and the way XHTML writes text.
            const std::size_t end = std::min(text_.find("]]>", at_), text_.size());
            advance_to(at_ + 9);
            token.kind = HtmlToken::Kind::text;
            token.place = place_;
            token.text = text_.substr(at_, end - at_);
            advance_to(std::min(end + 3, text_.size()));
            if (token.text.empty()) continue;
            return true;
        }
        if (rest[1] == '!' || rest[1] == '?') {
            const std::size_t end = first_bracket(at_ + 2);
            as_text = end == std::string_view::npos;
            if (!as_text) advance_to(end + 1);
            continue;
        }
        const bool end_tag = rest[1] == '/';
        const std::size_t name_begin = at_ + (end_tag ? 2 : 1);
        const std::size_t name_end =
            std::min(text_.find_first_of(" \t\r\n\f/>", name_begin), text_.size());
        const std::size_t end = tag_end(name_end);
        if (end == std::string_view::npos) {
            as_text = true;
            continue;
        }
        token.kind = end_tag ? HtmlToken::Kind::end_tag : HtmlToken::Kind::start_tag;
        token.name.assign(text_.substr(name_begin, name_end - name_begin));
        std::transform(token.name.begin(), token.name.end(), token.name.begin(), lower);
        token.attributes = text_.substr(name_end, end - name_end);
        token.closed = token.attributes.ends_with('/');
        tag_begin_ = at_;
        advance_to(std::min(end + 1, text_.size()));
        return true;
    }
    return false;
}

std::string_view HtmlTokenizer::element_content(std::string_view name) {
    static constexpr std::array<std::string_view, 3> raw{"script", "style", "title"};
    std::size_t end = 0;
    if (std::find(raw.begin(), raw.end(), name) == raw.end()) {
        end = elements().end_of(name, tag_begin_);
    } else if (std::find(without_end_.begin(), without_end_.end(), name) == without_end_.end()) {
        end = past_end_tag(text_, at_, name);
        if (end == std::string_view::npos) without_end_.emplace_back(name);
    }
    return end == 0 || end == std::string_view::npos ? std::string_view()
                                                     : text_.substr(at_, end - at_);
}

bool HtmlTokenizer::has_tag(std::string_view content, std::string_view name) {
    const auto begin = static_cast<std::size_t>(content.data() - text_.data());
    return elements().has(name, begin, begin + content.size());
}

const ElementIndex& HtmlTokenizer::elements() {
    if (!elements_) elements_.emplace(text_);
    return *elements_;
}

bool HtmlTokenizer::skip_element(std::string_view name) {
    const std::string_view content = element_content(name);
    if (content.empty()) return false;
    advance_to(at_ + content.size());
    return true;
}

}  // namespace dutylist
