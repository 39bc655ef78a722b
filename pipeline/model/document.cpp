#include "pipeline/model/document.h"

#include <array>

#include "pipeline/text/chinese_number.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {

const DutyList* Document::list(ListKind kind) const {
    for (const DutyList& list : lists) {
        if (list.kind == kind) return &list;
    }
    return nullptr;
}

std::size_t Document::item_count() const {
    std::size_t count = 0;
    for (const DutyList& list : lists) count += list.items.size();
    return count;
}

std::string_view Unit::kind() const {
    // Longer endings first: 民族乡 ends in 乡.
    static constexpr std::array<std::string_view, 10> kinds{
        "民族苏木", "民族乡", "街道办事处", "区公所", "街道", "苏木", "乡", "镇", "管委会", "农场"};
    const std::string_view name = township;
    for (std::string_view kind : kinds) {
        if (name.ends_with(kind)) return name.substr(name.size() - kind.size());
    }
    return {};
}

std::string Unit::full_name() const {
    std::string above;
    for (const std::string* level : {&province, &prefecture, &county}) {
        if (!level->empty() && department.starts_with(*level)) return above + department;
        above += *level;
    }
    return above + township + department;
}

std::string Period::iso() const {
    if (year == 0) return {};
    std::string text = std::to_string(year);
    if (month == 0) return text;
    return text + (month < 10 ? "-0" : "-") + std::to_string(month);
}

std::string Period::chinese() const {
    if (year == 0) return {};
    std::string text = std::to_string(year) + "年";
    if (month == 0) return text;
    return text + std::to_string(month) + "月";
}

std::optional<Period> parse_period(std::string_view printed) {
    const std::string text = without_white_space(printed);
    static constexpr std::array<std::string_view, 8> separators{"年", "-",  "/", ".",
                                                                "．", "－", "—", "–"};
    for (std::string_view separator : separators) {
        const std::size_t at = text.find(separator);
        if (at == std::string::npos) continue;
        std::string_view month_text = std::string_view(text).substr(at + separator.size());
        const bool words = separator == "年";
        if (words && month_text.ends_with("月")) {
            month_text.remove_suffix(std::string_view("月").size());
        } else if (words && !month_text.empty()) {
            return {};
        }
        const auto year = parse_number(std::string_view(text).substr(0, at));
        if (!year || *year < 1949 || *year > 2999) return {};
        Period period{*year, 0, std::string(trimmed(printed))};
        if (month_text.empty()) return words ? std::optional(period) : std::nullopt;
        const auto month = parse_number(month_text);
        if (!month || *month < 1 || *month > 12) return {};
        period.month = *month;
        return period;
    }
    return {};
}

}  // namespace dutylist
