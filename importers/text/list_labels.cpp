#include "importers/text/list_labels.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "importers/text/inline_tags.h"
#include "pipeline/text/chinese_number.h"

namespace dutylist {
namespace {

constexpr int largest_label = 9999;

int number_or(std::string_view text, int fallback) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value >= 0 && value <= largest_label ? value : fallback;
}

// The value of list-style-type, or of the shorthand list-style.
std::string list_style(std::string_view style) {
    std::string text;
    for (char c : style) {
        if (c != ' ' && c != '\t') text += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    for (std::string_view property : {"list-style-type:", "list-style:"}) {
        const std::size_t at = text.find(property);
        if (at == std::string::npos) continue;
        const std::size_t begin = at + property.size();
        return text.substr(begin, std::min(text.find(';', begin), text.size()) - begin);
    }
    return {};
}

}  // namespace

void ListLabels::open_ordered(std::string_view attributes) {
    List list;
    list.style = Style::decimal;
    const std::string_view type = attribute_of(attributes, "type");
    if (type == "a") list.style = Style::lower_letter;
    if (type == "A") list.style = Style::upper_letter;
    const std::string style = list_style(attribute_of(attributes, "style"));
    if (style.find("none") != std::string::npos) list.style = Style::none;
    if (style.find("cjk-") != std::string::npos || style.find("chinese") != std::string::npos ||
        style.find("han") != std::string::npos)
        list.style = Style::chinese;
    if (style.find("lower-alpha") != std::string::npos ||
        style.find("lower-latin") != std::string::npos)
        list.style = Style::lower_letter;
    if (style.find("upper-alpha") != std::string::npos ||
        style.find("upper-latin") != std::string::npos)
        list.style = Style::upper_letter;
    list.next = number_or(attribute_of(attributes, "start"), 1);
    lists_.push_back(list);
}

std::string ListLabels::next_item(std::string_view attributes) {
    if (lists_.empty()) return {};
    List& list = lists_.back();
    list.next = number_or(attribute_of(attributes, "value"), list.next);
    const int number = list.next;
    if (list.next < largest_label) ++list.next;
    const auto letter = [&](char first) {
        return std::string(1, static_cast<char>(first + (std::max(number, 1) - 1) % 26)) + ".";
    };
    switch (list.style) {
        case Style::none:
            return {};
        case Style::decimal:
            return std::to_string(number) + ".";
        case Style::chinese:
            return chinese_number(number) + "、";
        case Style::lower_letter:
            return letter('a');
        case Style::upper_letter:
            return letter('A');
    }
    return {};
}

}  // namespace dutylist
