#include "exporters/comparison/comparison_text.h"

#include "pipeline/report/change_rows.h"
#include "pipeline/report/stock_tally.h"
#include "pipeline/text/chinese_number.h"

namespace dutylist {
namespace {

std::string marked(const std::vector<Segment>& segments, bool colour) {
    std::string text;
    for (const Segment& segment : segments) {
        switch (segment.kind) {
            case Segment::Kind::equal:
                text += segment.text;
                break;
            case Segment::Kind::removed:
                text +=
                    colour ? "\033[31m[-" + segment.text + "-]\033[0m" : "[-" + segment.text + "-]";
                break;
            case Segment::Kind::added:
                text +=
                    colour ? "\033[32m{+" + segment.text + "+}\033[0m" : "{+" + segment.text + "+}";
                break;
        }
    }
    return text;
}

std::string place_of(const ItemSide& side, const ReportTemplate& labels) {
    return labels.list(side.list) + " " + side.number;
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "、") + name;
    return text;
}

void append_change(std::string& text, const ItemChange& change, const ReportTemplate& labels,
                   bool colour) {
    const ItemSide& shown = change.new_side ? *change.new_side : *change.old_side;
    text += "\n[" + kinds_text(labels, change.kinds) + "] ";
    if (change.old_side && change.new_side) {
        const std::string from = place_of(*change.old_side, labels);
        const std::string to = place_of(*change.new_side, labels);
        text += from == to ? to : from + " → " + to;
    } else {
        text += place_of(shown, labels);
    }
    text += "\n    " + (change.name.empty() ? shown.name : marked(change.name, colour)) + "\n";
    const auto line = [&](const std::string& head, const std::vector<Segment>& segments) {
        text += "    " + head + "：" + marked(segments, colour) + "\n";
    };
    if (change.kinds.has(ChangeKind::category)) {
        line(labels.change(ChangeKind::category),
             {{Segment::Kind::removed, change.old_side->category},
              {Segment::Kind::added, change.new_side->category}});
    }
    if (change.kinds.has(ChangeKind::departments)) {
        std::vector<Segment> segments;
        if (!change.departments_removed.empty()) {
            segments.push_back({Segment::Kind::removed, joined(change.departments_removed)});
        }
        if (!change.departments_added.empty()) {
            segments.push_back({Segment::Kind::added, joined(change.departments_added)});
        }
        if (segments.empty()) {  // another order, or another way of writing
            segments = {{Segment::Kind::removed, joined(change.old_side->departments)},
                        {Segment::Kind::added, joined(change.new_side->departments)}};
        }
        line(labels.change(ChangeKind::departments), segments);
    }
    std::string detail = marked(detail_segments(labels, change), colour);
    for (std::size_t at = 0; !detail.empty() && at != std::string::npos;) {
        const std::size_t end = detail.find('\n', at);
        text += "    " + detail.substr(at, end - at) + "\n";
        at = end == std::string::npos ? end : end + 1;
    }
    if (change.ledger) {
        const LedgerEntry& entry = *change.ledger;
        std::string remark;
        for (const std::string* field : {&entry.basis, &entry.proposer, &entry.approval,
                                         &entry.effective_date, &entry.channel}) {
            if (!field->empty()) remark += (remark.empty() ? "" : "；") + *field;
        }
        if (!remark.empty()) text += "    （" + remark + "）\n";
    }
}

std::string name_of(const Document& document) {
    return document.unit.full_name() + " " + document.period.chinese();
}

std::string names_line(const Document& before, const Document& after) {
    return name_of(before) + " → " + name_of(after);
}

std::string counts_line(const Comparison& comparison, const ReportTemplate& labels) {
    std::string text =
        labels.label("compare-unchanged") + " " + std::to_string(comparison.unchanged);
    for (const ChangeKind kind : all_change_kinds) {
        if (const std::uint32_t count = comparison.count(kind)) {
            text += "　" + labels.change(kind) + " " + std::to_string(count);
        }
    }
    return text;
}

// 三、变动情况: the number is its place in the monthly report.
std::string without_number(const std::string& title) {
    constexpr std::string_view mark = "、";
    const std::size_t end = title.find(mark);
    if (end == std::string::npos) return title;
    const std::string_view number = std::string_view(title).substr(0, end);
    return parse_number(number) ? title.substr(end + mark.size()) : title;
}

}  // namespace

std::string comparison_text(const Document& before, const Document& after,
                            const Comparison& comparison, const ReportTemplate& labels,
                            bool colour) {
    std::string text = names_line(before, after) + "\n" + counts_line(comparison, labels) + "\n";
    if (comparison.identical()) return text + labels.label("no-changes") + "\n";
    for (const ItemChange& change : comparison.changes) {
        append_change(text, change, labels, colour);
    }
    return text;
}

Report comparison_report(const Document& before, const Document& after,
                         const Comparison& comparison, const ReportTemplate& labels) {
    Report report;
    report.title = labels.label("compare-title");
    report.scope = after.unit.full_name();
    report.period = after.period;
    report.base = before.period.iso();
    Transition transition{0, after.unit, &before, &after, nullptr, nullptr, &comparison};
    StockTally tally(true);
    tally.take(transition);
    report.tables.push_back(tally.changes_by_kind(labels));
    report.tables.push_back(empty_change_table(labels));
    std::vector<ReportRow>& rows = report.tables.back().rows;
    for (const ItemChange& change : comparison.changes) {
        rows.push_back(
            change_row(labels, std::to_string(rows.size() + 1), after.unit.township, change));
    }
    for (ReportTable& table : report.tables) table.title = without_number(table.title);
    report.narrative = {{names_line(before, after), {}}, {counts_line(comparison, labels), {}}};
    return report;
}

}  // namespace dutylist
