#include "pipeline/canonical/cell_markup.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

namespace dutylist {
namespace {

struct MarkupName {
    std::string_view element;
    std::string_view flag;
};
constexpr std::array<MarkupName, 8> names{{{"department", ""},
                                           {"section", ""},
                                           {"clause", ""},
                                           {"paragraph", ""},
                                           {"label", "restored"},
                                           {"restored", "continued"},
                                           {"mention", "andOthers"},
                                           {"receiver", ""}}};

bool crosses(TextSpan a, TextSpan b) {
    return (a.begin < b.begin && b.begin < a.end && a.end < b.end) ||
           (b.begin < a.begin && a.begin < b.end && b.end < a.end);
}

// Outer before inner; what covers the same stretch stands in the order of the kinds.
bool before(const MarkupSpan& a, const MarkupSpan& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    if (a.span.end != b.span.end) return a.span.end > b.span.end;
    return a.kind < b.kind;
}

// Spans of one kind of markup: in order, none reaching into the next.
class Layer {
public:
    bool takes(TextSpan span) const { return spans_.empty() || spans_.back().end <= span.begin; }
    void add(TextSpan span) { spans_.push_back(span); }

    // Of spans that do not overlap only the last to begin before an end of `span` can cross it.
    bool crosses_any(TextSpan span) const {
        return crosses_last_before(span.begin, span) || crosses_last_before(span.end, span);
    }

private:
    bool crosses_last_before(std::uint32_t offset, TextSpan span) const {
        const auto next = std::partition_point(
            spans_.begin(), spans_.end(), [&](TextSpan known) { return known.begin < offset; });
        return next != spans_.begin() && crosses(*std::prev(next), span);
    }

    std::vector<TextSpan> spans_;
};

class Collector {
public:
    void add(MarkupKind kind, TextSpan span, bool flag = false) {
        if (span.empty()) return;
        const bool nests = std::none_of(layers_.begin(), layers_.end(), [&](const Layer& layer) {
            return layer.crosses_any(span);
        });
        if (!nests) return;
        spans_.push_back({kind, span, flag});
        auto layer = std::find_if(layers_.begin(), layers_.end(),
                                  [&](const Layer& known) { return known.takes(span); });
        if (layer == layers_.end()) layer = layers_.emplace(layers_.end());
        layer->add(span);
        cuts_.insert({span.begin, span.end});
        if (kind == MarkupKind::label && flag) restored_labels_.insert({span.begin, span.end});
    }

    // Restored text is kept whatever was found around it: cut where other elements begin and end.
    void add_restored(TextSpan span) {
        if (span.empty() || restored_labels_.contains({span.begin, span.end})) return;
        std::uint32_t begin = span.begin;
        const auto add_up_to = [&](std::uint32_t end) {
            restored_.push_back({MarkupKind::restored, {begin, end}, begin != span.begin});
            begin = end;
        };
        const auto last = cuts_.lower_bound(span.end);
        for (auto cut = cuts_.upper_bound(span.begin); cut != last; ++cut) add_up_to(*cut);
        add_up_to(span.end);
    }

    std::vector<MarkupSpan> take() {
        spans_.insert(spans_.end(), restored_.begin(), restored_.end());
        std::stable_sort(spans_.begin(), spans_.end(), before);
        return std::move(spans_);
    }

private:
    std::vector<MarkupSpan> spans_;
    std::vector<Layer> layers_;     // the same spans
    std::set<std::uint32_t> cuts_;  // where they begin and end
    std::set<std::pair<std::uint32_t, std::uint32_t>> restored_labels_;
    std::vector<MarkupSpan> restored_;
};

MarkupKind kind_of(BlockKind kind) { return static_cast<MarkupKind>(kind); }
static_assert(static_cast<int>(MarkupKind::paragraph) == static_cast<int>(BlockKind::paragraph));

}  // namespace

std::string_view element_name(MarkupKind kind) {
    return names[static_cast<std::size_t>(kind)].element;
}
std::string_view flag_name(MarkupKind kind) { return names[static_cast<std::size_t>(kind)].flag; }

bool markup_kind_from(std::string_view name, MarkupKind& kind) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].element != name) continue;
        kind = static_cast<MarkupKind>(i);
        return true;
    }
    return false;
}

std::vector<MarkupSpan> cell_markup(const Item& item, const Column& column,
                                    std::size_t cell_index) {
    const Cell& cell = item.cells[cell_index];
    std::set<std::pair<std::uint32_t, std::uint32_t>> restored_stretches;
    for (const TextSpan span : cell.restored) restored_stretches.insert({span.begin, span.end});
    Collector collector;
    for (const Block& block : cell.blocks) {
        collector.add(kind_of(block.kind), block.whole());
        // A label is marked as restored only where the cell says exactly that.
        const bool restored = restored_stretches.contains({block.label.begin, block.label.end});
        collector.add(MarkupKind::label, block.label, restored);
    }
    if (column.role == CellRole::departments) {
        for (const DepartmentMention& mention : item.departments)
            collector.add(MarkupKind::mention, mention.name, mention.and_others);
    }
    for (const Handover& handover : item.handovers) {
        if (handover.department_cell == cell_index)
            collector.add(MarkupKind::receiver, handover.department);
    }
    for (const TextSpan span : cell.restored) collector.add_restored(span);
    return collector.take();
}

std::vector<TextSpan> restored_spans(const std::vector<MarkupSpan>& markup) {
    std::vector<TextSpan> spans;
    for (const MarkupSpan& entry : markup) {
        if (entry.kind == MarkupKind::restored && entry.flag && !spans.empty() &&
            spans.back().end == entry.span.begin) {
            spans.back().end = entry.span.end;
        } else if (entry.kind == MarkupKind::restored ||
                   (entry.kind == MarkupKind::label && entry.flag)) {
            spans.push_back(entry.span);
        }
    }
    return spans;
}

}  // namespace dutylist
