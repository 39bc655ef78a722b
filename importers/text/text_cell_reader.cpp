#include "importers/text/text_cell_reader.h"

#include <string>

#include "importers/text/inline_tags.h"
#include "importers/text/list_labels.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

bool has_markup(std::string_view source) {
    for (std::size_t at = source.find('<'); at != std::string_view::npos;
         at = source.find('<', at + 1)) {
        if (tag_at(source.substr(at))) return true;
    }
    return false;
}

// What stands from a < that is no markup, for the message.
std::string foreign_tag(std::string_view text) {
    constexpr std::size_t longest = 40;
    const std::size_t end = text.substr(0, longest).find('>');
    if (end != std::string_view::npos) return std::string(text.substr(0, end + 1));
    std::size_t bytes = 0;
    for (int i = 0; i < 5 && bytes < text.size(); ++i) bytes += decode_at(text, bytes).bytes;
    return std::string(text.substr(0, bytes));
}

}  // namespace

void TextCellReader::add_text(std::string_view text, SourcePosition& place) {
    if (text.empty()) return;
    builder_.add(text, place);
    for (const Decoded& d : Characters(text)) {
        (is_white_space(d.character) ? markup_ : text_) += width_.of(d);
        ++place.column;
    }
}

DraftText TextCellReader::read_line(std::string_view source, SourcePosition place) {
    add_text(source, place);
    return builder_.take();
}

DraftText TextCellReader::read_cell(std::string_view source, SourcePosition place) {
    if (source.find('<') == std::string_view::npos) return read_line(source, place);
    if (has_markup(source)) return read_marked_cell(source, place);
    SourcePosition at = place;
    std::size_t done = 0;
    for (std::size_t open = source.find('<'); open != std::string_view::npos;
         open = source.find('<', open + 1)) {
        add_text(source.substr(done, open - done), at);
        done = open;
        const std::string tag = foreign_tag(source.substr(open));
        diagnostics_.add(Code::markup_kept_as_text, {std::string(file_), {}, at.line, at.column},
                         {tag}, tag);
    }
    add_text(source.substr(done), at);
    return builder_.take();
}

DraftText TextCellReader::read_marked_cell(std::string_view source, SourcePosition place) {
    ListLabels labels;
    std::size_t done = 0;
    const auto flush = [&](std::size_t end) {
        add_text(source.substr(done, end - done), place);
        done = end;
    };
    for (std::size_t at = source.find_first_of("<&"); at != std::string_view::npos;
         at = source.find_first_of("<&", at)) {
        flush(at);
        const std::string_view rest = source.substr(at);
        if (const auto tag = tag_at(rest)) {
            builder_.line_break();
            if (tag->kind == CellTag::Kind::ordered || tag->kind == CellTag::Kind::unordered) {
                if (tag->closing) {
                    labels.close();
                } else if (tag->kind == CellTag::Kind::ordered) {
                    labels.open_ordered(tag->attributes);
                } else {
                    labels.open_unordered();
                }
            } else if (tag->kind == CellTag::Kind::item && !tag->closing) {
                const std::string label = labels.next_item(tag->attributes);
                if (!label.empty()) {
                    builder_.add_restored(label);
                    ++restored_;
                }
            }
            const std::string_view written = rest.substr(0, tag->bytes);
            markup_ += width_.of(written);
            place.column += static_cast<std::uint32_t>(count_characters(written));
            at = done = at + tag->bytes;
        } else if (const auto reference = reference_at(rest)) {
            const std::string character = to_utf8(reference->character);
            builder_.add_instead(character, place);
            const std::uint64_t written = width_.of(rest.substr(0, reference->bytes));
            const std::uint64_t text =
                is_white_space(reference->character) ? 0 : width_.of(character);
            text_ += text;
            markup_ += written - text;
            place.column += static_cast<std::uint32_t>(reference->bytes);
            at = done = at + reference->bytes;
        } else {
            if (rest[0] == '<') {
                const std::string tag_text = foreign_tag(rest);
                diagnostics_.add(Code::markup_kept_as_text,
                                 {std::string(file_), {}, place.line, place.column}, {tag_text},
                                 tag_text);
            }
            ++at;
        }
    }
    flush(source.size());
    return builder_.take();
}

}  // namespace dutylist
