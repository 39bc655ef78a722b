#include "importers/hypertext/html_reader.h"

#include <algorithm>
#include <utility>

#include "importers/hypertext/character_reference.h"
#include "importers/hypertext/element_kinds.h"
#include "importers/hypertext/html_controls.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

// Each search for an end tag that is not there reads the rest of the page.

// The references of a text replaced, each piece to the builder with its place.
void add_text(TextBuilder& builder, std::string_view text, SourcePosition place) {
    while (!text.empty()) {
        const std::size_t reference = text.find('&');
        const std::string_view plain = text.substr(0, reference);
        builder.add(plain, place);
        place = advanced(place, plain);
        if (reference == std::string_view::npos) return;
        text.remove_prefix(reference);
        const std::optional<HtmlCharacterReference> found = read_character_reference(text);
        const std::size_t bytes = found ? found->bytes : 1;
        builder.add_instead(found ? std::string_view(found->text) : "&", place);
        place = advanced(place, text.substr(0, bytes));
        text.remove_prefix(bytes);
    }
}

}  // namespace

void HtmlReader::read(std::string_view html, SourcePosition start) {
    read_inline(html, start);
    ended_in_table_ = !tables_.empty();
    while (!tables_.empty()) close_table();
    end_paragraph();
    elements_.cut(0);
    lists_.cut(0);
    in_link_ = false;
    preformatted_ = 0;
    heading_ = 0;
    strong_ = struck_ = false;
}

void HtmlReader::read_inline(std::string_view html, SourcePosition start) {
    HtmlTokenizer tokenizer(html, start, flavour_ == Flavour::markdown);
    HtmlToken token;
    const auto report_not_closed = [&] {
        for (const NotClosed& found : tokenizer.not_closed()) {
            diagnostics_.add(Code::html_not_closed,
                             {file_, {}, found.place.line, found.place.column}, {},
                             std::string(found.text));
        }
    };
    for (; tokenizer.next(token); report_not_closed()) {
        switch (token.kind) {
            case HtmlToken::Kind::text:
                if (!token.text.empty())
                    text(token,
                         html.substr(static_cast<std::size_t>(token.text.data() - html.data())));
                break;
            case HtmlToken::Kind::start_tag:
                if (!skips(token, tokenizer)) start_tag(token);
                break;
            case HtmlToken::Kind::end_tag:
                end_tag(token);
                break;
        }
    }
    report_not_closed();
}

void HtmlReader::read_markdown(std::string_view text, SourcePosition place) {
    add_markdown(text, text, place);
    strong_ = struck_ = false;
}

void HtmlReader::add(std::string_view text, SourcePosition place) {
    TextLook look = elements_.look();
    if (struck_) look.struck = true;
    if (concealed_.listens(look)) {
        concealed_.add(look, without_references(text), place);
    } else {
        concealed_.end_stretch();
    }
    add_text(builder_.text(), text, place);
}

// `rest`: the text and what follows it in its cell or line, where the end of a mark may stand.
void HtmlReader::add_markdown(std::string_view text, std::string_view rest, SourcePosition place) {
    constexpr std::string_view escapable = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    while (!text.empty()) {
        const std::size_t mark = text.find_first_of("\\*~");
        const std::string_view plain = text.substr(0, mark);
        if (!plain.empty()) add(plain, place);
        place = advanced(place, plain);
        if (mark == std::string_view::npos) return;
        text.remove_prefix(mark);
        rest.remove_prefix(mark);
        const bool escape =
            text[0] == '\\' && text.size() > 1 && escapable.find(text[1]) != std::string_view::npos;
        const std::string_view pair = text.substr(0, 2);
        bool* const inside = pair == "**" ? &strong_ : pair == "~~" ? &struck_ : nullptr;
        const bool opens =
            inside != nullptr && !*inside && rest.find(pair, 2) != std::string_view::npos;
        std::size_t bytes = 1;
        if (escape) {
            bytes = 2;
            builder_.text().add_instead(text.substr(1, 1), place);
        } else if (inside != nullptr && (opens || *inside)) {
            bytes = 2;
            *inside = opens;
        } else {
            add(text.substr(0, 1), place);
        }
        place.column += static_cast<std::uint32_t>(bytes);
        text.remove_prefix(bytes);
        rest.remove_prefix(bytes);
    }
}

