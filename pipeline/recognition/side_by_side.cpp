#include "pipeline/recognition/side_by_side.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/analysis/item_number.h"
#include "pipeline/recognition/list_builder.h"
#include "pipeline/recognition/table_header.h"

namespace dutylist {
namespace {

constexpr std::size_t most_rows_above_heads = 12;

struct ColumnBlock {  // columns of the table
    std::size_t begin = 0;
    std::size_t end = 0;
};

// The columns of each list; empty if there is one.
std::vector<ColumnBlock> blocks_of(const TableHeader& header) {
    std::vector<std::string> heads;
    for (const Column& column : header.columns)
        heads.push_back(ColumnSynonyms::comparable(column.head));
    const auto first = std::find_if(heads.begin(), heads.end(),
                                    [](const std::string& head) { return !head.empty(); });
    if (first == heads.end()) return {};
    std::vector<ColumnBlock> blocks;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        if (heads[i] == *first) {
            blocks.push_back({i, i + 1});
        } else if (!blocks.empty() && !heads[i].empty()) {
            blocks.back().end = i + 1;
        }
    }
    if (blocks.size() < 2) return {};
    const auto texts = [&](const ColumnBlock& block) {
        return std::span(heads).subspan(block.begin, block.end - block.begin);
    };
    const std::span<const std::string> left = texts(blocks.front());
    const auto same = [&](const ColumnBlock& block) {
        return std::equal(left.begin(), left.end(), texts(block).begin(), texts(block).end());
    };
    const std::span columns = std::span(header.columns).subspan(blocks.front().begin, left.size());
    const bool named = std::any_of(columns.begin(), columns.end(), [](const Column& column) {
        return column.role == CellRole::name;
    });
    if (!named || !std::all_of(blocks.begin(), blocks.end(), same)) return {};
    return blocks;
}

DraftRow cut(DraftRow& row, const ColumnBlock& block) {
    DraftRow part;
    part.header = row.header;
    for (std::size_t i = block.begin; i < block.end; ++i) {
        part.cells.push_back(i < row.cells.size() ? std::move(row.cells[i]) : DraftCell{});
    }
    return part;
}

bool is_blank(const DraftRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const DraftCell& cell) { return cell.content.text.empty(); });
}

std::optional<std::uint32_t> number_of(const DraftRow& row) {
    return parse_item_number(row.cells.front().content.text);
}

// Rows of several lists, which become rows of one.
class Rows {
public:
    explicit Rows(std::vector<ColumnBlock> blocks)
        : blocks_(std::move(blocks)), parts_(blocks_.size()) {}

    void add(DraftRow row) {
        for (std::size_t i = 0; i < blocks_.size(); ++i) parts_[i].push_back(cut(row, blocks_[i]));
    }
    void move_to(std::vector<DraftRow>& rows) {
        if (!parts_.front().empty()) {
            const auto left = number_of(parts_[0].front());
            const auto right = number_of(parts_[1].front());
            const bool by_rows = left && right && *right == *left + 1 && parts_.front().size() > 1;
            const std::size_t outer = by_rows ? parts_.front().size() : parts_.size();
            const std::size_t inner = by_rows ? parts_.size() : parts_.front().size();
            for (std::size_t a = 0; a < outer; ++a) {
                for (std::size_t b = 0; b < inner; ++b) {
                    DraftRow& row = by_rows ? parts_[b][a] : parts_[a][b];
                    if (!is_blank(row)) rows.push_back(std::move(row));
                }
            }
        }
        for (std::vector<DraftRow>& part : parts_) part.clear();
    }

private:
    std::vector<ColumnBlock> blocks_;
    std::vector<std::vector<DraftRow>> parts_;
};

}  // namespace

void put_columns_below_each_other(DraftTable& table, const ColumnSynonyms& synonyms,
                                  ByteAccount* account) {
    std::vector<DraftRow>& rows = table.rows;
    std::size_t at = 0;
    std::optional<TableHeader> header;
    for (; at < std::min(rows.size(), most_rows_above_heads); ++at) {
        header = header_at(std::span(rows).subspan(at), synonyms);
        if (header) break;
    }
    if (!header || header->rows != 1) return;
    const std::vector<ColumnBlock> blocks = blocks_of(*header);
    if (blocks.empty()) return;
    const std::string head = rows[at].cells[blocks.front().begin].content.text;
    std::vector<DraftRow> result(
        std::make_move_iterator(rows.begin()),
        std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(at)));
    Rows below(blocks);
    for (DraftRow& row : std::span(rows).subspan(at)) {
        const bool heads = blocks.front().begin < row.cells.size() &&
                           row.cells[blocks.front().begin].content.text == head;
        if (!heads && only_text(row) == nullptr) {
            below.add(std::move(row));
            continue;
        }
        below.move_to(result);
        if (!heads) {
            result.push_back(std::move(row));
            continue;
        }
        result.push_back(cut(row, blocks.front()));
        for (const DraftCell& cell : row.cells)
            leave_out(account, cell.content, LeftOut::furniture);
    }
    below.move_to(result);
    rows = std::move(result);
    table.grid.clear();
}

}  // namespace dutylist
