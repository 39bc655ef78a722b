#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/duty_list.h"
#include "pipeline/model/period.h"
#include "pipeline/model/unit.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

class TemplateStore;

// One row of the ledger in which an office keeps its adjustments (动态调整, 职责准入).
struct LedgerEntry {
    std::string month;  // "2025-08"; empty: any
    std::string unit;   // township or full name; empty: any
    std::optional<ListKind> list;
    std::string old_name;        // empty: the item is new
    std::string new_name;        // empty: the item is gone
    std::string kind;            // 变动类型, as written
    std::string basis;           // 依据
    std::string proposer;        // 提出单位
    std::string approval;        // 审定
    std::string effective_date;  // 生效日期, as written
    std::string channel;         // 职责准入 or 动态调整
    SourceLocation place;
};

struct Ledger {
    std::vector<LedgerEntry> entries;

    // The entries that speak of this unit and month.
    std::vector<const LedgerEntry*> entries_for(const Unit& unit, const Period& period) const;
};

// Finds the ledger's table in what an importer of tables read (CSV, XLSX, any other): the first
// table with a row that names 原事项名称 or 新事项名称. The heads that are understood, with their
// synonyms, stand in the template's ledger.xml. A row that names no item is told in a diagnostic
// and left out; a column that is not known likewise. Throws JobError ledger_without_table.
Ledger read_ledger(const Draft& draft, const TemplateStore& templates, Diagnostics& diagnostics);

}  // namespace dutylist
