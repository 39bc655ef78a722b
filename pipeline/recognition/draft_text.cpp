#include "pipeline/recognition/draft_text.h"

#include "pipeline/text/utf8.h"

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

std::string excerpt(std::string_view text, std::size_t longest) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < longest && end < text.size(); ++i)
        end += decode_at(text, end).bytes;
    return end < text.size() ? std::string(text.substr(0, end)) + "…" : std::string(text);
}

}  // namespace dutylist
