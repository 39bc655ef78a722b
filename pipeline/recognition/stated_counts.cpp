#include "pipeline/recognition/stated_counts.h"

#include <algorithm>
#include <string>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/recognition/list_checks.h"
#include "pipeline/recognition/page_furniture.h"

namespace dutylist {
namespace {

const DutyList* list_of(const Document& document, ListKind kind) {
    const auto found = std::find_if(document.lists.begin(), document.lists.end(),
                                    [&](const DutyList& list) { return list.kind == kind; });
    return found == document.lists.end() ? nullptr : &*found;
}

bool names_list(std::string_view line) { return line.find("清单") != line.npos; }

}  // namespace

void report_broken_promises(const Document& document, const std::vector<StatedCount>& counts,
                            const ColumnSynonyms& synonyms, Diagnostics& diagnostics) {
    const auto compare = [&](const DutyList& list, int stated, const SourceLocation& place) {
        if (stated == 0 || static_cast<std::size_t>(stated) == list.items.size()) return;
        diagnostics.add(
            Code::list_count_differs, place,
            {name_in_messages(list), std::to_string(stated), std::to_string(list.items.size())});
    };
    const SourceLocation file{document.source_file, {}, 0, 0};
    for (const ContentsEntry& entry : document.contents) {
        const auto kind = names_list(entry.title) ? synonyms.kind_of(entry.title) : std::nullopt;
        if (!kind) continue;
        if (const DutyList* list = list_of(document, *kind)) {
            compare(*list, stated_count(entry.title), file);
        } else {
            diagnostics.add(Code::list_promised, file, {entry.title});
        }
    }
    for (const DutyList& list : document.lists)
        compare(list, stated_count(list.title),
                list.items.empty() ? file : place_of(list.items.front()));
    for (const StatedCount& stated : counts) {
        if (const DutyList* list = list_of(document, stated.kind))
            compare(*list, stated.count, stated.place);
    }
}

}  // namespace dutylist
