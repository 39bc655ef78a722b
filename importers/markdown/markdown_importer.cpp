#include "importers/markdown/markdown_importer.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "importers/detection/text_peek.h"
#include "importers/draft_building/unfinished_row.h"
#include "importers/hypertext/html_reader.h"
#include "importers/markdown/grid_table.h"
#include "importers/markdown/markdown_lines.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/text_gate.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

// "12. text", "12) text", "- text": begins a line of its own wherever it stands.
bool begins_item(std::string_view line) {
    if (line.starts_with("- ") || line.starts_with("* ")) return true;
    std::size_t digits = 0;
    while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
    return digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
           line[digits + 1] == ' ';
}

class MarkdownReader {
public:
    MarkdownReader(const std::string& file, std::string_view text, Diagnostics& diagnostics)
        : file_(file),
          lines_(split_markdown_lines(text)),
          text_(text),
          builder_(std::make_shared<const SourceOrigin>(SourceOrigin{file, {}}),
                   TextBuilder::Placing::flowing, diagnostics),
          html_(file, builder_, diagnostics, HtmlReader::Flavour::markdown) {}

    Draft read() {
        while (at_ < lines_.size()) {
            const std::string_view line = trimmed(lines_[at_].text);
            const bool pipe_table = line.find('|') != std::string_view::npos &&
                                    at_ + 1 < lines_.size() &&
                                    is_delimiter_row(lines_[at_ + 1].text);
            if (line.empty()) {
                ++at_;
            } else if (pipe_table) {
                read_pipe_table();
            } else if (is_grid_line(line)) {
                read_grid();
            } else if (line.starts_with('<')) {
                read_html();
            } else {
                read_line(line);
            }
        }
        html_.report();
        return builder_.take();
    }

    // A table of HTML does not end.
    bool ends_in_table() const { return cut_in_table_; }

private:
    void read_line(std::string_view line) {
        const std::size_t indent = static_cast<std::size_t>(line.data() - lines_[at_].text.data());
        SourcePosition place{
            lines_[at_].number,
            static_cast<std::uint32_t>(count_characters(lines_[at_].text.substr(0, indent)) + 1)};
        std::size_t level = 0;
        while (level < line.size() && level < 6 && line[level] == '#') ++level;
        const bool heading = level > 0 && level < line.size() && line[level] == ' ';
        if (heading) {
            line.remove_prefix(level);
            place.column += static_cast<std::uint32_t>(level);
            // A closing run of # is markup as well.
            const std::size_t end = line.find_last_not_of("# ") + 1;
            if (end < line.size() && line[end] == ' ') line = line.substr(0, end);
        }
        ++at_;
        const bool underlined =
            !heading && at_ < lines_.size() && !is_blank(lines_[at_].text) &&
            (trimmed(lines_[at_].text).find_first_not_of('=') == std::string_view::npos ||
             trimmed(lines_[at_].text).find_first_not_of('-') == std::string_view::npos);
        const bool rule = line.find_first_not_of("-*_ ") == std::string_view::npos;
        if (rule || line.starts_with("```")) return;
        html_.read_markdown(line, place);
        builder_.end_paragraph({heading ? static_cast<int>(level) : underlined ? 1 : 0, false});
        if (underlined) ++at_;
    }

    void read_pipe_table() {
        builder_.begin_table();
        bool header = true;
        const std::size_t columns = split_pipe_row(lines_[at_]).size();
        for (; at_ < lines_.size(); ++at_) {
            const std::string_view line = lines_[at_].text;
            if (is_blank(line) || line.find('|') == std::string_view::npos) break;
            if (header && is_delimiter_row(line)) {
                header = false;
                continue;
            }
            std::vector<MarkdownPiece> cells = split_pipe_row(lines_[at_]);
            // A new header after the rows is a table of its own.
            const bool next_table = !header && at_ + 1 < lines_.size() &&
                                    is_delimiter_row(lines_[at_ + 1].text) &&
                                    cells.size() != columns;
            if (next_table) break;
            builder_.begin_row(header);
            for (const MarkdownPiece& cell : cells) {
                builder_.begin_cell();
                html_.read(cell.text, cell.place);
                builder_.end_cell();
            }
            builder_.end_row();
        }
        builder_.end_table();
    }

    void read_grid() {
        std::size_t end = at_;
        while (end < lines_.size() &&
               (lines_[end].text.starts_with('+') || lines_[end].text.starts_with('|'))) {
            ++end;
        }
        builder_.begin_table();
        const auto table = read_grid_table(std::span(lines_).subspan(at_, end - at_), file_);
        for (const GridRow& row : table) {
            builder_.begin_row(row.header);
            for (const GridCell& cell : row.cells) {
                builder_.begin_cell();
                read_grid_cell(cell);
                builder_.end_cell(cell.columns, cell.rows);
            }
            builder_.end_row();
        }
        builder_.end_table();
        at_ = std::max(end, at_ + 1);
    }

