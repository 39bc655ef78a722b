#include "tests/support/drafts.h"

#include <stdexcept>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/bounded_reader.h"

namespace dutylist::test {
namespace {

template <typename Element>
const Element& nth(const Draft& draft, std::size_t n) {
    for (const auto& element : draft.elements) {
        if (const auto* found = std::get_if<Element>(&element)) {
            if (n-- == 0) return *found;
        }
    }
    throw std::out_of_range("no such element in the draft");
}

std::string one_line(const std::string& text) {
    std::string result;
    for (char c : text) {
        if (c == '\n') {
            result += "↵";
        } else {
            result += c;
        }
    }
    return result;
}

}  // namespace

const DraftTable& Read::table(std::size_t n) const { return nth<DraftTable>(draft, n); }
const DraftParagraph& Read::paragraph(std::size_t n) const { return nth<DraftParagraph>(draft, n); }

Read read_bytes(ReadFunction read, std::string bytes, const ImportSettings& settings,
                std::string name) {
    Read result;
    result.draft =
        std::get<Draft>(read({std::move(name), std::move(bytes)}, settings, result.diagnostics));
    return result;
}

Read read_file(ReadFunction read, const std::string& path) {
    Read result;
    result.draft = std::get<Draft>(read(read_source(path), {}, result.diagnostics));
    return result;
}

std::string refusal(ReadFunction read, std::string bytes, const ImportSettings& settings) {
    try {
        const Read result = read_bytes(read, std::move(bytes), settings);
        for (const Diagnostic& diagnostic : result.diagnostics.entries()) {
            if (diagnostic.severity == Severity::error) return std::string(id_of(diagnostic.code));
        }
    } catch (const JobError& error) {
        return std::string(id_of(error.diagnostic().code));
    }
    return {};
}

std::string told(const Read& read, Code code) {
    std::string lines;
    for (const Diagnostic& diagnostic : read.diagnostics.entries()) {
        if (diagnostic.code != code) continue;
        lines += to_string(diagnostic.place) + " " + one_line(diagnostic.raw);
        if (code == Code::text_hidden)
            lines += " (" + in_words(diagnostic.arguments.front(), Language::chinese) + ")";
        lines += '\n';
    }
    return lines;
}

std::string to_lines(const DraftTable& table) {
    std::string lines;
    for (const DraftRow& row : table.rows) {
        if (row.header) lines += "# ";
        bool first = true;
        for (const DraftCell& cell : row.cells) {
            if (!first) lines += '|';
            first = false;
            if (cell.from_merge) lines += '^';
            lines += one_line(cell.content.text);
        }
        lines += '\n';
    }
    return lines;
}

std::string to_lines(const Draft& draft) {
    std::string lines;
    for (const auto& element : draft.elements) {
        if (const auto* paragraph = std::get_if<DraftParagraph>(&element)) {
            lines += "¶";
            if (paragraph->heading_level > 0) lines += std::to_string(paragraph->heading_level);
            if (paragraph->in_contents) lines += "…";
            lines += " " + one_line(paragraph->content.text);
            if (!paragraph->contents_page.empty()) lines += " → " + paragraph->contents_page;
            lines += '\n';
        } else {
            const auto& table = std::get<DraftTable>(element);
            lines += "▦" + (table.caption.empty() ? "" : " " + table.caption) + "\n";
            lines += to_lines(table);
        }
    }
    return lines;
}

}  // namespace dutylist::test
