#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
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

// The marks of one map, to go over. Valid until the map changes.
class SourceMarks {
public:
    SourceMarks() = default;
    explicit SourceMarks(SourceMark only) : only_(only), size_(1) {}
    explicit SourceMarks(const std::vector<SourceMark>& all)
        : several_(all.data()), size_(all.size()) {}

    const SourceMark* begin() const { return several_ ? several_ : &only_; }
    const SourceMark* end() const { return begin() + size_; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    const SourceMark& front() const { return *begin(); }
    const SourceMark& back() const { return *(end() - 1); }

private:
    SourceMark only_;
    const SourceMark* several_ = nullptr;
    std::size_t size_ = 0;
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
    SourceMarks marks() const;
    bool empty() const { return line_ == 0 && !several_; }

    // The place of the character at byte `offset` of `text`, which must be the text mapped. The
    // place of restored text is that of the nearest source text before it, else after it.
    SourceLocation locate(std::string_view text, std::uint32_t offset) const;

private:
    std::shared_ptr<const SourceOrigin> origin_;
    // Most cells have one mark, at the beginning of the text: a large sheet has a million of them,
    // so it is kept here. Any other marks stand in `several_`.
    std::uint32_t line_ = 0;
    std::uint32_t column_ = 0;
    std::unique_ptr<std::vector<SourceMark>> several_;
};

}  // namespace dutylist
