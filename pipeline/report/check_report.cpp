#include <string>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/report/report.h"

namespace dutylist {
namespace {

[[noreturn]] void mismatch(const ReportTable& table, const std::string& row,
                           const std::string& column, std::int64_t expected, std::int64_t found) {
    throw JobError(Code::report_mismatch, {},
                   {table.title, row, column, std::to_string(expected), std::to_string(found)});
}

void check_rows(const ReportTable& table) {
    for (const RowIdentity& identity : table.row_identities) {
        const auto result = table.column(identity.result);
        if (!result) continue;
        for (const ReportRow& row : table.rows) {
            if (row.id == identity.except_row) continue;
            const auto found = count_of(row.values[*result]);
            std::int64_t expected = 0;
            bool complete = found.has_value();
            for (const auto& [column, sign] : identity.terms) {
                const auto index = table.column(column);
                const auto term = index ? count_of(row.values[*index]) : std::nullopt;
                complete = complete && term.has_value();
                expected += term.value_or(0) * sign;
            }
            if (complete && *found != expected) {
                mismatch(table, row.id, table.columns[*result].title, expected, *found);
            }
        }
    }
}

void check_columns(const ReportTable& table) {
    for (const ColumnSum& sum : table.column_sums) {
        const ReportRow* total = table.row(sum.total);
        if (!total) continue;
        std::vector<std::int64_t> sums(table.columns.size(), 0);
        std::vector<bool> complete(table.columns.size(), true);
        // Parts stand in the order of the rows: one walk, not a search for each.
        std::size_t next = 0;
        for (const std::string& part : sum.parts) {
            while (next < table.rows.size() && table.rows[next].id != part) ++next;
            if (next == table.rows.size()) mismatch(table, part, "", 1, 0);
            for (std::size_t c = 0; c < sums.size(); ++c) {
                const auto value = count_of(table.rows[next].values[c]);
                complete[c] = complete[c] && value.has_value();
                sums[c] += value.value_or(0);
            }
        }
        for (std::size_t c = 0; c < sums.size(); ++c) {
            const ReportColumn& column = table.columns[c];
            if (column.kind != ColumnKind::count && column.kind != ColumnKind::change) continue;
            const auto found = count_of(total->values[c]);
            if (column.summed && complete[c] && found && *found != sums[c]) {
                mismatch(table, sum.total, column.title, sums[c], *found);
            }
        }
    }
}

// The same figure in two tables.
void check_equal(const Report& report, const char* table_a, const char* row_a, const char* column_a,
                 const char* table_b, const char* row_b, const char* column_b) {
    const ReportTable* a = report.table(table_a);
    const ReportTable* b = report.table(table_b);
    const Value* left = a ? a->value(row_a, column_a) : nullptr;
    const Value* right = b ? b->value(row_b, column_b) : nullptr;
    if (!left || !right) return;
    const auto x = count_of(*left);
    const auto y = count_of(*right);
    if (x && y && *x != *y) mismatch(*b, row_b, column_b, *x, *y);
}

}  // namespace

void check_report(const Report& report) {
    for (const ReportTable& table : report.tables) {
        check_rows(table);
        check_columns(table);
    }
    check_equal(report, "stock", "total", "moved-in", "stock", "total", "moved-out");
    check_equal(report, "stock", "total", "closing", "categories", "total", "closing");
    check_equal(report, "stock", "total", "closing", "units", "total", "closing");
    check_equal(report, "stock", "total", "opening", "units", "total", "opening");
    check_equal(report, "stock", "total", "added", "changes-by-kind", "added", "total");
    check_equal(report, "stock", "total", "removed", "changes-by-kind", "removed", "total");
    check_equal(report, "stock", "total/cooperative", "closing", "departments", "items-total",
                "closing");
    check_equal(report, "stock", "total/recalled", "closing", "departments", "items-total",
                "recalled");
    check_equal(report, "departments", "mentions-total", "closing", "matrix", "total", "total");
    check_equal(report, "departments", "mentions-total", "recalled", "matrix-recalled", "total",
                "total");
    check_equal(report, "stock", "total", "closing", "series", "total", "closing");
}

}  // namespace dutylist
