#include "pipeline/report/value_text.h"

#include "pipeline/text/decimal.h"

namespace dutylist {

std::string marked_text(const std::vector<Segment>& segments) {
    std::string text;
    for (const Segment& segment : segments) {
        switch (segment.kind) {
            case Segment::Kind::equal:
                text += segment.text;
                break;
            case Segment::Kind::removed:
                text += "[-" + segment.text + "-]";
                break;
            case Segment::Kind::added:
                text += "{+" + segment.text + "+}";
                break;
        }
    }
    return text;
}

std::string value_text(const Value& value, ColumnKind kind, const std::string& no_value) {
    if (const auto* count = std::get_if<std::int64_t>(&value)) {
        const bool signed_plus = kind == ColumnKind::change && *count > 0;
        return (signed_plus ? "+" : "") + std::to_string(*count);
    }
    if (const auto* number = std::get_if<double>(&value)) {
        if (kind == ColumnKind::percent) return half_up(*number * 100, 1) + "%";
        std::string points = half_up(*number, 2);
        return *number > 0 && points != half_up(0, 2) ? "+" + points : points;
    }
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* segments = std::get_if<std::vector<Segment>>(&value)) {
        return marked_text(*segments);
    }
    return no_value;
}

std::string value_text(const Value& value, ColumnKind kind, const ReportTemplate& labels) {
    return value_text(value, kind, labels.label("no-value"));
}

}  // namespace dutylist
