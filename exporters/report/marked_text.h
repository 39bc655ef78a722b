#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/report/report_template.h"
#include "pipeline/report/table.h"

namespace dutylist {

class Looks;
class TemplateElement;

// 0xRRGGBB
struct ChangeColors {
    std::uint32_t removed = 0;
    std::uint32_t added = 0;
};

// The element <changes removed="…" added="…"/> of a template. Throws JobError.
ChangeColors read_change_colors(const TemplateElement& element, const Looks& looks);

// A stretch of a value's text that was removed or added, in bytes. The marks around it ([-, -], {+,
// +}) are stretches of their own, without decoration.
struct MarkedStretch {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool removed = false;    // else added
    bool decorated = false;  // to be struck through (removed) or underlined (added)

    std::uint32_t color(const ChangeColors& colors) const {
        return removed ? colors.removed : colors.added;
    }
};

// A value as printed (value_text) with its marked stretches in order. The marks stay in the text,
// so that it says the same when it is copied, filtered, read aloud or printed without colours.
struct MarkedText {
    std::string text;
    std::vector<MarkedStretch> stretches;
};

MarkedText marked_value(const Value& value, ColumnKind kind, const ReportTemplate& labels);

}  // namespace dutylist
