#include "importers/draft_building/concealed_text.h"

#include <cstdlib>
#include <utility>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/recognition/draft_text.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr double largest_tiny_points = 2;
// Colours nearer than this cannot be told apart on paper.
constexpr int least_difference = 16;
constexpr std::size_t longest_kept_bytes = 4096;
constexpr std::size_t longest_excerpt = 40;

bool are_alike(const Colour& a, const Colour& b) {
    return std::abs(a.red - b.red) <= least_difference &&
           std::abs(a.green - b.green) <= least_difference &&
           std::abs(a.blue - b.blue) <= least_difference;
}

void append_bounded(std::string& kept, std::string_view text) {
    if (kept.size() + text.size() <= longest_kept_bytes) {
        kept += text;
        return;
    }
    for (const Decoded& d : Characters(text)) {
        if (kept.size() + d.bytes > longest_kept_bytes) return;
        append_utf8(kept, d.character);
    }
}

}  // namespace

Message name_of(Concealment way, std::string which) {
    switch (way) {
        case Concealment::hidden_text:
            return {Code::concealed_hidden_text, {}};
        case Concealment::transparent:
            return {Code::concealed_transparent, {}};
        case Concealment::own_background:
            return {Code::concealed_own_background, {}};
        case Concealment::tiny:
            return {Code::concealed_tiny, {}};
        case Concealment::number_format:
            return {Code::concealed_number_format, {}};
        case Concealment::hidden_part:
            return {Code::concealed_hidden_part, {}};
        case Concealment::hidden_rows:
            if (which.empty()) return {Code::concealed_hidden_row, {}};
            return {Code::concealed_hidden_rows, {std::move(which)}};
        case Concealment::hidden_columns:
            break;
    }
    if (which.empty()) return {Code::concealed_hidden_column, {}};
    return {Code::concealed_hidden_columns, {std::move(which)}};
}

std::optional<Concealment> concealment_of(const TextLook& look) {
    if (look.hidden.value_or(false)) return Concealment::hidden_text;
    if (look.transparent.value_or(false)) return Concealment::transparent;
    if (look.points && *look.points <= largest_tiny_points) return Concealment::tiny;
    const bool unseen =
        look.colour && !look.on_unknown && are_alike(*look.colour, look.background.value_or(white));
    return unseen ? std::optional(Concealment::own_background) : std::nullopt;
}

void ConcealedText::extend(Stretch& stretch, std::optional<Concealment> way, std::string_view text,
                           SourcePosition place) {
    if (stretch.way != way) tell_hidden(stretch);
    if (!way) return;
    if (!stretch.way) {
        stretch.way = way;
        stretch.place = place;
    }
    append_bounded(stretch.text, text);
}

bool ConcealedText::listens(const TextLook& look) const {
    return parts_ > 0 || look.struck.value_or(false) || concealment_of(look).has_value();
}

void ConcealedText::add(const TextLook& look, std::string_view text, SourcePosition place) {
    if (parts_ > 0) {
        if (trimmed(part_.text).empty()) part_.place = place;
        append_bounded(part_.text, text);
    } else {
        extend(hidden_, concealment_of(look), text, place);
    }
    if (!look.struck.value_or(false)) {
        tell_struck();
        return;
    }
    if (!struck_) struck_ = Stretch{{}, {}, place};
    append_bounded(struck_->text, text);
}

void ConcealedText::add(Concealment way, std::string_view text, SourcePosition place) {
    extend(hidden_, way, text, place);
}

void ConcealedText::end_stretch() {
    tell_hidden(hidden_);
    tell_struck();
    if (parts_ > 0 && !part_.text.empty()) append_bounded(part_.text, " ");
}

void ConcealedText::open(Concealment way) {
    end_stretch();
    if (parts_++ == 0) part_ = {way, {}, {}};
}

void ConcealedText::close() {
    if (parts_ == 0 || --parts_ > 0) return;
    tell_hidden(part_);
}

void ConcealedText::tell_hidden(Stretch& stretch) {
    const std::string text = normalised_white_space(std::exchange(stretch.text, {}));
    const std::optional<Concealment> way = std::exchange(stretch.way, {});
    if (!way || text.empty()) return;
    diagnostics_.add(Code::text_hidden, {file_, sheet_, stretch.place.line, stretch.place.column},
                     {name_of(*way), excerpt(text, longest_excerpt)}, text);
}

void ConcealedText::tell_struck() {
    if (!struck_) return;
    const std::string text = normalised_white_space(struck_->text);
    if (!text.empty()) {
        diagnostics_.add(Code::text_struck,
                         {file_, sheet_, struck_->place.line, struck_->place.column},
                         {excerpt(text, longest_excerpt)}, text);
    }
    struck_.reset();
}

}  // namespace dutylist
