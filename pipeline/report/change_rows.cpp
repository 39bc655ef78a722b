#include "pipeline/report/change_rows.h"

#include "pipeline/report/name_difference.h"
#include "pipeline/report/report_tables.h"
#include "pipeline/report/report_template.h"

namespace dutylist {
namespace {

using Kind = Segment::Kind;

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "、") + name;
    return text;
}

// Before and after of a short text; one of them may be missing.
Value before_and_after(const std::string* before, const std::string* after) {
    if (!before) return *after;
    if (!after || *before == *after) return *before;
    std::vector<Segment> segments;
    if (!before->empty()) segments.push_back({Kind::removed, *before});
    if (!after->empty()) segments.push_back({Kind::added, *after});
    return segments;
}

// Only the names that came and went are marked.
Value departments_value(const ItemSide* before, const ItemSide* after) {
    if (!before) return joined(after->departments);
    if (!after || before->departments == after->departments) return joined(before->departments);
    return name_difference(before->departments, after->departments);
}

}  // namespace

std::string kinds_text(const ReportTemplate& labels, ChangeKinds kinds) {
    std::string text;
    for (const ChangeKind kind : all_change_kinds) {
        if (kinds.has(kind)) text += (text.empty() ? "" : "、") + labels.change(kind);
    }
    return text;
}

std::vector<Segment> detail_segments(const ReportTemplate& labels, const ItemChange& change) {
    std::vector<Segment> result;
    // A label and the text after it are one stretch where both were removed or added.
    const auto add = [&](Kind kind, const std::string& text, bool begins = false) {
        if (text.empty()) return;
        if (!begins && !result.empty() && result.back().kind == kind && kind != Kind::equal) {
            result.back().text += text;
        } else {
            result.push_back({kind, text});
        }
    };
    for (const CellDifference& cell : change.cells) {
        for (const ClauseDifference& clause : cell.clauses) {
            const std::string what =
                labels.label("clause." + std::string(to_string(clause.change)));
            add(Kind::equal, (result.empty() ? "【" : "\n【") + cell.head + "·" + what + "】",
                true);
            if (clause.old_label == clause.new_label) {
                add(Kind::equal, clause.new_label);
            } else {
                add(Kind::removed, clause.old_label);
                add(Kind::added, clause.new_label);
            }
            for (const Segment& segment : clause.segments) add(segment.kind, segment.text);
        }
    }
    return result;
}

ReportTable empty_change_table(const ReportTemplate& labels) {
    return make_table(labels, changes_table());
}

ReportRow change_row(const ReportTemplate& labels, std::string id, const std::string& unit,
                     const ItemChange& change) {
    const ItemSide* before = change.old_side ? &*change.old_side : nullptr;
    const ItemSide* after = change.new_side ? &*change.new_side : nullptr;
    const auto field = [&](std::string ItemSide::*member) {
        return before_and_after(before ? &(before->*member) : nullptr,
                                after ? &(after->*member) : nullptr);
    };
    const bool name_marked = change.kinds.has(ChangeKind::renamed) && !change.name.empty();
    const std::vector<Segment> detail = detail_segments(labels, change);
    const LedgerEntry none;
    const LedgerEntry& entry = change.ledger ? *change.ledger : none;
    return {
        std::move(id),
        RowKind::data,
        {unit, kinds_text(labels, change.kinds), before ? labels.list(before->list) : std::string(),
         before ? before->number : std::string(), after ? labels.list(after->list) : std::string(),
         after ? after->number : std::string(), field(&ItemSide::category),
         name_marked ? Value(change.name) : field(&ItemSide::name),
         departments_value(before, after), detail.empty() ? Value(std::string()) : Value(detail),
         entry.basis, entry.proposer, entry.approval, entry.effective_date, entry.channel}};
}

}  // namespace dutylist
