#include "importers/text/text_importer.h"

#include <algorithm>
#include <memory>

#include "importers/detection/text_peek.h"
#include "importers/draft_building/cell_budget.h"
#include "importers/draft_building/unfinished_row.h"
#include "importers/text/text_cell_reader.h"
#include "pipeline/analysis/item_number.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/recognition/draft_text.h"
#include "pipeline/recognition/page_furniture.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/text_gate.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

// Carriage returns that the gate joins with the line feed after them.
std::uint64_t carriage_return_pairs(std::string_view bytes) {
    std::uint64_t pairs = 0;
    for (std::size_t at = bytes.find('\r'); at != std::string_view::npos;
         at = bytes.find('\r', at + 1)) {
        pairs += at + 1 < bytes.size() && bytes[at + 1] == '\n';
    }
    return pairs;
}

// The same in UTF-16, whose units are two bytes.
std::uint64_t carriage_return_units(std::string_view bytes, bool little_endian) {
    std::uint64_t pairs = 0;
    const auto is = [&](std::size_t at, char c) {
        return bytes[at + (little_endian ? 0 : 1)] == c && bytes[at + (little_endian ? 1 : 0)] == 0;
    };
    for (std::size_t at = 0; at + 3 < bytes.size(); at += 2)
        pairs += is(at, '\r') && is(at + 2, '\n');
    return pairs;
}

class TextReader {
public:
    TextReader(std::string_view text, const std::string& file, std::string_view encoding,
               Diagnostics& diagnostics)
        : text_(text),
          width_(encoding),
          budget_(file),
          builder_(std::make_shared<const SourceOrigin>(SourceOrigin{file, {}}),
                   TextBuilder::Placing::exact, diagnostics),
          cells_(file, builder_, width_, diagnostics) {
        draft_.source_file = file;
    }

    Draft read() {
        for (std::size_t begin = 0; begin < text_.size();) {
            const std::size_t end = std::min(text_.find('\n', begin), text_.size());
            read_line(text_.substr(begin, end - begin));
            if (end < text_.size()) cells_.count_markup("\n");
            begin = end + 1;
            ++line_;
        }
        end_table();
        return std::move(draft_);
    }

    const TextCellReader& cells() const { return cells_; }
    std::uint32_t last_line() const { return line_ > 1 ? line_ - 1 : 1; }
    std::uint64_t furniture_bytes() const { return furniture_; }

private:
    void read_line(std::string_view line) {
        if (line.empty()) {
            end_table();
            return;
        }
        if (parse_contents_line(line)) {
            end_table();
            read_contents_line(line);
        } else if (goes_on(line)) {
            continue_row(line);
        } else if (line.find('\t') != std::string_view::npos && has_cells(line)) {
            read_row(line);
        } else {
            end_table();
            read_paragraph(line);
        }
    }

    // A tab between two texts; tabs around one text are white space.
    static bool has_cells(std::string_view line) {
        const std::size_t first = line.find_first_not_of(" \t");
        const std::size_t last = line.find_last_not_of(" \t");
        if (first == std::string_view::npos) return false;
        return line.substr(first, last - first).find('\t') != std::string_view::npos;
    }

    static bool begins_with_digit(std::string_view text) {
        return !text.empty() && text[0] >= '0' && text[0] <= '9';
    }

    // Whether the line goes on with the row above it: text that was pasted with the line breaks of
    // its cells. Such a row lacks cells that the first row of the table has, and begins with its
    // number; the line does not, and has no more cells than are missing.
    bool goes_on(std::string_view line) const {
        if (table_.rows.size() < 2) return false;
        const auto& cells = table_.rows.back().cells;
        const std::size_t expected = table_.rows.front().cells.size();
        if (begins_with_digit(table_.rows.front().cells.front().content.text) ||
            !parse_item_number(cells.front().content.text))
            return false;
        const std::string_view first = line.substr(0, line.find('\t'));
        if (line[0] == '#' || is_page_furniture(line) || parse_item_number(first)) return false;
        const auto more = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t'));
        if (cells.size() == expected) {
            // The last cell goes on where an earlier one did.
            return wrapped_ && more == 0 && line.find("清单") == std::string_view::npos;
        }
        return cells.size() + more <= expected;
    }

    void continue_row(std::string_view line) {
        wrapped_ = true;
        auto& cells = table_.rows.back().cells;
        bool same_cell = true;
        for_each_cell(line, [&](DraftText content) {
            if (same_cell) {
                append(cells.back().content, std::move(content), "\n");
                budget_.require_cell_size(cells.back().content.text.size());
            } else {
                cells.push_back({std::move(content), false});
            }
            same_cell = false;
        });
    }