void HtmlReader::text(const HtmlToken& token, std::string_view rest) {
    if (flavour_ == Flavour::markdown) {
        add_markdown(token.text, rest, token.place);
    } else if (preformatted_ == 0) {
        add(token.text, token.place);
    } else {
        SourcePosition place = token.place;
        std::string_view lines = token.text;
        for (;;) {
            const std::size_t end = std::min(lines.find('\n'), lines.size());
            add(lines.substr(0, end), place);
            if (end == lines.size()) break;
            builder_.text().line_break();
            place = {place.line + 1, 1};
            lines.remove_prefix(end + 1);
        }
    }
    if (!in_link_ && !text_outside_links_) text_outside_links_ = !trimmed(token.text).empty();
}

Declarations HtmlReader::style_of(const HtmlToken& token) {
    if (token.attributes.empty() && sheet_.empty()) return {};
    Declarations style = sheet_.empty()
                             ? Declarations{}
                             : sheet_.of(token.name, token.value("class"), token.value("id"));
    for (auto& [name, value] : parse_declarations(token.value("style"))) style[name] = value;
    return style;
}

bool HtmlReader::skips(const HtmlToken& token, HtmlTokenizer& tokenizer) {
    const std::string& name = token.name;
    if (reads_control(token, tokenizer)) return true;
    if (token.closed || is_empty_element(name)) return false;
    if (is_no_text(name)) {
        if (name == "style") {
            const std::string_view content = tokenizer.element_content(name);
            sheet_.add(content.substr(0, std::min(content.rfind("</"), content.size())));
        }
        changes_ += name == "del";
        return tokenizer.skip_element(name);
    }
    if (!is_around_the_text(name)) return false;
    const std::string_view content = tokenizer.element_content(name);
    if (content.empty()) return false;
    HtmlTokenizer inside(content);
    HtmlToken piece;
    bool text = false;
    while (!text && inside.next(piece)) {
        text = piece.kind == HtmlToken::Kind::text && !trimmed(piece.text).empty();
    }
    navigation_ += text;
    tokenizer.skip_element(name);
    return true;
}

// In a cell, what a control shows is text of the cell.
bool HtmlReader::reads_control(const HtmlToken& token, HtmlTokenizer& tokenizer) {
    if (!is_control(token.name) || tables_.empty() || !tables_.back().in_cell) return false;
    if (is_choice(token)) {
        ++choices_;
        return true;
    }
    const bool empty = is_empty_element(token.name);
    const std::string_view content =
        empty ? std::string_view() : tokenizer.element_content(token.name);
    if (!empty && content.empty()) return false;
    const std::optional<std::string> shown = text_of_control(token, content);
    if (!shown) return false;
    if (!trimmed(*shown).empty()) {
        builder_.text().space();
        builder_.text().add_instead(*shown, token.place);
        builder_.text().space();
        if (concealed_.listens(elements_.look()))
            concealed_.add(elements_.look(), *shown, token.place);
        text_outside_links_ = true;
    }
    if (!empty) tokenizer.skip_element(token.name);
    return true;
}

void HtmlReader::end_paragraph() {
    constexpr std::size_t longest_link_bytes = 300;
    const bool only_links = !text_outside_links_ && heading_ == 0 && !builder_.in_cell() &&
                            !builder_.text().empty() &&
                            builder_.text().size() <= longest_link_bytes;
    concealed_.end_stretch();
    if (only_links) {
        builder_.text().clear();
        ++navigation_;
    } else {
        builder_.end_paragraph({heading_, false});
    }
    text_outside_links_ = false;
    // A link that is never closed must not turn the rest of the page into navigation.
    in_link_ = false;
}

