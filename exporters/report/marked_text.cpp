#include "exporters/report/marked_text.h"

#include "exporters/looks/looks.h"
#include "exporters/looks/number_settings.h"
#include "pipeline/report/value_text.h"

namespace dutylist {
namespace {

constexpr std::size_t mark_bytes = 2;

}  // namespace

ChangeColors read_change_colors(const TemplateElement& element, const Looks& looks) {
    read_numbers(element, {}, {"removed", "added"});
    return {looks.color(element.with("removed"), "removed"),
            looks.color(element.with("added"), "added")};
}

MarkedText marked_value(const Value& value, ColumnKind kind, const ReportTemplate& labels) {
    MarkedText result;
    const auto* segments = std::get_if<std::vector<Segment>>(&value);
    if (!segments) {
        result.text = value_text(value, kind, labels);
        return result;
    }
    for (const Segment& segment : *segments) {
        const std::size_t begin = result.text.size();
        result.text += marked_text({segment});
        const std::size_t end = result.text.size();
        if (segment.kind == Segment::Kind::equal) continue;
        const bool removed = segment.kind == Segment::Kind::removed;
        result.stretches.push_back({begin, begin + mark_bytes, removed, false});
        result.stretches.push_back({begin + mark_bytes, end - mark_bytes, removed, true});
        result.stretches.push_back({end - mark_bytes, end, removed, false});
    }
    return result;
}

}  // namespace dutylist
