#include <algorithm>
#include <array>

#include "pipeline/check/marks.h"
#include "pipeline/check/rules.h"
#include "pipeline/text/chinese_number.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist::check {
namespace {

constexpr std::array<std::string_view, 3> kind_words{"基本履职", "配合履职", "收回"};

std::optional<ListKind> kind_of(std::string_view title) {
    const std::string plain = without_white_space(title);
    for (ListKind kind : all_list_kinds) {
        if (plain.find(kind_words[static_cast<std::size_t>(kind)]) != std::string::npos)
            return kind;
    }
    return {};
}

std::string title_of(const DutyList& list) {
    return list.title.empty() ? std::string(kind_words[static_cast<std::size_t>(list.kind)])
                              : list.title;
}

// The number in "…（共106项）", "党的建设（22项）"; nothing else counts as a count.
std::optional<std::uint32_t> count_in(std::string_view title) {
    const std::string plain = without_white_space(title);
    const std::size_t end = plain.rfind("项");
    if (end == std::string::npos) return {};
    const std::string_view after = std::string_view(plain).substr(end + std::string("项").size());
    if (!after.empty() && after != "）" && after != ")" && after != "）：") return {};
    std::size_t begin = end;
    while (begin > 0) {
        const Decoded before = decode_before(plain, begin);
        const bool in_number = is_digit(before.character) || is_han_numeral(before.character) ||
                               before.character == U'百' || before.character == U'零';
        if (!in_number) break;
        begin -= before.bytes;
    }
    const auto number = parse_number(std::string_view(plain).substr(begin, end - begin));
    return number ? std::optional(static_cast<std::uint32_t>(*number)) : std::nullopt;
}

void compare_count(DocumentScope& scope, const std::string& title, std::size_t items) {
    const auto said = count_in(title);
    if (said && *said != items)
        scope.report_outside(title, {title, std::to_string(*said), std::to_string(items)});
}

}  // namespace

void find_lists_not_in_contents(DocumentScope& scope) {
    const Document& document = scope.document();
    if (document.contents.empty()) return;
    for (const DutyList& list : document.lists) {
        const bool listed = std::any_of(
            document.contents.begin(), document.contents.end(),
            [&](const ContentsEntry& entry) { return kind_of(entry.title) == list.kind; });
        if (!listed) scope.report_outside(title_of(list), {title_of(list)});
    }
}

void find_contents_without_list(DocumentScope& scope) {
    for (const ContentsEntry& entry : scope.document().contents) {
        const auto kind = kind_of(entry.title);
        if (kind && !scope.document().list(*kind)) scope.report_outside(entry.title, {entry.title});
    }
}

void find_contents_out_of_order(DocumentScope& scope) {
    const Document& document = scope.document();
    const auto position = [&](ListKind kind) {
        return std::find_if(document.lists.begin(), document.lists.end(),
                            [&](const DutyList& list) { return list.kind == kind; }) -
               document.lists.begin();
    };
    std::ptrdiff_t last_position = -1;
    int last_page = 0;
    for (const ContentsEntry& entry : document.contents) {
        const auto kind = kind_of(entry.title);
        if (!kind || !document.list(*kind)) continue;
        const std::ptrdiff_t here = position(*kind);
        const int page = parse_number(without_white_space(entry.page)).value_or(0);
        if (here <= last_position || (page != 0 && page <= last_page)) {
            scope.report_outside(entry.title, {entry.title, entry.page});
        } else {
            last_position = here;
        }
        last_page = std::max(last_page, page);
    }
}

void find_wrong_counts(DocumentScope& scope) {
    const Document& document = scope.document();
    for (const DutyList& list : document.lists) compare_count(scope, list.title, list.items.size());
    for (const ContentsEntry& entry : document.contents) {
        const auto kind = kind_of(entry.title);
        if (kind && document.list(*kind))
            compare_count(scope, entry.title, document.list(*kind)->items.size());
    }
    // A category that carries its count: 党的建设（22项）.
    for (std::uint32_t l = 0; l < document.lists.size(); ++l) {
        const DutyList& list = document.lists[l];
        const auto column = list.column(CellRole::category);
        if (!column) continue;
        for (std::uint32_t begin = 0; begin < list.items.size();) {
            const std::string& category = list.items[begin].cells[*column].text;
            std::uint32_t end = begin + 1;
            while (end < list.items.size() && list.items[end].cells[*column].text == category)
                ++end;
            const auto said = count_in(category);
            if (said && *said != end - begin)
                scope.report(Place{l, begin, static_cast<std::uint32_t>(*column)},
                             {category, std::to_string(*said), std::to_string(end - begin)});
            begin = end;
        }
    }
}

}  // namespace dutylist::check