void HtmlReader::start_tag(const HtmlToken& token) {
    const std::string& name = token.name;
    const Declarations style = style_of(token);
    if (name == "br") {
        builder_.text().line_break();
    } else if (name == "a") {
        in_link_ = token.attribute("href").has_value();
    } else if (name == "q") {
        builder_.text().add_instead("“", token.place);
    } else if (name == "img") {
        report_picture(token);
    } else if (name == "html") {
        in_page_ = true;
    } else if (name == "ins") {
        ++changes_;
    } else if (is_block(name)) {
        start_block(token, style);
    } else if (start_table_tag(token, style)) {
        return;
    }
    if (!token.closed && !is_empty_element(name)) elements_.open(name, look_of(token, style));
}

void HtmlReader::start_block(const HtmlToken& token, const Declarations& style) {
    const std::string& name = token.name;
    elements_.close("p");
    if (name == "li") {
        open_item(token, style);
        return;
    }
    // <li><p>: the paragraph belongs to the item's number.
    if (!builder_.text().ends_in_label()) end_paragraph();
    if (HtmlLists::is_list(name)) lists_.open(token, style);
    if (name == "pre") ++preformatted_;
    const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    if (heading) heading_ = name[1] - '0';
}

void HtmlReader::open_item(const HtmlToken& token, const Declarations& style) {
    end_paragraph();
    const std::optional<std::string> label = lists_.next_label(token, style);
    if (!label) return;
    builder_.text().add_restored(*label);
    text_outside_links_ = true;
    ++labels_;
}

void HtmlReader::end_tag(const HtmlToken& token) {
    const std::string& name = token.name;
    if (name == "a") {
        in_link_ = false;
    } else if (name == "q") {
        builder_.text().add_instead("”", token.place);
    } else if (name == "html") {
        end_paragraph();
        in_page_ = false;
    } else if (name == "td" || name == "th") {
        if (!tables_.empty()) close_cell();
        return;
    } else if (name == "tr" || name == "thead" || name == "tbody" || name == "tfoot") {
        if (tables_.empty()) return;
        close_row();
        elements_.cut(name == "tr" ? tables_.back().row : tables_.back().section);
        if (name == "thead") tables_.back().in_head = false;
        return;
    } else if (name == "table") {
        if (!tables_.empty()) close_table();
        return;
    } else if (is_block(name)) {
        end_paragraph();
        if (name[0] == 'h' && name.size() == 2) heading_ = 0;
        if (name == "pre") preformatted_ -= preformatted_ > 0;
        const std::size_t outside = tables_.empty() ? 0 : tables_.back().lists;
        if (HtmlLists::is_list(name) && lists_.count() > outside) lists_.cut(lists_.count() - 1);
    }
    elements_.close(name);
}

void HtmlReader::report_picture(const HtmlToken& token) {
    constexpr std::uint32_t smallest_picture = 3;
    const bool seen = token.number("width", smallest_picture) >= smallest_picture &&
                      token.number("height", smallest_picture) >= smallest_picture;
    if (!seen || tables_.empty() || !tables_.back().in_cell) return;
    diagnostics_.add(Code::word_picture, {file_, {}, token.place.line, token.place.column}, {},
                     token.value("alt"));
}

void HtmlReader::report() {
    const SourceLocation place{file_, {}, 0, 0};
    const auto add_count = [&](Code code, std::uint64_t count) {
        if (count > 0) diagnostics_.add(code, place, {std::to_string(count)});
    };
    add_count(Code::html_navigation, navigation_);
    add_count(Code::html_choices, choices_);
    add_count(Code::word_tracked_changes, changes_);
    add_count(Code::format_labels_restored, labels_);
    add_count(Code::format_merged_cells, builder_.merged_cells());
    if (!sheet_.generated_text().empty())
        diagnostics_.add(Code::html_generated_text, place, {sheet_.generated_text()});
}

}  // namespace dutylist
