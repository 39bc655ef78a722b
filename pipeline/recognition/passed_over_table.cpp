#include "pipeline/recognition/passed_over_table.h"

#include "pipeline/analysis/item_number.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

constexpr std::size_t few_characters = 200;

struct RowContent {
    std::string head;
    bool begins_with_number = false;
    bool names_list = false;
    std::size_t texts = 0;
    std::size_t characters = 0;
};

RowContent look_at(const DraftRow& row, const ColumnSynonyms& synonyms) {
    RowContent content;
    for (const DraftCell& cell : row.cells) {
        const std::string& text = cell.content.text;
        if (text.empty() || cell.from_merge) continue;
        if (content.texts++ == 0) content.begins_with_number = parse_item_number(text).has_value();
        content.characters += count_characters(text);
        if (text.size() > ColumnSynonyms::longest_head) continue;
        if (content.head.empty() && synonyms.role_of(text)) content.head = text;
        content.names_list = content.names_list || synonyms.kind_of(text).has_value();
    }
    return content;
}

}  // namespace

bool PassedOverTable::may_be_missed() const {
    return !head.empty() || has_numbers || characters > few_characters;
}

PassedOverTable look_at(const DraftTable& table, const ColumnSynonyms& synonyms) {
    PassedOverTable result;
    std::size_t numbered = 0;
    std::size_t numbered_lists = 0;
    for (const DraftRow& row : table.rows) {
        RowContent content = look_at(row, synonyms);
        if (result.head.empty()) result.head = std::move(content.head);
        result.characters += content.characters;
        if (!content.begins_with_number || content.texts < 2) continue;
        ++numbered;
        numbered_lists += content.names_list;
    }
    result.has_numbers = numbered > 0;
    const bool contents_page = numbered > 0 && numbered == numbered_lists;
    if (contents_page && result.characters <= few_characters) return {};
    return result;
}

}  // namespace dutylist
