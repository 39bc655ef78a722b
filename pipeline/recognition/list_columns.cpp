#include "pipeline/recognition/list_columns.h"

#include <array>
#include <unordered_map>
#include <utility>

namespace dutylist {
namespace {

// Columns in their order, of which each is given once.
class Supply {
public:
    void add(std::size_t column) { columns_.push_back(column); }
    // The first that is not taken, or `none`.
    std::size_t first(const std::vector<bool>& taken, std::size_t none) {
        while (next_ < columns_.size() && taken[columns_[next_]]) ++next_;
        return next_ < columns_.size() ? columns_[next_] : none;
    }

private:
    std::vector<std::size_t> columns_;
    std::size_t next_ = 0;
};

std::string key_of(CellRole role, const std::string& head) {
    return static_cast<char>('0' + static_cast<int>(role)) + head;
}

std::vector<bool> columns_with_text(const DutyList& list) {
    std::vector<bool> used(list.columns.size());
    std::vector<std::size_t> without(list.columns.size());
    for (std::size_t i = 0; i < without.size(); ++i) without[i] = i;
    for (const Item& item : list.items) {
        std::erase_if(without, [&](std::size_t column) {
            if (item.cells[column].text.empty()) return false;
            used[column] = true;
            return true;
        });
        if (without.empty()) break;
    }
    return used;
}

template <typename T>
void keep(std::vector<T>& values, const std::vector<bool>& kept) {
    std::size_t out = 0;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (!kept[i]) continue;
        if (out != i) values[out] = std::move(values[i]);
        ++out;
    }
    values.resize(out);
}

}  // namespace

std::vector<std::size_t> continued_columns(const std::vector<Column>& known,
                                           const std::vector<std::string>& known_heads,
                                           const std::vector<Column>& columns,
                                           const std::vector<std::string>& heads) {
    constexpr std::size_t roles = static_cast<std::size_t>(CellRole::extra) + 1;
    const std::size_t none = known.size();
    std::array<Supply, roles> of_role;
    std::unordered_map<std::string, Supply> of_head;
    for (std::size_t i = 0; i < known.size(); ++i) {
        of_role[static_cast<std::size_t>(known[i].role)].add(i);
        of_head[key_of(known[i].role, known_heads[i])].add(i);
    }
    std::vector<bool> taken(known.size());
    std::vector<std::size_t> targets;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const CellRole role = columns[i].role;
        const auto same_head = of_head.find(key_of(role, heads[i]));
        std::size_t target =
            same_head == of_head.end() ? none : same_head->second.first(taken, none);
        if (target == none && role != CellRole::extra)
            target = of_role[static_cast<std::size_t>(role)].first(taken, none);
        if (target != none) taken[target] = true;
        targets.push_back(target);
    }
    return targets;
}

std::vector<Column> drop_unused_columns(DutyList& list) {
    const std::vector<bool> used = columns_with_text(list);
    std::vector<bool> kept(list.columns.size(), true);
    std::vector<Column> dropped;
    const Column* right = nullptr;  // the nearest that is kept
    for (std::size_t i = list.columns.size(); i-- > 0;) {
        const Column& column = list.columns[i];
        const bool margin = column.role == CellRole::extra && column.head.empty();
        const bool repeated =
            (i > 0 && list.columns[i - 1] == column) || (right && *right == column);
        if ((margin || repeated) && !used[i]) {
            kept[i] = false;
            dropped.push_back(column);
        } else {
            right = &column;
        }
    }
    if (dropped.empty()) return dropped;
    keep(list.columns, kept);
    for (Item& item : list.items) keep(item.cells, kept);
    return dropped;
}

}  // namespace dutylist
