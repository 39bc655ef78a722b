#include "importers/hypertext/html_tokenizer.h"

#include <algorithm>
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

// The end of the tag that begins before `at`: quotation marks hide a '>'.
std::size_t tag_end(std::string_view text, std::size_t at) {
    char quote = 0;
    bool value = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '>') {
            return at;
        } else if (c == '=') {
            value = true;
        } else if ((c == '"' || c == '\'') && value) {
            quote = c;
            value = false;
        } else if (white_space.find(c) == std::string_view::npos) {
            value = false;
        }
    }
    return text.size();
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
    return error == std::errc() && end != raw.data() + begin ? result : fallback;
}

std::string HtmlToken::style(std::string_view property) const {
    std::string all = ";";
    for (char c : value("style")) {
        if (white_space.find(c) == std::string_view::npos) all += lower(c);
    }
    const std::string wanted = ";" + std::string(property) + ":";
    const std::size_t at = all.find(wanted);
    if (at == std::string::npos) return {};
    const std::size_t begin = at + wanted.size();
    return all.substr(begin, std::min(all.find(';', begin), all.size()) - begin);
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

bool HtmlTokenizer::next(HtmlToken& token) {
    while (at_ < text_.size()) {
        token.place = place_;
        if (!is_tag(at_)) {
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
            const std::size_t end = text_.find("-->", at_ + 4);
            advance_to(end == std::string_view::npos ? text_.size() : end + 3);
            continue;
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
            const std::size_t end = text_.find('>', at_);
            advance_to(end == std::string_view::npos ? text_.size() : end + 1);
            continue;
        }
        const bool end_tag = rest[1] == '/';
        const std::size_t name_begin = at_ + (end_tag ? 2 : 1);
        const std::size_t name_end =
            std::min(text_.find_first_of(" \t\r\n\f/>", name_begin), text_.size());
        const std::size_t end = tag_end(text_, name_end);
        token.kind = end_tag ? HtmlToken::Kind::end_tag : HtmlToken::Kind::start_tag;
        token.name.assign(text_.substr(name_begin, name_end - name_begin));
        std::transform(token.name.begin(), token.name.end(), token.name.begin(), lower);
        token.attributes = text_.substr(name_end, end - name_end);
        token.closed = token.attributes.ends_with('/');
        advance_to(std::min(end + 1, text_.size()));
        return true;
    }
    return false;
}

std::string_view HtmlTokenizer::element_content(std::string_view name) const {
    std::size_t depth = 1;
    for (std::size_t at = text_.find('<', at_); at != std::string_view::npos;
         at = text_.find('<', at + 1)) {
        const bool end_tag = at + 1 < text_.size() && text_[at + 1] == '/';
        const std::string_view here = text_.substr(std::min(at + (end_tag ? 2 : 1), text_.size()));
        if (!equal_without_case(here.substr(0, name.size()), name)) continue;
        const char after = here.size() > name.size() ? here[name.size()] : '>';
        if (after != '>' && after != '/' && white_space.find(after) == std::string_view::npos) {
            continue;
        }
        const bool raw = name == "script" || name == "style" || name == "title";
        if (end_tag) {
            --depth;
        } else if (!raw) {
            ++depth;
        }
        if (depth == 0) {
            const std::size_t end = std::min(text_.find('>', at), text_.size() - 1) + 1;
            return text_.substr(at_, end - at_);
        }
    }
    return {};
}

bool HtmlTokenizer::skip_element(std::string_view name) {
    const std::string_view content = element_content(name);
    if (content.empty()) return false;
    advance_to(at_ + content.size());
    return true;
}

}  // namespace dutylist
