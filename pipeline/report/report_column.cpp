#include "pipeline/report/report_column.h"

#include "pipeline/report/report_template.h"

namespace dutylist {

ReportTable make_table(const ReportTemplate& labels, const TableTraits& traits) {
    ReportTable table;
    table.id = traits.id;
    const ReportTableLabel* label = labels.table(traits.id);
    table.title = label ? label->title : table.id;
    if (label) table.note = label->note;
    for (const ColumnTraits& column : traits.columns) {
        const std::string id(column.id);
        const ReportColumnLabel* titled = label ? label->column(column.id) : nullptr;
        table.columns.push_back({id, titled ? titled->title : id, column.kind,
                                 titled ? titled->width : 1, titled && titled->hide_when_zero,
                                 column.summed, column.zero_is_shown});
        for (const SumOfColumns& sum : column.is) {
            RowIdentity identity{id, {}, std::string(sum.except_row)};
            for (const auto& [term, sign] : sum.terms) identity.terms.emplace_back(term, sign);
            table.row_identities.push_back(std::move(identity));
        }
    }
    return table;
}

}  // namespace dutylist
