#include <algorithm>

#include "pipeline/analysis/analyse.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/list_columns.h"
#include "pipeline/recognition/recognise.h"
#include "pipeline/recognition/title_page.h"

namespace dutylist {
namespace {

std::vector<std::string> comparable_heads(const DutyList& list) {
    std::vector<std::string> heads;
    for (const Column& column : list.columns)
        heads.push_back(ColumnSynonyms::comparable(column.head));
    return heads;
}

void append_items(DutyList& list, DutyList&& more) {
    const std::size_t known = list.columns.size();
    std::vector<std::size_t> targets = continued_columns(list.columns, comparable_heads(list),
                                                         more.columns, comparable_heads(more));
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (targets[i] != known) continue;
        targets[i] = list.columns.size();
        list.columns.push_back(std::move(more.columns[i]));
    }
    if (list.columns.size() > known) {
        for (Item& item : list.items) item.cells.resize(list.columns.size());
    }
    for (GroupRow& group : more.groups) {
        group.first_item += static_cast<std::uint32_t>(list.items.size());
        list.groups.push_back(std::move(group));
    }
    const std::size_t wanted = list.items.size() + more.items.size();
    if (wanted > list.items.capacity())
        list.items.reserve(std::max(wanted, 2 * list.items.capacity()));
    for (Item& from : more.items) {
        Item& item = list.items.emplace_back();
        item.cells.resize(list.columns.size());
        for (std::size_t i = 0; i < targets.size(); ++i)
            item.cells[targets[i]] = std::move(from.cells[i]);
    }
}

}  // namespace

Document merge_documents(std::vector<Document> documents, Diagnostics& diagnostics) {
    if (documents.empty()) throw JobError(Code::no_list_found, {}, {""});
    Document merged = std::move(documents.front());
    for (std::size_t i = 1; i < documents.size(); ++i) {
        Document& document = documents[i];
        const SourceLocation place{document.source_file, {}, 0, 0};
        if (merged.title.empty()) merged.title = std::move(document.title);
        if (merged.title_lines.empty()) merged.title_lines = std::move(document.title_lines);
        if (merged.contents.empty()) merged.contents = std::move(document.contents);
        if (!complete_unit(merged.unit, document.unit)) {
            throw JobError(Code::unit_several, {},
                           {merged.source_file, merged.unit.full_name(), document.source_file,
                            document.unit.full_name()});
        }
        if (!merged.period.known()) {
            merged.period = document.period;
        } else if (document.period.known() && document.period.iso() != merged.period.iso()) {
            diagnostics.add(Code::period_differs, place,
                            {document.period.printed, merged.period.printed});
        }
        for (DutyList& list : document.lists) {
            const auto known =
                std::find_if(merged.lists.begin(), merged.lists.end(),
                             [&](const DutyList& other) { return other.kind == list.kind; });
            if (known == merged.lists.end()) {
                merged.lists.push_back(std::move(list));
            } else {
                append_items(*known, std::move(list));
            }
        }
        merged.source_file += "、" + document.source_file;
    }
    analyse(merged, diagnostics);
    return merged;
}

}  // namespace dutylist