    void read_row(std::string_view line) {
        wrapped_ = false;
        DraftRow row;
        row.cells.reserve(static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')) + 1);
        for_each_cell(line, [&](DraftText content) {
            row.cells.push_back({std::move(content), false});
        });
        table_.rows.push_back(std::move(row));
    }

    template <typename Take>
    void for_each_cell(std::string_view line, const Take& take) {
        SourcePosition place{line_, 1};
        for (std::size_t begin = 0; begin <= line.size();) {
            const std::size_t end = std::min(line.find('\t', begin), line.size());
            const std::string_view source = line.substr(begin, end - begin);
            budget_.require_cell_size(source.size());
            DraftText content = cells_.read_cell(source, place);
            budget_.take_cell(content.text.size());
            take(std::move(content));
            if (end < line.size()) cells_.count_markup("\t");
            place.column += static_cast<std::uint32_t>(count_characters(source)) + 1;
            begin = end + 1;
        }
    }

    void read_paragraph(std::string_view line) {
        DraftParagraph paragraph;
        SourcePosition place{line_, 1};
        std::size_t marks = line.find_first_not_of('#');
        const bool heading = marks != std::string_view::npos && marks > 0 && marks <= 6 &&
                             (line[marks] == ' ' || static_cast<unsigned char>(line[marks]) > 0x7F);
        if (heading) {
            paragraph.heading_level = static_cast<int>(marks);
            cells_.count_markup(line.substr(0, marks));
            place.column += static_cast<std::uint32_t>(marks);
            line.remove_prefix(marks);
        }
        budget_.require_cell_size(line.size());
        paragraph.content = cells_.read_cell(line, place);
        if (!paragraph.content.text.empty()) draft_.elements.emplace_back(std::move(paragraph));
    }

    void read_contents_line(std::string_view line) {
        const auto parsed = parse_contents_line(line);
        // The title stands before the leaders, the page after them.
        const std::size_t begin = line.find(parsed->title);
        const std::size_t title_end = begin + parsed->title.size();
        const std::size_t page_begin = line.rfind(parsed->page);
        cells_.count_markup(line.substr(0, begin));
        DraftParagraph paragraph;
        paragraph.in_contents = true;
        paragraph.content = cells_.read_line(
            line.substr(begin, title_end - begin),
            {line_, static_cast<std::uint32_t>(count_characters(line.substr(0, begin))) + 1});
        count_leaders(line.substr(title_end, page_begin - title_end));
        const DraftText page = cells_.read_line(
            line.substr(page_begin, parsed->page.size()),
            {line_, static_cast<std::uint32_t>(count_characters(line.substr(0, page_begin))) + 1});
        paragraph.contents_page = page.text;
        cells_.count_markup(line.substr(page_begin + parsed->page.size()));
        draft_.elements.emplace_back(std::move(paragraph));
    }

    void count_leaders(std::string_view leaders) {
        for (const Decoded& d : Characters(leaders)) {
            if (is_white_space(d.character)) {
                cells_.count_markup(to_utf8(d.character));
            } else {
                furniture_ += width_.of(d);
            }
        }
    }

    void end_table() {
        if (table_.rows.empty()) return;
        draft_.elements.emplace_back(std::move(table_));
        table_ = {};
    }

    std::string_view text_;
    EncodedWidth width_;
    CellBudget budget_;
    TextBuilder builder_;
    TextCellReader cells_;
    std::uint64_t furniture_ = 0;
    std::uint32_t line_ = 1;
    bool wrapped_ = false;  // the row above went over more than one line
    DraftTable table_;
    Draft draft_;
};

}  // namespace

Confidence recognise_text(const SourceBytes& source) {
    const std::string text = peek_text(source);
    if (text.empty() || text.find('\0') != std::string::npos) return Confidence::no;
    // Rows with tabs among lines without any are a list as text; rows alone may be a table too.
    bool rows = false;
    bool lines = false;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = std::string_view(text).substr(begin, end - begin);
        const bool blank = line.find_first_not_of(" \t\r") == std::string_view::npos;
        if (!blank) (line.find('\t') != std::string_view::npos ? rows : lines) = true;
        begin = end + 1;
    }
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool markup = first != std::string::npos && text[first] == '<';
    return rows && lines && !markup ? Confidence::likely : Confidence::fallback;
}

Imported read_text(SourceBytes source, const ImportSettings& settings, Diagnostics& diagnostics) {
    const std::uint64_t pairs = carriage_return_pairs(source.bytes);
    const std::uint64_t little = carriage_return_units(source.bytes, true);
    const std::uint64_t big = carriage_return_units(source.bytes, false);
    GatedText gated = pass_text_gate(
        std::move(source.bytes), source.name, diagnostics,
        settings.encoding ? std::optional<std::string_view>(*settings.encoding) : std::nullopt);
    TextReader reader(gated.text, source.name, gated.encoding, diagnostics);
    Draft draft = reader.read();
    const TextCellReader& cells = reader.cells();
    const auto* const last_table =
        draft.elements.empty() ? nullptr : std::get_if<DraftTable>(&draft.elements.back());
    const bool cut =
        ends_in_row(gated.text) || (last_table != nullptr && !gated.text.ends_with('\n') &&
                                    ends_unlike_other_rows(last_table->rows));
    if (cut) diagnostics.add(Code::input_ends_in_row, {source.name, {}, reader.last_line(), 0});
    if (cells.restored_labels() > 0) {
        diagnostics.add(Code::label_restored, {source.name, {}, 0, 0},
                        {std::to_string(cells.restored_labels())});
    }
    if (settings.account) {
        ByteAccount& account = *settings.account;
        account.encoding = gated.encoding;
        account.text += cells.text_bytes();
        account.markup += cells.markup_bytes() + gated.mark_bytes;
        if (gated.encoding == "UTF-16LE") {
            account.markup += 2 * little;
        } else if (gated.encoding == "UTF-16BE") {
            account.markup += 2 * big;
        } else {
            account.markup += pairs;
        }
        account.furniture += reader.furniture_bytes();
        account.removed += gated.removed_bytes;
    }
    return draft;
}

}  // namespace dutylist