    // The lines of a cell are one paragraph up to a blank line; where a line was broken between
    // Han characters there was no space.
    void read_grid_cell(const GridCell& cell) {
        std::string_view before;
        for (const MarkdownPiece& piece : cell.lines) {
            const std::string_view line = trimmed(piece.text);
            if (line.empty() || before.ends_with('\\') || begins_item(line)) {
                builder_.text().line_break();
            } else if (!before.empty()) {
                const char32_t left = decode_before(before, before.size()).character;
                const char32_t right = decode_at(line, 0).character;
                const bool wide = display_width(left) == 2 && display_width(right) == 2;
                if (!wide) builder_.text().space();
            }
            before = line;
            const std::size_t indent = static_cast<std::size_t>(line.data() - piece.text.data());
            std::string_view content = line;
            if (content.ends_with('\\')) content.remove_suffix(1);
            html_.read_inline(
                content,
                {piece.place.line, piece.place.column + static_cast<std::uint32_t>(count_characters(
                                                            piece.text.substr(0, indent)))});
        }
    }

    // HTML from a line that begins with a tag, to the end of its table or of the line.
    void read_html() {
        const MarkdownLine& line = lines_[at_];
        const std::size_t begin = static_cast<std::size_t>(line.text.data() - text_.data());
        std::size_t end = begin + line.text.size();
        if (trimmed(line.text).starts_with("<table")) {
            HtmlTokenizer tokenizer(text_.substr(begin), {line.number, 1});
            HtmlToken token;
            const bool table = tokenizer.next(token) && token.name == "table";
            const std::size_t closed = table ? end_of_table(begin + line.text.find('<')) : end;
            if (closed != 0) {
                end = std::max(end, closed);
            } else if (has_row(tokenizer)) {
                end = text_.size();
            }
        }
        html_.read(text_.substr(begin, end - begin), {line.number, 1});
        cut_in_table_ = cut_in_table_ || html_.ended_in_table();
        while (at_ < lines_.size() &&
               static_cast<std::size_t>(lines_[at_].text.data() - text_.data()) < end) {
            ++at_;
        }
    }

    static bool has_row(HtmlTokenizer& tokenizer) {
        HtmlToken token;
        for (int tags = 0; tags < 8 && tokenizer.next(token);) {
            if (token.kind != HtmlToken::Kind::start_tag) continue;
            if (token.name == "tr") return true;
            ++tags;
        }
        return false;
    }

    // Past the end tag of the <table> that begins here; 0 without one.
    std::size_t end_of_table(std::size_t begin) {
        if (!elements_) elements_.emplace(text_);
        return elements_->end_of("table", begin);
    }

    const std::string& file_;
    bool cut_in_table_ = false;
    std::vector<MarkdownLine> lines_;
    std::string_view text_;
    DraftBuilder builder_;
    HtmlReader html_;
    std::optional<ElementIndex> elements_;  // once a table was met
    std::size_t at_ = 0;
};

}  // namespace

Confidence recognise_markdown(const SourceBytes& source) {
    const std::string text = peek_text(source);
    if (text.empty() || text.find('\0') != std::string::npos) return Confidence::no;
    const std::vector<MarkdownLine> lines = split_markdown_lines(text);
    bool heading = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = trimmed(lines[i].text);
        const bool pipe_table = line.find('|') != std::string_view::npos && i + 1 < lines.size() &&
                                is_delimiter_row(lines[i + 1].text) && !is_delimiter_row(line);
        const bool grid_table = is_grid_line(line) && i + 1 < lines.size() &&
                                trimmed(lines[i + 1].text).starts_with('|');
        if (pipe_table || grid_table) return Confidence::certain;
        heading = heading || line.starts_with("# ") || line.starts_with("## ");
        if (heading && line.starts_with("<table")) return Confidence::likely;
    }
    return Confidence::no;
}

Imported read_markdown(SourceBytes source, const ImportSettings& settings,
                       Diagnostics& diagnostics) {
    const GatedText gated = pass_text_gate(
        std::move(source.bytes), source.name, diagnostics,
        settings.encoding ? std::optional<std::string_view>(*settings.encoding) : std::nullopt);
    MarkdownReader reader(source.name, gated.text, diagnostics);
    Draft draft = reader.read();
    if (ends_in_row(gated.text) || reader.ends_in_table())
        diagnostics.add(Code::input_ends_in_row, {source.name, {}, 0, 0});
    return draft;
}

}  // namespace dutylist
