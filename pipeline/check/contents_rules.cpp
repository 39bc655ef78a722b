#include <algorithm>

#include "pipeline/check/list_titles.h"
#include "pipeline/check/rules.h"
#include "pipeline/text/chinese_number.h"
#include "pipeline/text/white_space.h"

namespace dutylist::check {
namespace {

std::string title_of(const DutyList& list) {
    return list.title.empty() ? std::string(title_word(list.kind)) : list.title;
}

}  // namespace

void find_lists_not_in_contents(DocumentScope& scope) {
    const Document& document = scope.document();
    if (document.contents.empty()) return;
    for (std::uint32_t l = 0; l < document.lists.size(); ++l) {
        const DutyList& list = document.lists[l];
        const bool listed = std::any_of(
            document.contents.begin(), document.contents.end(),
            [&](const ContentsEntry& entry) { return kind_of_title(entry.title) == list.kind; });
        if (!listed) scope.report_outside({l, nowhere, nowhere}, title_of(list), {title_of(list)});
    }
}

void find_contents_without_list(DocumentScope& scope) {
    for (const ContentsEntry& entry : scope.document().contents) {
        const auto kind = kind_of_title(entry.title);
        if (kind && !scope.document().list(*kind))
            scope.report_outside({}, entry.title, {entry.title});
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
        const auto kind = kind_of_title(entry.title);
        if (!kind || !document.list(*kind)) continue;
        const std::ptrdiff_t here = position(*kind);
        const int page = parse_number(without_white_space(entry.page)).value_or(0);
        if (here <= last_position || (page != 0 && page <= last_page)) {
            scope.report_outside({}, entry.title, {entry.title, entry.page});
        } else {
            last_position = here;
        }
        last_page = std::max(last_page, page);
    }
}

}  // namespace dutylist::check
