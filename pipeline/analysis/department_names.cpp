#include "pipeline/analysis/department_names.h"

#include <algorithm>
#include <array>

#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::u32string_view openers = U"（(【〔[《“‘「『";
constexpr std::u32string_view closers = U"）)】〕]》”’」』";
constexpr std::size_t longest_name_characters = 60;

bool is_opener(char32_t c) { return openers.find(c) != std::u32string_view::npos; }
bool is_closer(char32_t c) { return closers.find(c) != std::u32string_view::npos; }

std::string_view without_note(std::string_view name) {
    for (std::string_view open : {"（", "("}) {
        if (const std::size_t at = name.find(open); at != std::string_view::npos && at > 0)
            name = name.substr(0, at);
    }
    return name;
}

// A, of "A及其他…的部门"; npos if the name has no such addition.
std::size_t others_at(std::string_view name) {
    static constexpr std::array<std::string_view, 2> ends{"部门", "单位"};
    const bool fits = std::any_of(ends.begin(), ends.end(),
                                  [&](std::string_view end) { return name.ends_with(end); });
    if (!fits) return std::string_view::npos;
    for (std::string_view words : {"及其他", "及其它", "和其他", "和其它"}) {
        const std::size_t at = name.find(words);
        if (at != std::string_view::npos && at > 0) return at;
    }
    return std::string_view::npos;
}

// What stands before a colon and is no name: 工作方式：
bool is_caption(std::string_view name) {
    static constexpr std::array<std::string_view, 6> ends{"方式", "内容", "措施",
                                                          "要求", "依据", "如下"};
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::string_view end) { return name.ends_with(end); });
}

void add_mention(std::vector<DepartmentMention>& mentions, std::string_view text, std::size_t begin,
                 std::size_t end) {
    std::string_view name = trimmed(text.substr(begin, end - begin));
    if (name.empty()) return;
    const auto at = static_cast<std::uint32_t>(name.data() - text.data());
    DepartmentMention mention{{at, static_cast<std::uint32_t>(at + name.size())}, false};
    if (const std::size_t others = others_at(name); others != std::string_view::npos) {
        mention.and_others = true;
        mention.name.end = static_cast<std::uint32_t>(at + trimmed(name.substr(0, others)).size());
    }
    mentions.push_back(mention);
}

}  // namespace

std::vector<DepartmentMention> find_departments(std::string_view text) {
    std::vector<DepartmentMention> mentions;
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode_at(text, i);
        if (is_opener(d.character)) ++depth;
        if (is_closer(d.character) && depth > 0) --depth;
        const char32_t c = d.character;
        // An opening bracket that is never closed must not swallow the lines below it.
        if (c == U'\n') depth = 0;
        if (depth == 0 && (c == U'、' || c == U'，' || c == U',' || c == U'\n')) {
            add_mention(mentions, text, begin, i);
            begin = i + d.bytes;
        }
        i += d.bytes;
    }
    add_mention(mentions, text, begin, text.size());
    return mentions;
}

bool ends_like_department(std::string_view name) {
    static constexpr std::array<std::string_view, 28> ends{
        "局",   "委",   "办",   "部",   "室",   "院",   "厅",   "站",   "所",   "队",
        "会",   "联",   "中心", "公司", "法院", "银行", "政府", "人大", "政协", "大队",
        "支队", "税务", "部门", "单位", "机构", "集团", "馆",   "处"};
    name = without_note(name);
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::string_view end) { return name.ends_with(end); });
}

std::optional<HandoverHead> handover_head_at(std::string_view text, std::size_t begin) {
    std::size_t characters = 0;
    int depth = 0;
    for (std::size_t i = begin; i < text.size() && characters <= longest_name_characters;
         ++characters) {
        const Decoded d = decode_at(text, i);
        const char32_t c = d.character;
        if (depth == 0 && (c == U'：' || c == U':')) {
            const std::string_view name = text.substr(begin, i - begin);
            const bool is_name = begin == 0 ? !is_caption(name) : ends_like_department(name);
            if (name.empty() || !is_name) return {};
            return HandoverHead{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i)},
                                static_cast<std::uint32_t>(i + d.bytes)};
        }
        if (is_white_space(c)) return {};
        if (is_opener(c)) ++depth;
        if (is_closer(c) && depth > 0) --depth;
        const bool mark = is_full_width_mark(c) && !is_opener(c) && !is_closer(c) && c != U'、';
        if (mark || c == U',' || c == U';' || c == U'.') return {};
        i += d.bytes;
    }
    return {};
}

}  // namespace dutylist
