#include "pipeline/report/value_text.h"

#include <array>
#include <charconv>

#include "pipeline/statistics/statistics.h"

namespace dutylist {
namespace {

std::string decimal(double value, int digits) {
    std::array<char, 400> buffer{};  // the longest double written out has 309 digits
    const double shown = rounded(value, digits);
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                   shown == 0 ? 0.0 : shown, std::chars_format::fixed, digits);
    return {buffer.data(), end.ptr};
}

}  // namespace

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
        if (kind == ColumnKind::percent) return decimal(*number * 100, 1) + "%";
        std::string points = decimal(*number, 2);
        return rounded(*number, 2) > 0 ? "+" + points : points;
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
