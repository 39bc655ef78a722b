#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/model/document.h"

namespace dutylist::test {

// Makes small documents for tests, meaning included, without going through any format.
class DocumentBuilder {
public:
    DocumentBuilder(std::string township, int year, int month, std::string county = "云溪县") {
        document_.title = "履职事项清单";
        document_.unit = {"", "", std::move(county), std::move(township)};
        document_.period = {year, month,
                            std::to_string(year) + "年" + std::to_string(month) + "月"};
    }

    DocumentBuilder& basic(const std::string& category, const std::string& name) {
        add(ListKind::basic, {CellRole::number, CellRole::category, CellRole::name},
            {category, name});
        return *this;
    }

    // Departments are separated by 、 and every clause begins after a line feed.
    DocumentBuilder& cooperative(const std::string& category, const std::string& name,
                                 const std::string& departments, const std::string& superior,
                                 const std::string& township) {
        Item& item =
            add(ListKind::cooperative,
                {CellRole::number, CellRole::category, CellRole::name, CellRole::departments,
                 CellRole::superior_duties, CellRole::township_duties},
                {category, name, departments, superior, township});
        const std::string separator = "、";
        for (std::size_t begin = 0; begin <= departments.size();) {
            const std::size_t end =
                std::min(departments.find(separator, begin), departments.size());
            item.departments.push_back(
                {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, false});
            begin = end + separator.size();
        }
        cut_clauses(item.cells[4]);
        cut_clauses(item.cells[5]);
        return *this;
    }

    DocumentBuilder& recalled(const std::string& category, const std::string& name,
                              const std::string& department, const std::string& method) {
        const std::string text = department + "：" + method;
        Item& item = add(ListKind::recalled,
                         {CellRole::number, CellRole::category, CellRole::name, CellRole::handover},
                         {category, name, text});
        const auto head = static_cast<std::uint32_t>(department.size());
        const auto body = static_cast<std::uint32_t>(head + std::string("：").size());
        const auto end = static_cast<std::uint32_t>(text.size());
        item.cells[3].blocks = {{BlockKind::department, false, {}, {0, head}},
                                {BlockKind::paragraph, false, {}, {body, end}}};
        item.handovers.push_back({{0, head}, 3, 3, 1, 2});
        return *this;
    }

    Document build() const { return document_; }

private:
    Item& add(ListKind kind, const std::vector<CellRole>& roles,
              const std::vector<std::string>& texts) {
        DutyList* list = nullptr;
        for (DutyList& candidate : document_.lists) {
            if (candidate.kind == kind) list = &candidate;
        }
        if (!list) {
            list = &document_.lists.emplace_back();
            list->kind = kind;
            for (const CellRole role : roles) {
                list->columns.push_back({role, std::string(to_string(role))});
            }
        }
        Item& item = list->items.emplace_back();
        item.number = static_cast<std::uint32_t>(list->items.size());
        item.cells.resize(roles.size());
        item.cells[0].text = std::to_string(*item.number);
        for (std::size_t i = 0; i < texts.size(); ++i) item.cells[i + 1].text = texts[i];
        return item;
    }

    static void cut_clauses(Cell& cell) {
        const auto size = static_cast<std::uint32_t>(cell.text.size());
        for (std::uint32_t begin = 0; begin < size;) {
            const auto end = static_cast<std::uint32_t>(
                std::min<std::size_t>(cell.text.find('\n', begin), size));
            const std::size_t dot = cell.text.find('.', begin);
            Block block{BlockKind::paragraph, false, {}, {begin, end}};
            if (dot < end) {
                const auto label = static_cast<std::uint32_t>(dot + 1);
                block = {BlockKind::clause, false, {begin, label}, {label, end}};
            }
            cell.blocks.push_back(block);
            begin = end + 1;
        }
    }

    Document document_;
};

}  // namespace dutylist::test
