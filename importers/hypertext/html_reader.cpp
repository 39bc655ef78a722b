#include "importers/hypertext/html_reader.h"

#include <algorithm>
#include <array>

#include "importers/draft_building/number_text.h"
#include "importers/hypertext/character_reference.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 34> blocks{
    "p",       "div",     "h1",     "h2",       "h3",     "h4",        "h5",
    "h6",      "li",      "ul",     "ol",       "dl",     "dt",        "dd",
    "section", "article", "header", "main",     "body",   "html",      "hr",
    "pre",     "center",  "form",   "fieldset", "figure", "address",   "caption",
    "details", "summary", "legend", "menu",     "dir",    "blockquote"};

// Never text of the page.
constexpr std::array<std::string_view, 13> not_text{
    "script", "style",  "title",    "template", "select", "button",  "textarea",
    "svg",    "canvas", "noscript", "object",   "iframe", "datalist"};

constexpr std::array<std::string_view, 3> around_the_text{"nav", "footer", "aside"};

// Elements without an end tag.
constexpr std::array<std::string_view, 10> empty_elements{"br",   "hr",  "img", "input",  "meta",
                                                          "link", "wbr", "col", "source", "area"};

struct ListStyle {
    std::string_view css;
    std::string_view format;
    std::string_view after;
};
// CSS Counter Styles 3, and the values of the type attribute (case matters there).
constexpr std::array<ListStyle, 13> list_styles{
    {{"decimal", "decimal", "."},
     {"decimal-leading-zero", "decimalZero", "."},
     {"lower-alpha", "lowerLetter", "."},
     {"lower-latin", "lowerLetter", "."},
     {"upper-alpha", "upperLetter", "."},
     {"upper-latin", "upperLetter", "."},
     {"lower-roman", "lowerRoman", "."},
     {"upper-roman", "upperRoman", "."},
     {"cjk-ideographic", "chineseCounting", "、"},
     {"simp-chinese-informal", "chineseCounting", "、"},
     {"trad-chinese-informal", "chineseCounting", "、"},
     {"cjk-decimal", "ideographDigital", "、"},
     {"simp-chinese-formal", "chineseLegalSimplified", "、"}}};

std::string_view format_of_type(std::string_view type) {
    if (type == "a") return "lowerLetter";
    if (type == "A") return "upperLetter";
    if (type == "i") return "lowerRoman";
    if (type == "I") return "upperRoman";
    return "decimal";
}

}  // namespace

