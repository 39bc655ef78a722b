#include "importers/open_text/list_numbers.h"

#include <algorithm>
#include <utility>

#include "importers/draft_building/number_text.h"
#include "pipeline/recognition/draft_text.h"

namespace dutylist {
namespace {

// What number_text calls the formats of style:num-format (OpenDocument 1.2 part 1, 19.500); those
// in Chinese are as LibreOffice and WPS write them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> formats{
    {{"1", "decimal"},
     {"a", "lowerLetter"},
     {"A", "upperLetter"},
     {"i", "lowerRoman"},
     {"I", "upperRoman"},
     {"一, 二, 三, ...", "chineseCounting"},
     {"１, ２, ３, ...", "decimalFullWidth"},
     {"①, ②, ③, ...", "decimalEnclosedCircle"},
     {"壹, 贰, 叁, ...", "chineseLegalSimplified"},
     {"壹, 貳, 參, ...", "chineseLegalSimplified"},
     {"甲, 乙, 丙, ...", "ideographTraditional"},
     {"子, 丑, 寅, ...", "ideographZodiac"}}};

std::string shown(std::uint32_t number, const std::string& format, std::string& unknown_format) {
    const auto* const known = std::find_if(formats.begin(), formats.end(),
                                           [&](const auto& pair) { return pair.first == format; });
    if (known != formats.end()) {
        if (auto text = number_text(static_cast<int>(number), known->second)) return *text;
    }
    unknown_format = format;
    return std::to_string(number);
}

}  // namespace

void ListNumbers::begin_list(const Start& start) {
    if (open_.empty()) {
        id_ = start.id;
        counters_ = {};
        if (!start.continued.empty()) {
            counters_ = by_id_[start.continued];
        } else if (start.continues) {
            counters_ = by_style_[start.style];
        }
    } else if (open_.size() < list_level_count && !start.continues) {
        counters_[open_.size()] = 0;
    }
    const bool inherits = start.style.empty() && !open_.empty();
    open_.push_back(inherits ? open_.back() : start.style);
}

void ListNumbers::end_list() {
    if (open_.empty()) return;
    if (open_.size() == 1) {
        if (!id_.empty()) by_id_[id_] = counters_;
        by_style_[open_.front()] = counters_;
    }
    open_.pop_back();
}

std::string ListNumbers::next_label(std::optional<std::uint32_t> start_value,
                                    std::string& unknown_format) {
    if (open_.empty() || open_.size() > list_level_count) return {};
    return count(styles_.list(open_.back()), counters_, open_.size() - 1, start_value,
                 unknown_format);
}

std::string ListNumbers::next_heading_label(std::uint32_t level, std::string& unknown_format) {
    if (level < 1 || level > list_level_count) return {};
    return count(styles_.outline(), headings_, level - 1, {}, unknown_format);
}

std::string ListNumbers::count(const ListStyle& style, Counters& counters, std::size_t level,
                               std::optional<std::uint32_t> start_value,
                               std::string& unknown_format) {
    const ListLevel& own = style[level];
    std::uint32_t& number = counters[level];
    number = start_value.value_or(number == 0 ? own.start : number + 1);
    std::fill(counters.begin() + static_cast<std::ptrdiff_t>(level) + 1, counters.end(), 0);
    if (own.format.empty()) return {};
    const std::size_t levels = std::clamp<std::size_t>(own.display_levels, 1, level + 1);
    std::string label = own.prefix;
    for (std::size_t i = level + 1 - levels; i <= level; ++i) {
        if (style[i].format.empty()) continue;
        if (i > level + 1 - levels) label += '.';
        label += shown(std::max(counters[i], 1u), style[i].format, unknown_format);
    }
    label += own.suffix;
    if (label.size() <= longest_list_label) return label;
    unknown_format = excerpt(label, longest_list_label);
    return std::to_string(number);
}

}  // namespace dutylist
