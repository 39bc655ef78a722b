#include "pipeline/recognition/page_furniture.h"

#include <algorithm>
#include <array>

#include "pipeline/analysis/item_number.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/chinese_number.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::size_t longest_contents_line = 400;
constexpr int least_leaders = 3;
constexpr std::size_t longest_category_characters = 24;

bool is_leader(char32_t c) { return c == U'.' || c == U'…' || c == U'·' || c == U'．'; }

bool is_dash(char32_t c) {
    return c == U'-' || c == U'—' || c == U'–' || c == U'－' || c == U'―' || c == U'·' || c == U'~';
}

std::optional<int> number_between(std::string_view text, std::string_view before,
                                  std::string_view after) {
    if (!text.starts_with(before) || !text.ends_with(after) ||
        text.size() <= before.size() + after.size())
        return {};
    return parse_number(text.substr(before.size(), text.size() - before.size() - after.size()));
}

// The count at the end of a group heading: （22项） （共22项） (22) 22项.
struct Counted {
    std::string_view rest;
    int count = 0;
};
Counted take_count(std::string_view text) {
    std::string_view rest = text;
    bool bracket = false;
    for (std::string_view close : {"）", ")"}) {
        if (rest.ends_with(close)) {
            rest.remove_suffix(close.size());
            bracket = true;
            break;
        }
    }
    bool counted = false;
    for (std::string_view word : {"项", "个", "条"}) {
        if (rest.ends_with(word)) {
            rest.remove_suffix(word.size());
            counted = true;
            break;
        }
    }
    if (!bracket && !counted) return {text, 0};
    rest = trimmed(rest);
    std::size_t begin = rest.size();
    while (begin > 0) {
        const Decoded d = decode_before(rest, begin);
        const std::string_view digit = rest.substr(begin - d.bytes, d.bytes);
        const bool is_digit = parse_number(digit) || digit == "0" || digit == "０" || digit == "十";
        if (!is_digit) break;
        begin -= d.bytes;
    }
    const auto count = parse_number(rest.substr(begin));
    if (!count) return {text, 0};
    rest = trimmed(rest.substr(0, begin));
    for (std::string_view colon : {"：", ":"}) {
        if (rest.ends_with(colon)) rest = trimmed(rest.substr(0, rest.size() - colon.size()));
    }
    for (std::string_view word : {"共计", "合计", "总计", "小计", "共", "计"}) {
        if (rest.ends_with(word)) rest.remove_suffix(word.size());
    }
    if (bracket) {
        bool opened = false;
        for (std::string_view open : {"（", "("}) {
            if (rest.ends_with(open)) {
                rest.remove_suffix(open.size());
                opened = true;
            }
        }
        if (!opened) return {text, 0};
    }
    return {trimmed(rest), *count};
}

// Takes 一、 or （一） off.
bool take_group_label(std::string_view& text) {
    for (std::string_view mark : {"、", "）", ")"}) {
        const std::size_t at = text.find(mark);
        if (at == std::string_view::npos) continue;
        std::string_view label = text.substr(0, at);
        const bool bracket = mark != "、";
        if (bracket) {
            if (label.starts_with("（")) {
                label.remove_prefix(std::string_view("（").size());
            } else if (label.starts_with("(")) {
                label.remove_prefix(1);
            } else {
                continue;
            }
        }
        if (label.empty() || is_ascii_digit(decode_at(label, 0).character) || !parse_number(label))
            continue;
        text = trimmed(text.substr(at + mark.size()));
        return true;
    }
    return false;
}

}  // namespace

std::optional<PrintedContentsLine> parse_contents_line(std::string_view text) {
    text = trimmed(text);
    if (text.size() > longest_contents_line) return {};
    std::size_t end = text.size();
    while (end > 0 && is_ascii_digit(static_cast<unsigned char>(text[end - 1]))) --end;
    if (end == text.size()) return {};
    const std::string_view page = text.substr(end);
    int leaders = 0;
    while (end > 0) {
        const Decoded d = decode_before(text, end);
        if (is_leader(d.character)) {
            leaders += d.character == U'…' ? least_leaders : 1;
        } else if (!is_white_space(d.character)) {
            break;
        }
        end -= d.bytes;
    }
    const std::string_view title = text.substr(0, end);
    // A row of a table may end in dots and a number too.
    if (leaders < least_leaders || end == 0 || title.find('\t') != title.npos) return {};
    return PrintedContentsLine{std::string(title), std::string(page)};
}

bool is_contents_heading(std::string_view text) {
    return text.size() < 40 && without_white_space(text) == "目录";
}

bool is_page_furniture(std::string_view text) {
    if (text.empty() || text.size() > 60) return false;
    const std::string words = without_white_space(text);
    static constexpr std::array<std::string_view, 5> continued{"续表", "（续）", "(续)", "（续表）",
                                                               "接上表"};
    if (std::find(continued.begin(), continued.end(), words) != continued.end()) return true;
    bool digit = false;
    bool dash = false;
    bool only = true;
    for (const Decoded& d : Characters(words)) {
        digit = digit || is_ascii_digit(d.character);
        dash = dash || is_dash(d.character);
        only = only && (is_ascii_digit(d.character) || is_dash(d.character));
    }
    if (only && digit && dash) return true;
    // 第 3 页, 第 3 页 共 40 页, 第 3 页/共 40 页
    std::string_view rest = words;
    if (!rest.starts_with("第") || !rest.ends_with("页")) return false;
    const std::size_t first = rest.find("页");
    if (!number_between(rest.substr(0, first + std::string_view("页").size()), "第", "页"))
        return false;
    rest.remove_prefix(first + std::string_view("页").size());
    while (!rest.empty() && !rest.starts_with("共")) rest.remove_prefix(decode_at(rest, 0).bytes);
    return rest.empty() || number_between(rest, "共", "页").has_value();
}

std::optional<GroupHeading> parse_group_heading(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || count_characters(text) > longest_category_characters + 12) return {};
    GroupHeading heading;
    const Counted counted = take_count(text);
    heading.count = counted.count;
    heading.category = counted.rest;
    heading.labelled = take_group_label(heading.category);
    if (heading.category.empty() ||
        count_characters(heading.category) > longest_category_characters)
        return {};
    for (const Decoded& d : Characters(heading.category)) {
        const char32_t c = d.character;
        if (c == U'。' || c == U'；' || c == U';' || c == U'，' || c == U',' || c == U'：' ||
            c == U':' || c == U'\n')
            return {};
    }
    return heading;
}

int stated_count(std::string_view text) {
    constexpr std::size_t longest = 400;
    return text.size() > longest ? 0 : take_count(trimmed(text)).count;
}

bool is_count_line(std::string_view text) {
    constexpr std::size_t longest = 60;
    if (text.size() > longest) return false;
    const Counted counted = take_count(trimmed(text));
    return counted.count > 0 && counted.rest.empty();
}

std::optional<std::string_view> continued_number(std::string_view text) {
    text = trimmed(text);
    static constexpr std::string_view word = "续";
    const std::size_t at = text.find(word);
    if (at == std::string_view::npos) return {};
    if (at == 0) text.remove_prefix(word.size());
    for (std::string_view suffix : {"（续）", "(续)", "（续表）", "续"}) {
        if (text.ends_with(suffix)) {
            text.remove_suffix(suffix.size());
            break;
        }
    }
    text = trimmed(text);
    if (!parse_item_number(text)) return {};
    return text;
}

}  // namespace dutylist
