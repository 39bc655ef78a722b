#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importers/draft_building/text_builder.h"
#include "pipeline/diagnostics/diagnostic.h"

namespace dutylist {

// The hidden rows, or the hidden columns, of a sheet that hold text. They are told together, at the
// first text (text_hidden).
class HiddenLines {
public:
    enum class Lines : std::uint8_t { rows, columns };
    explicit HiddenLines(Lines lines) : lines_(lines) {}

    // A text in the hidden line of this number, from 1. Lines may come in any order; it costs least
    // if they rise.
    void add(std::uint32_t line, std::string_view text, SourcePosition place);
    bool empty() const { return ranges_.empty(); }
    // Nothing if no text was added. Forgets all.
    void report(const std::string& file, const std::string& sheet, Diagnostics& diagnostics);

private:
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };
    std::string name(const Range& range) const;

    Lines lines_;
    std::vector<Range> ranges_;  // rising; they do not touch
    std::string text_;
    SourcePosition place_;
};

}  // namespace dutylist
