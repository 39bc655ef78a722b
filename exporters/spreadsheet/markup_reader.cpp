#include "exporters/spreadsheet/markup_reader.h"

#include <array>
#include <charconv>
#include <cstring>
#include <utility>

namespace dutylist::spreadsheet {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 6> references{{
    {"&amp;", '&'},
    {"&lt;", '<'},
    {"&gt;", '>'},
    {"&quot;", '"'},
    {"&apos;", '\''},
    {"&#xA;", '\n'},
}};

const char* find(const char* begin, const char* end, char wanted) {
    return static_cast<const char*>(
        std::memchr(begin, wanted, static_cast<std::size_t>(end - begin)));
}

std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \r\n\t") == std::string_view::npos;
}

}  // namespace

std::string_view value_of(std::span<const MarkupAttribute> attributes, std::string_view name) {
    for (const MarkupAttribute& attribute : attributes)
        if (attribute.name == name) return attribute.value;
    return {};
}

bool append_unescaped(std::string& text, std::string_view markup) {
    for (;;) {
        const std::size_t begin = markup.find('&');
        text += markup.substr(0, begin);
        if (begin == std::string_view::npos) return true;
        markup.remove_prefix(begin);
        const std::string_view before = markup;
        for (const auto& [reference, character] : references) {
            if (!markup.starts_with(reference)) continue;
            text += character;
            markup.remove_prefix(reference.size());
            break;
        }
        if (markup.size() == before.size()) return false;
    }
}

bool MarkupReader::read(std::string_view piece) {
    if (!good_) return false;
    if (rest_.empty()) {
        rest_ = piece.substr(read_whole_tags(piece));
    } else {
        rest_ += piece;
        rest_.erase(0, read_whole_tags(rest_));
    }
    return good_;
}

// How much of it was read.
std::size_t MarkupReader::read_whole_tags(std::string_view markup) {
    const char* const first = markup.data();
    const char* const last = first + markup.size();
    const char* at = first;
    while (good_) {
        const char* const open = at < last ? find(at, last, '<') : nullptr;
        const char* const close = open ? find(open, last, '>') : nullptr;
        if (!close) break;
        good_ = (open == at || read_text(between(at, open))) && read_tag(between(open + 1, close));
        at = close + 1;
    }
    // Behind the root there is nothing but the end of a line.
    if (root_seen_ && open_.empty() && is_blank(between(at, last))) at = last;
    return static_cast<std::size_t>(at - first);
}

bool MarkupReader::read_text(std::string_view text) {
    if (open_.empty()) return is_blank(text);
    handler_.text(text);
    return true;
}

bool MarkupReader::read_tag(std::string_view tag) {
    if (tag.empty()) return false;
    if (tag.front() == '?') {
        const bool first = !std::exchange(declared_, true) && !root_seen_;
        return first && tag.starts_with("?xml ") && tag.back() == '?';
    }
    if (tag.front() == '/') return read_end(tag.substr(1));
    return declared_ && read_start(tag);
}

bool MarkupReader::read_end(std::string_view name) {
    if (open_.empty()) return false;
    const Open& open = open_.back();
    if (name != std::string_view(names_).substr(open.name_begin)) return false;
    if (open.promised >= 0 && static_cast<std::uint64_t>(open.promised) != open.elements)
        return false;
    names_.resize(open.name_begin);
    open_.pop_back();
    handler_.end(name);
    return true;
}

bool MarkupReader::read_start(std::string_view tag) {
    const bool is_closed = tag.back() == '/';
    if (is_closed) tag.remove_suffix(1);
    const std::string_view name = tag.substr(0, tag.find(' '));
    if (name.empty() || name.find_first_of("\"=<!&") != std::string_view::npos) return false;
    if (open_.empty() && std::exchange(root_seen_, true)) return false;
    if (!read_attributes(tag.substr(name.size()))) return false;
    if (!open_.empty()) ++open_.back().elements;
    open_.push_back({names_.size(), 0, promised_elements()});
    names_ += name;
    handler_.start(name, attributes_);
    return !is_closed || read_end(name);
}

bool MarkupReader::read_attributes(std::string_view markup) {
    attributes_.clear();
    while (!markup.empty()) {
        const std::size_t equals = markup.find("=\"");
        if (markup.front() != ' ' || equals == std::string_view::npos) return false;
        const std::size_t end = markup.find('"', equals + 2);
        const std::string_view name = markup.substr(1, equals - 1);
        if (end == std::string_view::npos || name.empty() ||
            name.find_first_of(" \"<&") != std::string_view::npos) {
            return false;
        }
        const std::string_view value = markup.substr(equals + 2, end - equals - 2);
        if (value.find('<') != std::string_view::npos) return false;
        attributes_.push_back({name, value});
        markup.remove_prefix(end + 1);
    }
    return true;
}

// What the attributes say of the elements within.
std::int64_t MarkupReader::promised_elements() const {
    std::int64_t number = -1;
    for (const auto& [name, value] : attributes_) {
        const bool unique = name == "uniqueCount";
        if (!unique && name != "size" && (name != "count" || number >= 0)) continue;
        std::from_chars(value.data(), value.data() + value.size(), number);
        if (unique) break;
    }
    return number;
}

}  // namespace dutylist::spreadsheet
