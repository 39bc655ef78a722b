#include "importers/text/text_cell_reader.h"

#include <string>

#include "importers/hypertext/character_reference.h"
#include "importers/hypertext/html_tokenizer.h"
#include "importers/hypertext/style_sheet.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/text_gate.h"
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
        tell_foreign_tag(source.substr(open), at);
    }
    add_text(source.substr(done), at);
    return builder_.take();
}

DraftText TextCellReader::read_marked_cell(std::string_view source, SourcePosition place) {
    HtmlLists lists;
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
            read_tag(*tag, lists);
            const std::string_view written = rest.substr(0, tag->bytes);
            markup_ += width_.of(written);
            place.column += static_cast<std::uint32_t>(count_characters(written));
            at = done = at + tag->bytes;
        } else if (const std::size_t bytes = read_reference(rest, place)) {
            place.column += static_cast<std::uint32_t>(bytes);
            at = done = at + bytes;
        } else {
            if (rest[0] == '<') tell_foreign_tag(rest, place);
            ++at;
        }
    }
    flush(source.size());
    return builder_.take();
}

void TextCellReader::read_tag(const CellTag& tag, HtmlLists& lists) {
    builder_.line_break();
    const bool ordered = tag.kind == CellTag::Kind::ordered;
    const bool list = ordered || tag.kind == CellTag::Kind::unordered;
    if (tag.closing) {
        if (list && lists.count() > 0) lists.cut(lists.count() - 1);
        return;
    }
    if (!list && tag.kind != CellTag::Kind::item) return;
    HtmlToken token;
    token.kind = HtmlToken::Kind::start_tag;
    token.name = ordered ? "ol" : list ? "ul" : "li";
    token.attributes = tag.attributes;
    const Declarations style = parse_declarations(token.value("style"));
    if (list) return lists.open(token, style);
    const std::optional<std::string> label = lists.next_label(token, style);
    if (!label) return;
    builder_.add_restored(*label);
    ++restored_;
}

// Only with its semicolon: a text file is no page, and its & may stand for itself.
std::size_t TextCellReader::read_reference(std::string_view source, SourcePosition place) {
    if (source[0] != '&') return 0;
    const auto reference = read_character_reference(source);
    if (!reference || source[reference->bytes - 1] != ';' || !is_clean_text(reference->text))
        return 0;
    builder_.add_instead(reference->text, place);
    const std::uint64_t written = width_.of(source.substr(0, reference->bytes));
    const bool blank = is_white_space(decode_at(reference->text, 0).character);
    const std::uint64_t text = blank ? 0 : width_.of(reference->text);
    text_ += text;
    markup_ += written - text;
    return reference->bytes;
}

void TextCellReader::tell_foreign_tag(std::string_view source, SourcePosition place) {
    const std::string tag = foreign_tag(source);
    diagnostics_.add(Code::markup_kept_as_text, {std::string(file_), {}, place.line, place.column},
                     {tag}, tag);
}

}  // namespace dutylist
