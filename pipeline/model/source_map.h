#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/diagnostics/source_location.h"

namespace dutylist {

// Where the cells of one input come from: the part of a place that all of them share. A text has a
// file only; a workbook has one origin a sheet. Immutable once shared.
struct SourceOrigin {
    std::string file;
    std::string sheet;
};

// One stretch of a cell's text: from byte `offset` of the text on, each character of the text is
// one character of the source, beginning at line and column (both from 1, columns in characters).
// line == 0 marks text that is not in the source (a restored label).
struct SourceMark {
    std::uint32_t offset = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    friend bool operator==(const SourceMark&, const SourceMark&) = default;
};

// Maps a cell's text back to its source. For a workbook `line` is the row and `column` the column
// of the sheet, and offsets inside the cell are not resolved; for a word processor file `line` is
// the paragraph, counted from 1 through the body.
class SourceMap {
public:
    SourceMap() = default;
    explicit SourceMap(std::shared_ptr<const SourceOrigin> origin) : origin_(std::move(origin)) {}
    SourceMap(const SourceMap& other);
    SourceMap& operator=(const SourceMap& other);
    // A map that was moved from is empty.
    SourceMap(SourceMap&& other) noexcept;
    SourceMap& operator=(SourceMap&& other) noexcept;
    ~SourceMap() = default;

    // Marks must be added in ascending order of offset; a mark that only continues the one before
    // it is the caller's to leave out.
    void add(SourceMark mark);

    const std::shared_ptr<const SourceOrigin>& origin() const { return origin_; }
    // Valid until the next add().
    std::span<const SourceMark> marks() const;
    bool empty() const { return marks().empty(); }

    // The place of the character at byte `offset` of `text`, which must be the text mapped. The
    // place of restored text is that of the nearest source text before it, else after it.
    SourceLocation locate(std::string_view text, std::uint32_t offset) const;

private:
    std::shared_ptr<const SourceOrigin> origin_;
    // Most cells have one mark: a large sheet has a million of them, so the first needs no memory
    // of its own. With a second all stand in `several_`.
    SourceMark first_;
    bool has_first_ = false;
    std::unique_ptr<std::vector<SourceMark>> several_;
};

}  // namespace dutylist
