#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/report/report_template.h"
#include "pipeline/report/table.h"

namespace dutylist {

inline constexpr std::uint32_t removed_color = 0xA01515;  // 0xRRGGBB; dark enough for grey print
inline constexpr std::uint32_t added_color = 0x0D5A1A;

// A stretch of a value's text that was removed or added, in bytes. The marks around it ([-, -], {+,
// +}) are stretches of their own, without decoration.
struct MarkedStretch {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool removed = false;    // else added
    bool decorated = false;  // to be struck through (removed) or underlined (added)

    std::uint32_t color() const { return removed ? removed_color : added_color; }
};

// A value as printed (value_text) with its marked stretches in order. The marks stay in the text,
// so that it says the same when it is copied, filtered, read aloud or printed without colours.
struct MarkedText {
    std::string text;
    std::vector<MarkedStretch> stretches;
};

MarkedText marked_value(const Value& value, ColumnKind kind, const ReportTemplate& labels);

}  // namespace dutylist
