#include "pipeline/analysis/handovers.h"

#include <algorithm>

#include "pipeline/analysis/affix_table.h"
#include "pipeline/analysis/clause_grammar.h"
#include "pipeline/analysis/department_names.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

TextSpan shifted(TextSpan span, std::uint32_t by) { return {span.begin + by, span.end + by}; }

// The blocks of one stretch of the cell, as spans over the whole cell. Labels do not overlap and
// stand in order.
void append_blocks(Cell& cell, std::uint32_t begin, std::uint32_t end) {
    std::vector<TextSpan> restored;
    const auto first =
        std::lower_bound(cell.restored.begin(), cell.restored.end(), begin,
                         [](TextSpan span, std::uint32_t at) { return span.begin < at; });
    for (auto span = first; span != cell.restored.end() && span->begin < end; ++span) {
        if (span->end <= end) restored.push_back({span->begin - begin, span->end - begin});
    }
    const std::string_view text = std::string_view(cell.text).substr(begin, end - begin);
    for (Block block : find_blocks(text, restored, {})) {
        block.label = shifted(block.label, begin);
        block.text = shifted(block.text, begin);
        cell.blocks.push_back(block);
    }
}

struct Head {
    std::uint32_t begin = 0;
    HandoverHead names;
};

std::vector<Head> find_heads(std::string_view text) {
    std::vector<Head> heads;
    bool after_white_space = true;
    for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode_at(text, i);
        const bool white = is_white_space(d.character);
        if (after_white_space && !white) {
            if (const auto head = handover_head_at(text, i)) {
                heads.push_back({static_cast<std::uint32_t>(i), *head});
                i = head->end;
                after_white_space = true;
                continue;
            }
        }
        after_white_space = white;
        i += d.bytes;
    }
    return heads;
}

void find_in_one_cell(Cell& cell, std::uint16_t column, Item& item) {
    cell.blocks.clear();
    const std::string_view text = cell.text;
    const std::vector<Head> heads = find_heads(text);
    const auto size = static_cast<std::uint32_t>(text.size());
    append_blocks(cell, 0, heads.empty() ? size : heads.front().begin);
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const HandoverHead& names = heads[i].names;
        cell.blocks.push_back({BlockKind::department,
                               false,
                               {heads[i].begin, heads[i].begin},
                               {heads[i].begin, names.end}});
        const auto method_begin = static_cast<std::uint32_t>(cell.blocks.size());
        append_blocks(cell, names.end, i + 1 < heads.size() ? heads[i + 1].begin : size);
        const auto method_end = static_cast<std::uint32_t>(cell.blocks.size());
        for (const DepartmentMention& mention : find_departments(names.names.of(text))) {
            item.handovers.push_back({shifted(mention.name, names.names.begin), column, column,
                                      method_begin, method_end});
        }
    }
}

// The department headings of a cell: where each stands among the blocks, and what it names.
struct Headings {
    explicit Headings(const Cell& method) {
        for (std::uint32_t i = 0; i < method.blocks.size(); ++i) {
            if (method.blocks[i].kind != BlockKind::department) continue;
            std::string_view text = method.view(method.blocks[i].text);
            for (std::string_view colon : {"：", ":"}) {
                if (text.ends_with(colon)) text.remove_suffix(colon.size());
            }
            names.add(text, static_cast<std::uint32_t>(blocks.size()));
            blocks.push_back(i);
        }
    }
    std::vector<std::uint32_t> blocks;
    AffixTable names{AffixTable::At::end};
};

void find_in_two_cells(Item& item, std::uint16_t department_column, std::uint16_t method_column,
                       std::span<const std::string> headings) {
    Cell& departments = item.cells[department_column];
    Cell& method = item.cells[method_column];
    method.blocks = find_blocks(method.text, method.restored, headings);
    const auto all = static_cast<std::uint32_t>(method.blocks.size());
    const Headings found(method);
    for (const DepartmentMention& mention : find_departments(departments.text)) {
        Handover handover{mention.name, department_column, method_column, 0, all};
        // A heading may leave the region out: it then is the end of the name.
        const auto heading = found.names.smallest_number(mention.name.of(departments.text));
        if (heading) {
            const std::uint32_t next = heading->number + 1;
            handover.method_begin = found.blocks[heading->number] + 1;
            handover.method_end = next < found.blocks.size() ? found.blocks[next] : all;
        }
        item.handovers.push_back(handover);
    }
}

}  // namespace

void find_handovers(const DutyList& list, Item& item, std::span<const std::string> headings) {
    item.handovers.clear();
    const auto method = list.column(CellRole::handover_method);
    const auto department = list.column(CellRole::handover_department);
    if (const auto both = list.column(CellRole::handover); both && *both < item.cells.size()) {
        find_in_one_cell(item.cells[*both], static_cast<std::uint16_t>(*both), item);
    } else if (method && department && *method < item.cells.size() &&
               *department < item.cells.size()) {
        find_in_two_cells(item, static_cast<std::uint16_t>(*department),
                          static_cast<std::uint16_t>(*method), headings);
    } else if (department && *department < item.cells.size()) {
        const auto column = static_cast<std::uint16_t>(*department);
        for (const DepartmentMention& mention : find_departments(item.cells[*department].text)) {
            item.handovers.push_back({mention.name, column, column, 0, 0});
        }
    } else if (method && list.column(CellRole::townships) && *method < item.cells.size()) {
        // The list is the department's own.
        Cell& cell = item.cells[*method];
        cell.blocks = find_blocks(cell.text, cell.restored, headings);
    }
}

}  // namespace dutylist