void HtmlReader::add_text(TextBuilder& builder, std::string_view text, SourcePosition place) {
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

void HtmlReader::add_markdown(TextBuilder& builder, std::string_view text, SourcePosition place) {
    constexpr std::string_view escapable = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    bool strong = false;
    while (!text.empty()) {
        const std::size_t mark = text.find_first_of("\\*");
        const std::string_view plain = text.substr(0, mark);
        add_text(builder, plain, place);
        place = advanced(place, plain);
        if (mark == std::string_view::npos) return;
        text.remove_prefix(mark);
        const bool escape =
            text[0] == '\\' && text.size() > 1 && escapable.find(text[1]) != std::string_view::npos;
        const bool pair = text.starts_with("**");
        const bool opens = pair && !strong && text.find("**", 2) != std::string_view::npos;
        std::size_t bytes = 1;
        if (escape) {
            bytes = 2;
            builder.add_instead(text.substr(1, 1), place);
        } else if (opens || (pair && strong)) {
            bytes = 2;
            strong = opens;
        } else {
            builder.add(text.substr(0, 1), place);
        }
        place.column += static_cast<std::uint32_t>(bytes);
        text.remove_prefix(bytes);
    }
}

void HtmlReader::read(std::string_view html, SourcePosition start) {
    read_inline(html, start);
    while (!tables_.empty()) close_table();
    end_paragraph();
    lists_.clear();
    in_link_ = false;
    preformatted_ = 0;
    heading_ = 0;
}

void HtmlReader::read_inline(std::string_view html, SourcePosition start) {
    HtmlTokenizer tokenizer(html, start, flavour_ == Flavour::markdown);
    HtmlToken token;
    const auto report_not_closed = [&] {
        for (const NotClosed& found : tokenizer.not_closed()) {
            diagnostics_.add_one_of_many(Code::html_not_closed,
                                         {file_, {}, found.place.line, found.place.column}, {},
                                         found.text);
        }
    };
    for (; tokenizer.next(token); report_not_closed()) {
        switch (token.kind) {
            case HtmlToken::Kind::text:
                text(token);
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

void HtmlReader::text(const HtmlToken& token) {
    if (flavour_ == Flavour::markdown) {
        add_markdown(builder_.text(), token.text, token.place);
    } else if (preformatted_ == 0) {
        add_text(builder_.text(), token.text, token.place);
    } else {
        SourcePosition place = token.place;
        std::string_view rest = token.text;
        for (;;) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            add_text(builder_.text(), rest.substr(0, end), place);
            if (end == rest.size()) break;
            builder_.text().line_break();
            place = {place.line + 1, 1};
            rest.remove_prefix(end + 1);
        }
    }
    if (!in_link_ && !text_outside_links_) text_outside_links_ = !trimmed(token.text).empty();
}

bool HtmlReader::skips(const HtmlToken& token, HtmlTokenizer& tokenizer) {
    const std::string& name = token.name;
    if (token.closed || contains(empty_elements, name)) return false;
    // Each search for an end tag that is not there reads the rest of the page.
    constexpr std::size_t most_missing_ends = 64;
    if (missing_ends_ >= most_missing_ends) return false;
    if (contains(not_text, name)) {
        const bool skipped = tokenizer.skip_element(name);
        missing_ends_ += !skipped;
        return skipped;
    }
    const std::string_view content = contains(around_the_text, name) ||
                                             token.style("display") == "none" ||
                                             token.attribute("hidden")
                                         ? tokenizer.element_content(name)
                                         : std::string_view();
    // What holds a table may be a page's other tab; it is read.
    const bool skipped = !content.empty() && content.find("<table") == std::string_view::npos &&
                         content.find("<TABLE") == std::string_view::npos;
    missing_ends_ += !skipped;
    if (!skipped) return false;
    HtmlTokenizer inside(content);
    HtmlToken piece;
    std::string hidden;
    while (inside.next(piece)) {
        if (piece.kind == HtmlToken::Kind::text) hidden += without_references(piece.text);
    }
    hidden = normalised_white_space(hidden);
    if (contains(around_the_text, name)) {
        navigation_ += !hidden.empty();
    } else if (!hidden.empty()) {
        diagnostics_.add(Code::html_hidden_text, {file_, {}, token.place.line, token.place.column},
                         {}, hidden);
    }
    tokenizer.skip_element(name);
    return true;
}

void HtmlReader::end_paragraph() {
    constexpr std::size_t longest_link_bytes = 300;
    const bool only_links = !text_outside_links_ && heading_ == 0 && !builder_.in_cell() &&
                            !builder_.text().empty() &&
                            builder_.text().size() <= longest_link_bytes;
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
    if (name == "br") {
        builder_.text().line_break();
    } else if (name == "a") {
        in_link_ = token.attribute("href").has_value();
    } else if (contains(blocks, name)) {
        if (name == "li") {
            open_item(token);
            return;
        }
        // <li><p>: the paragraph belongs to the item's number.
        if (!builder_.text().ends_in_label()) end_paragraph();
        if (name == "ol" || name == "ul" || name == "menu" || name == "dir") open_list(token);
        if (name == "pre") ++preformatted_;
        const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
        if (heading) heading_ = name[1] - '0';
    } else {
        start_table_tag(token);
    }
}

void HtmlReader::start_table_tag(const HtmlToken& token) {
    const std::string& name = token.name;
    if (name == "table") {
        end_paragraph();
        builder_.begin_table();
        tables_.push_back({});
        tables_.back().lists = lists_.size();
    } else if (tables_.empty()) {
        return;
    } else if (name == "tr") {
        close_row();
        builder_.begin_row(tables_.back().in_head);
    } else if (name == "td" || name == "th") {
        close_cell();
        builder_.begin_cell();
        TableLevel& table = tables_.back();
        table.in_cell = true;
        const std::uint32_t rows = token.number("rowspan", 1);
        table.cell = {token.number("colspan", 1), rows == 0 ? 65'535 : rows, name == "th"};
    } else if (name == "thead" || name == "tbody" || name == "tfoot") {
        close_row();
        tables_.back().in_head = name == "thead";
    }
}

void HtmlReader::end_tag(const HtmlToken& token) {
    const std::string& name = token.name;
    if (name == "a") {
        in_link_ = false;
    } else if (name == "td" || name == "th") {
        if (!tables_.empty()) close_cell();
    } else if (name == "tr" || name == "thead" || name == "tbody" || name == "tfoot") {
        if (tables_.empty()) return;
        close_row();
        if (name == "thead") tables_.back().in_head = false;
    } else if (name == "table") {
        if (!tables_.empty()) close_table();
    } else if (contains(blocks, name)) {
        end_paragraph();
        if (name[0] == 'h' && name.size() == 2) heading_ = 0;
        if (name == "pre") preformatted_ -= preformatted_ > 0;
        const bool list = name == "ol" || name == "ul" || name == "menu" || name == "dir";
        const std::size_t outside = tables_.empty() ? 0 : tables_.back().lists;
        if (list && lists_.size() > outside) lists_.pop_back();
    }
}

void HtmlReader::open_list(const HtmlToken& token) {
    ListLevel list;
    if (token.name == "ol") {
        list.numbered = true;
        list.format = format_of_type(token.value("type"));
        list.next = static_cast<int>(std::min(token.number("start", 1), 9999u));
        std::string style = token.style("list-style-type");
        if (style.empty()) style = token.style("list-style");
        for (const ListStyle& known : list_styles) {
            if (style != known.css) continue;
            list.format = known.format;
            list.after = known.after;
        }
        if (style.find("none") != std::string::npos) list.numbered = false;
    }
    lists_.push_back(std::move(list));
}

void HtmlReader::open_item(const HtmlToken& token) {
    end_paragraph();
    if (lists_.empty() || !lists_.back().numbered) return;
    ListLevel& list = lists_.back();
    list.next = static_cast<int>(
        std::min(token.number("value", static_cast<std::uint32_t>(list.next)), 9999u));
    const std::string number =
        number_text(list.next, list.format).value_or(std::to_string(list.next));
    const std::string own_style = token.style("list-style-type");
    list.next = std::min(list.next + 1, 9999);
    if (own_style == "none" || token.style("display") == "block") return;
    builder_.text().add_restored(number + list.after);
    text_outside_links_ = true;
    ++labels_;
}

void HtmlReader::close_cell() {
    TableLevel& table = tables_.back();
    if (!table.in_cell) return;
    table.in_cell = false;
    lists_.resize(std::min(lists_.size(), table.lists));
    heading_ = 0;
    (table.cell.header ? table.row_has_header : table.row_has_data) = true;
    builder_.end_cell(table.cell.columns, table.cell.rows);
    text_outside_links_ = false;
}

void HtmlReader::close_row() {
    close_cell();
    TableLevel& table = tables_.back();
    if (table.row_has_header && !table.row_has_data) builder_.set_row_header();
    table.row_has_header = table.row_has_data = false;
    builder_.end_row();
}

void HtmlReader::close_table() {
    close_row();
    builder_.end_table();
    tables_.pop_back();
}

void HtmlReader::report() {
    const SourceLocation place{file_, {}, 0, 0};
    if (navigation_ > 0) {
        diagnostics_.add(Code::html_navigation, place, {std::to_string(navigation_)});
    }
    if (labels_ > 0) {
        diagnostics_.add(Code::format_labels_restored, place, {std::to_string(labels_)});
    }
    if (builder_.merged_cells() > 0) {
        diagnostics_.add(Code::format_merged_cells, place,
                         {std::to_string(builder_.merged_cells())});
    }
}

}  // namespace dutylist
