#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "pipeline/recognition/draft.h"

namespace dutylist::test {

// Makes drafts for tests: paragraphs, and tables of rows "1|党的建设|…" in which "^" before a cell
// marks a merged copy, "<" a copy of the cell to its left, "×" a column that the row leaves out,
// and "↵" stands for a line break.
class SimpleDraft {
public:
    explicit SimpleDraft(std::string file = "draft") {
        origin_ = std::make_shared<const SourceOrigin>(SourceOrigin{file, {}});
        draft_.source_file = std::move(file);
    }

    SimpleDraft& paragraph(std::string_view text) {
        DraftParagraph paragraph;
        paragraph.content = this->text(text, 1);
        ++line_;
        draft_.elements.emplace_back(std::move(paragraph));
        return *this;
    }

    SimpleDraft& table(std::initializer_list<std::string_view> rows, std::string caption = {}) {
        DraftTable table;
        table.caption = std::move(caption);
        for (std::string_view row : rows) table.rows.push_back(this->row(row));
        draft_.elements.emplace_back(std::move(table));
        return *this;
    }

    Draft build() { return std::move(draft_); }

private:
    DraftText text(std::string_view written, std::uint32_t column) {
        DraftText text;
        text.text = written;
        constexpr std::string_view mark = "↵";
        for (std::size_t at; (at = text.text.find(mark)) != std::string::npos;)
            text.text.replace(at, mark.size(), "\n");
        text.source = SourceMap(origin_);
        if (!text.text.empty()) text.source.add({0, line_, column});
        return text;
    }

    DraftRow row(std::string_view written) {
        DraftRow row;
        std::uint32_t column = 1;
        for (std::size_t begin = 0; begin <= written.size(); ++column) {
            const std::size_t end = std::min(written.find('|', begin), written.size());
            std::string_view cell = written.substr(begin, end - begin);
            const bool left_out = cell == "×";
            const bool covered = left_out || cell.starts_with('<');
            const bool merged = !left_out && (covered || cell.starts_with('^'));
            if (merged) cell.remove_prefix(1);
            if (left_out) cell = {};
            row.cells.push_back({text(cell, column), merged, covered});
            begin = end + 1;
        }
        ++line_;
        return row;
    }

    std::shared_ptr<const SourceOrigin> origin_;
    std::uint32_t line_ = 1;
    Draft draft_;
};

}  // namespace dutylist::test
