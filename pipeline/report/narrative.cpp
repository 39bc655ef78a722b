#include "pipeline/report/narrative.h"

#include <charconv>
#include <cmath>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/report/value_text.h"

namespace dutylist {
namespace {

struct FoundCell {
    const ReportTable* table = nullptr;
    const ReportRow* row = nullptr;
    std::size_t column = 0;
};

// "stock.total/basic.closing": table, row (which may hold dots), column.
FoundCell find_cell(const Report& report, const std::string& name) {
    const std::size_t first = name.find('.');
    const std::size_t last = name.rfind('.');
    FoundCell cell;
    if (first != std::string::npos && last > first) {
        cell.table = report.table(name.substr(0, first));
        const std::string row = name.substr(first + 1, last - first - 1);
        if (cell.table && row.starts_with('#')) {
            std::size_t n = 0;
            std::from_chars(row.data() + 1, row.data() + row.size(), n);
            cell.row = n > 0 ? cell.table->data_row(n) : nullptr;
        } else if (cell.table) {
            cell.row = cell.table->row(row);
        }
        const auto column = cell.table ? cell.table->column(name.substr(last + 1)) : std::nullopt;
        if (cell.row && column) {
            cell.column = *column;
            return cell;
        }
    }
    throw JobError(Code::report_unknown_cell, {}, {name});
}

// The words around a number: "增加{0}项" for a positive one. The number itself is unsigned.
std::pair<std::string, std::string> in_words(const Value& value, ColumnKind kind,
                                             const std::string& form,
                                             const ReportTemplate& labels) {
    double sign = 0;
    Value magnitude = value;
    if (const auto* count = std::get_if<std::int64_t>(&value)) {
        sign = static_cast<double>(*count);
        magnitude = std::abs(*count);
    } else if (const auto* number = std::get_if<double>(&value)) {
        sign = *number;
        magnitude = std::abs(*number);
    }
    const char* words = "";
    if (form == "change") {
        words = sign > 0 ? "words.increase" : sign < 0 ? "words.decrease" : "words.same";
    } else if (form == "growth") {
        words = sign > 0 ? "words.growth" : sign < 0 ? "words.fall" : "words.no-growth";
    } else if (form == "points") {
        words = sign > 0 ? "words.points-up" : sign < 0 ? "words.points-down" : "words.points-same";
    }
    const ColumnKind plain = kind == ColumnKind::change ? ColumnKind::count : kind;
    std::string number = value_text(magnitude, plain, labels);
    if (number.starts_with('+')) number.erase(0, 1);
    return {labels.label(words), std::move(number)};
}

class Filler {
public:
    Filler(const Report& report, const ReportTemplate& labels) : report_(report), labels_(labels) {}

    ReportSentence fill(const std::string& pattern) {
        sentence_ = {};
        std::size_t at = 0;
        while (at < pattern.size()) {
            const std::size_t open = pattern.find('{', at);
            const std::size_t close = pattern.find('}', open);
            if (open == std::string::npos || close == std::string::npos) break;
            sentence_.text.append(pattern, at, open - at);
            placeholder(pattern.substr(open + 1, close - open - 1));
            at = close + 1;
        }
        sentence_.text.append(pattern, at);
        return std::move(sentence_);
    }

private:
    void placeholder(const std::string& name) {
        if (name == "scope") {
            sentence_.text += report_.scope;
        } else if (name == "month") {
            sentence_.text += report_.period.chinese();
        } else if (name == "base") {
            const auto base = parse_period(report_.base);
            sentence_.text += base ? base->chinese() : report_.base;
        } else {
            cell(name);
        }
    }

    void cell(const std::string& name) {
        const std::size_t bar = name.find('|');
        const FoundCell found = find_cell(report_, name.substr(0, bar));
        const ReportColumn& column = found.table->columns[found.column];
        const Value& value = found.row->values[found.column];
        std::string before;
        std::string number;
        std::string after;
        if (bar == std::string::npos) {
            number = value_text(value, column.kind, labels_);
        } else {
            auto [words, text] = in_words(value, column.kind, name.substr(bar + 1), labels_);
            const std::size_t place = words.find("{0}");
            before = words.substr(0, place);
            if (place != std::string::npos) after = words.substr(place + 3);
            number = std::move(text);
        }
        sentence_.text += before;
        const auto begin = static_cast<std::uint32_t>(sentence_.text.size());
        sentence_.text += number;
        if (column.kind != ColumnKind::text) {
            sentence_.references.push_back({begin,
                                            static_cast<std::uint32_t>(sentence_.text.size()),
                                            found.table->id, found.row->id, column.id});
        }
        sentence_.text += after;
    }

    const Report& report_;
    const ReportTemplate& labels_;
    ReportSentence sentence_;
};

}  // namespace

std::vector<ReportSentence> make_narrative(const Report& report, const ReportTemplate& labels,
                                           const std::set<std::string>& conditions) {
    std::vector<ReportSentence> sentences;
    Filler filler(report, labels);
    for (const NarrativePattern& pattern : labels.narrative()) {
        if (!pattern.condition.empty() && !conditions.contains(pattern.condition)) continue;
        sentences.push_back(filler.fill(pattern.text));
    }
    return sentences;
}

}  // namespace dutylist
