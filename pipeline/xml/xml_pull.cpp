#include "pipeline/xml/xml_pull.h"

#include <algorithm>
#include <charconv>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/utf8.h"
#include "pipeline/xml/start_tag.h"
#include "pipeline/xml/xml_guard.h"

namespace dutylist {
namespace {

constexpr std::string_view white_space = " \t\r\n";

char32_t referred_character(std::string_view name) {
    if (name == "amp") return U'&';
    if (name == "lt") return U'<';
    if (name == "gt") return U'>';
    if (name == "quot") return U'"';
    if (name == "apos") return U'\'';
    const bool hexadecimal = name.starts_with("#x");
    name.remove_prefix(hexadecimal ? 2 : 1);
    std::uint32_t value = 0;
    std::from_chars(name.data(), name.data() + name.size(), value, hexadecimal ? 16 : 10);
    return static_cast<char32_t>(value);
}

// The guard has seen that every & begins a reference to a character that XML allows.
void append_decoded(std::string& result, std::string_view raw) {
    while (!raw.empty()) {
        const std::size_t at = std::min(raw.find('&'), raw.size());
        result.append(raw, 0, at);
        raw.remove_prefix(at);
        if (raw.empty()) return;
        const std::size_t end = raw.find(';');
        append_utf8(result, referred_character(raw.substr(1, end - 1)));
        raw.remove_prefix(end + 1);
    }
}

// XML 1.0, 3.3.3: white space in a value is a space, unless it is written as a reference.
std::string attribute_value(std::string_view raw) {
    std::string spaced(raw);
    std::replace_if(
        spaced.begin(), spaced.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; },
        ' ');
    std::string value;
    append_decoded(value, spaced);
    return value;
}

std::string_view local_name(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

SourceLocation XmlPlaces::at(std::size_t offset) {
    offset = std::min(offset, text_.size());
    if (offset < line_start_) {
        line_start_ = looked_at_ = characters_ = 0;
        line_ = 1;
    } else if (offset < looked_at_ && offset - line_start_ < looked_at_ - offset) {
        looked_at_ = line_start_;
        characters_ = 0;
    } else if (offset < looked_at_) {
        characters_ -= count_characters(text_.substr(offset, looked_at_ - offset));
        looked_at_ = offset;
    }
    while (looked_at_ < offset) {
        const std::string_view rest = text_.substr(looked_at_, offset - looked_at_);
        const std::size_t line_end = rest.find('\n');
        if (line_end == std::string_view::npos) {
            characters_ += count_characters(rest);
            looked_at_ = offset;
        } else {
            ++line_;
            line_start_ = looked_at_ = looked_at_ + line_end + 1;
            characters_ = 0;
        }
    }
    return {file_name_, {}, line_, static_cast<std::uint32_t>(characters_ + 1)};
}

XmlPull::XmlPull(std::string_view text, std::string file_name)
    : text_(text), places_(text, std::move(file_name)) {
    const std::optional<XmlFault> fault = find_xml_fault(text);
    if (!fault) return;
    std::vector<Argument> arguments;
    if (fault->detail != Argument()) arguments.push_back(fault->detail);
    throw JobError(fault->code, places_.at(fault->offset), std::move(arguments));
}

XmlPull::Event XmlPull::next() {
    if (event_ == Event::start && empty_element_) {
        empty_element_ = false;
        open_.pop_back();
        return event_ = Event::end;
    }
    if (event_ == Event::end) {
        while (!name_spaces_.empty() && name_spaces_.back().first > open_.size())
            name_spaces_.pop_back();
    }
    for (;;) {
        event_offset_ = at_;
        if (at_ >= text_.size()) {
            if (!open_.empty())
                throw JobError(Code::xml_malformed, place(),
                               {Message{Code::reason_xml_no_end_tag, {std::string(open_.back())}}});
            return event_ = Event::done;
        }
        if (text_[at_] != '<') {
            read_text(std::min(text_.find('<', at_), text_.size()));
            // White space around the root element is nobody's.
            if (open_.empty()) continue;
            return event_ = Event::text;
        }
        event_ = Event::done;
        read_markup();
        if (event_ != Event::done) return event_;
    }
}

void XmlPull::read_text(std::size_t end) {
    content_.clear();
    append_decoded(content_, text_.substr(at_, end - at_));
    at_ = end;
}

void XmlPull::read_markup() {
    const std::string_view rest = text_.substr(at_);
    const auto past = [&](std::string_view end) {
        return std::min(text_.find(end, at_) + end.size(), text_.size());
    };
    if (rest.starts_with("<!--")) {
        at_ = past("-->");
    } else if (rest.starts_with("<?")) {
        at_ = past("?>");
    } else if (rest.starts_with("<![CDATA[")) {
        if (open_.empty())
            throw JobError(Code::xml_malformed, place(),
                           {Message{Code::reason_xml_text_outside, {}}});
        const std::size_t end = text_.find("]]>", at_);
        content_ = text_.substr(at_ + 9, end - at_ - 9);
        at_ = end + 3;
        event_ = Event::text;
    } else if (rest.starts_with("</")) {
        read_end_tag();
    } else {
        read_start_tag();
    }
}

void XmlPull::read_start_tag() {
    std::size_t at = text_.find_first_of(" \t\r\n/>", at_);
    qualified_name_ = text_.substr(at_ + 1, at - at_ - 1);
    name_ = local_name(qualified_name_);
    if (qualified_name_.empty())
        throw JobError(Code::xml_malformed, place(), {Message{Code::reason_xml_nameless, {}}});
    attributes_.clear();
    open_.push_back(qualified_name_);
    for (;;) {
        at = text_.find_first_not_of(white_space, at);
        if (text_[at] == '>' || text_[at] == '/') break;
        const std::size_t name_end = text_.find_first_of(" \t\r\n=", at);
        const std::string_view name = text_.substr(at, name_end - at);
        const std::size_t open = text_.find_first_of("\"'", name_end);
        const std::size_t close = text_.find(text_[open], open + 1);
        attributes_.emplace_back(name, attribute_value(text_.substr(open + 1, close - open - 1)));
        if (name == "xmlns" || name.starts_with("xmlns:")) {
            name_spaces_.push_back(
                {open_.size(),
                 {std::string(name == "xmlns" ? "" : name.substr(6)), attributes_.back().second}});
        }
        at = close + 1;
    }
    empty_element_ = text_[at] == '/';
    at_ = at + (empty_element_ ? 2 : 1);
    event_ = Event::start;
}

void XmlPull::read_end_tag() {
    const std::size_t end = text_.find('>', at_);
    std::string_view name = text_.substr(at_ + 2, end - at_ - 2);
    name = name.substr(0, name.find_first_of(white_space));
    if (open_.empty())
        throw JobError(Code::xml_malformed, place(), {Message{Code::reason_xml_end_tag_alone, {}}});
    if (name != open_.back()) {
        throw JobError(
            Code::xml_malformed, place(),
            {Message{Code::reason_xml_wrong_end, {std::string(name), std::string(open_.back())}}});
    }
    open_.pop_back();
    name_ = local_name(name);
    at_ = end + 1;
    event_ = Event::end;
}

std::string_view XmlPull::prefix() const {
    const std::size_t colon = qualified_name_.find(':');
    return colon == std::string_view::npos ? std::string_view() : qualified_name_.substr(0, colon);
}

std::string_view XmlPull::name_space() const {
    for (auto entry = name_spaces_.rbegin(); entry != name_spaces_.rend(); ++entry) {
        if (entry->second.first == prefix()) return entry->second.second;
    }
    return {};
}

bool XmlPull::has(std::string_view attribute) const {
    return std::any_of(attributes_.begin(), attributes_.end(),
                       [&](const auto& entry) { return entry.first == attribute; });
}

std::string_view XmlPull::attribute(std::string_view name) const {
    for (const auto& [found, value] : attributes_) {
        if (found == name) return value;
    }
    return {};
}

std::string_view XmlPull::required(std::string_view name) { return required_of(*this, name); }

bool XmlPull::flag(std::string_view name, bool fallback) { return flag_of(*this, name, fallback); }

void XmlPull::allow_attributes(std::initializer_list<std::string_view> names) {
    allow_attributes_of(*this, attributes_, names);
}

void XmlPull::fail_value(std::string_view name, Argument expected) {
    fail_value_of(*this, name, std::move(expected));
}

void XmlPull::fail_element() {
    throw JobError(Code::xml_unknown_element, place(), {std::string(name_)});
}

}  // namespace dutylist
