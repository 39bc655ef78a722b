#include "exporters/proof/sentence.h"

#include <algorithm>

#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist::proof {
namespace {

constexpr std::size_t longest_side = 80;  // characters to either side of the spot

bool ends_sentence(char32_t c) {
    return c == U'。' || c == U'；' || c == U';' || c == '\n' || c == U'！' || c == U'？';
}

}  // namespace

check::Excerpt sentence_of(const Document& document, const check::Finding& finding) {
    check::Excerpt excerpt = check::excerpt_of(document, finding, longest_side);
    const Cell* cell = check::cell_of(document, finding.place);
    if (!cell) return excerpt;
    const std::string_view text = cell->text;
    std::size_t begin = finding.span.begin;
    excerpt.cut_before = true;
    for (std::size_t i = 0; i < longest_side; ++i) {
        const Decoded before = decode_before(text, begin);
        if (before.bytes == 0 || ends_sentence(before.character)) {
            excerpt.cut_before = false;
            break;
        }
        begin -= before.bytes;
    }
    std::size_t end = finding.span.end;
    excerpt.cut_after = true;
    for (std::size_t i = 0; i < longest_side; ++i) {
        const std::string_view spot = finding.span.of(text);
        const bool spot_ends = end == finding.span.end && !spot.empty() &&
                               ends_sentence(decode_before(spot, spot.size()).character);
        if (end >= text.size() || spot_ends) {
            excerpt.cut_after = false;
            break;
        }
        const Decoded next = decode_at(text, end);
        if (next.character == '\n') {
            excerpt.cut_after = false;
            break;
        }
        end += next.bytes;
        if (ends_sentence(next.character)) {
            excerpt.cut_after = false;
            break;
        }
    }
    std::string_view head = text.substr(begin, finding.span.begin - begin);
    while (!head.empty() && (head.front() == ' ' || head.front() == '\n')) head.remove_prefix(1);
    excerpt.before = head;
    excerpt.after = text.substr(finding.span.end, end - finding.span.end);
    std::replace(excerpt.before.begin(), excerpt.before.end(), '\n', ' ');
    return excerpt;
}

}  // namespace dutylist::proof
