#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dutylist {

// A line of a contents page: "1. 基本履职事项清单.....	12".
struct PrintedContentsLine {
    std::string title;
    std::string page;
};
// Nothing if the line has no run of at least three leaders (. … · ．) before a page number.
std::optional<PrintedContentsLine> parse_contents_line(std::string_view text);

// 目录, however spaced.
bool is_contents_heading(std::string_view text);

// What pages carry besides their text: "— 12 —", "第 3 页 共 40 页", 续表, （续）.
bool is_page_furniture(std::string_view text);

// A row or line that heads a group of items: "一、党的建设（22项）".
struct GroupHeading {
    std::string_view category;  // a view into the text given
    int count = 0;              // 0: not said
    bool labelled = false;      // begins with 一、 or （一）
};
// Nothing for anything longer or with marks of a sentence in it.
std::optional<GroupHeading> parse_group_heading(std::string_view text);

// How many items a title or line says there are, at its end: （共106项）. 0: not said.
int stated_count(std::string_view text);
// Whether the line says nothing but that: 共106项.
bool is_count_line(std::string_view text);

// "12（续）", "12续", "续12": the number as printed, a view into `text`. Nothing for anything else.
std::optional<std::string_view> continued_number(std::string_view text);

}  // namespace dutylist
