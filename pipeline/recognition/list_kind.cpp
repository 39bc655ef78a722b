#include "pipeline/recognition/list_kind.h"

#include <algorithm>
#include <optional>

#include "pipeline/recognition/page_furniture.h"
#include "pipeline/recognition/table_header.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

bool same_roles(const std::vector<Column>& known, const std::vector<Column>& columns) {
    return std::all_of(columns.begin(), columns.end(),
                       [&](const Column& column) {
                           return std::any_of(known.begin(), known.end(), [&](const Column& other) {
                               return other.role == column.role;
                           });
                       }) &&
           std::all_of(known.begin(), known.end(), [&](const Column& column) {
               return column.role == CellRole::extra || column.role == CellRole::category ||
                      std::any_of(columns.begin(), columns.end(),
                                  [&](const Column& other) { return other.role == column.role; });
           });
}

}  // namespace

std::optional<ListKind> kind_of_title(std::string_view line, const ColumnSynonyms& synonyms) {
    if (const auto kind = synonyms.kind_of(line)) return kind;
    const auto group = parse_group_heading(line);
    return group ? synonyms.kind_of_value(group->category) : std::nullopt;
}

bool is_list_title(std::string_view line, const ColumnSynonyms& synonyms) {
    if (line.size() > 4 * longest_title_characters ||
        count_characters(line) > longest_title_characters)
        return false;
    for (std::string_view mark : {"。", "；", ";", "，", ","}) {
        if (line.find(mark) != std::string_view::npos) return false;
    }
    if (const auto group = parse_group_heading(line);
        group && synonyms.kind_of_value(group->category))
        return true;
    const bool names_list = line.find("清单") != std::string_view::npos ||
                            line.find("事项") != std::string_view::npos ||
                            line.find("履职") != std::string_view::npos;
    return names_list && synonyms.kind_of(line);
}

ListKind kind_of_list(std::string_view title, const std::vector<Column>& columns,
                      std::string_view caption, const ListBuilder* before,
                      const ColumnSynonyms& synonyms) {
    std::optional<ListKind> by_title;
    if (!title.empty()) by_title = kind_of_title(title, synonyms);
    const auto by_columns = kind_of_columns(columns);
    // Columns of duties are stronger than a title; mere departments are not.
    if (by_columns && by_title && *by_title == ListKind::basic) return *by_columns;
    if (by_title) return *by_title;
    if (by_columns) return *by_columns;
    if (const auto by_caption = kind_of_title(caption, synonyms)) return *by_caption;
    return before && same_roles(before->columns(), columns) ? before->kind() : ListKind::basic;
}

}  // namespace dutylist
