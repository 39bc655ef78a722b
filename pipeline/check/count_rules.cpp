#include "pipeline/check/list_titles.h"
#include "pipeline/check/marks.h"
#include "pipeline/check/rules.h"
#include "pipeline/text/chinese_number.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist::check {
namespace {

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

std::vector<Argument> counts(std::string_view words, std::size_t said, std::size_t found) {
    return {std::string(words), std::to_string(said), std::to_string(found)};
}

// Rows that head groups: 一、党的建设（22项）.
void compare_groups(DocumentScope& scope, std::uint32_t list_index) {
    const DutyList& list = scope.document().lists[list_index];
    for (std::size_t g = 0; g < list.groups.size(); ++g) {
        const GroupRow& group = list.groups[g];
        const std::size_t end =
            g + 1 < list.groups.size() ? list.groups[g + 1].first_item : list.items.size();
        const std::size_t found = end - group.first_item;
        if (group.count == 0 || group.count == found) continue;
        scope.report_outside({list_index, nowhere, nowhere}, group.text,
                             counts(group.text, group.count, found),
                             group.source.locate(group.text, 0));
    }
}

// Categories that carry their count: 党的建设（22项）.
void compare_categories(DocumentScope& scope, std::uint32_t list_index) {
    const auto column = scope.document().lists[list_index].column(CellRole::category);
    if (!column) return;
    const std::vector<ItemNote>& notes = scope.survey().items[list_index];
    for (std::size_t begin = 0; begin < notes.size();) {
        std::size_t end = begin + 1;
        while (end < notes.size() && notes[end].category == notes[begin].category) ++end;
        const auto said = count_in(notes[begin].category);
        if (said && *said != end - begin)
            scope.report(
                Place{list_index, notes[begin].place.item, static_cast<std::uint32_t>(*column)},
                counts(notes[begin].category, *said, end - begin));
        begin = end;
    }
}

}  // namespace

void find_wrong_counts(DocumentScope& scope) {
    const Document& document = scope.document();
    for (std::uint32_t l = 0; l < document.lists.size(); ++l) {
        const DutyList& list = document.lists[l];
        const auto said = count_in(list.title);
        if (said && *said != list.items.size())
            scope.report_outside({l, nowhere, nowhere}, list.title,
                                 counts(list.title, *said, list.items.size()));
        compare_groups(scope, l);
        compare_categories(scope, l);
    }
    for (const ContentsEntry& entry : document.contents) {
        const auto kind = kind_of_title(entry.title);
        const DutyList* list = kind ? document.list(*kind) : nullptr;
        const auto said = count_in(entry.title);
        if (list && said && *said != list->items.size())
            scope.report_outside({}, entry.title, counts(entry.title, *said, list->items.size()));
    }
}

}  // namespace dutylist::check
