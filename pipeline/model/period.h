#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace dutylist {

// The month a list is of. `printed` keeps how the source wrote it ("2025 年 7 月").
struct Period {
    int year = 0;   // 0: unknown
    int month = 0;  // 1 to 12; 0: unknown
    std::string printed;

    bool known() const { return year != 0; }
    std::string iso() const;      // "2025-07", "2025", or "" if unknown
    std::string chinese() const;  // "2025年7月", "2025年", or ""
    friend bool operator==(const Period&, const Period&) = default;
};

// Reads 2025年7月, 2025 年 7 月, 二〇二五年七月, 2025-07, 2025/7, 2025.7; nothing else may stand
// around it but white space.
std::optional<Period> parse_period(std::string_view text);

}  // namespace dutylist
