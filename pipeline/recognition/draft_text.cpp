#include "pipeline/recognition/draft_text.h"

namespace dutylist {
namespace {

template <typename Text>
void append_to(Text& whole, DraftText&& more, std::string_view separator) {
    if (more.text.empty()) return;
    if (whole.text.empty()) separator = {};
    const auto shift = static_cast<std::uint32_t>(whole.text.size() + separator.size());
    whole.text.append(separator).append(more.text);
    for (TextSpan span : more.restored)
        whole.restored.push_back({span.begin + shift, span.end + shift});
    if (!whole.source.origin()) whole.source = SourceMap(more.source.origin());
    for (SourceMark mark : more.source.marks())
        whole.source.add({mark.offset + shift, mark.line, mark.column});
}

}  // namespace

void append(DraftText& text, DraftText&& more, std::string_view separator) {
    append_to(text, std::move(more), separator);
}

void append(Cell& cell, DraftText&& more, std::string_view separator) {
    append_to(cell, std::move(more), separator);
}

}  // namespace dutylist
