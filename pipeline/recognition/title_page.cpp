#include "pipeline/recognition/title_page.h"

#include <algorithm>
#include <array>

#include "pipeline/recognition/department_list.h"
#include "pipeline/recognition/unit_names.h"
#include "pipeline/text/chinese_number.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

// More lines, or longer ones, are a page with a list in it, not a title page.
constexpr std::size_t most_title_lines = 12;
constexpr std::size_t longest_title_line_characters = 60;

bool is_title(std::string_view line) {
    const std::string words = without_white_space(line);
    return words.size() <= 300 && words.find("清单") != std::string::npos &&
           (words.find("履职") != std::string::npos || words.find("事项") != std::string::npos ||
            words.find("职责") != std::string::npos);
}

int levels(const Unit& unit) {
    return !unit.province.empty() + !unit.prefecture.empty() + !unit.county.empty() +
           !unit.township.empty() + !unit.department.empty();
}

// The title without the unit before it: "履职事项清单" of "…枫落坪乡履职事项清单".
std::string without_unit(std::string_view title, bool of_department) {
    const std::string_view unit =
        of_department ? department_part_of_title(title) : unit_part_of_title(title);
    if (!unit.empty() && (of_department ? parse_department(unit) : parse_unit(unit))) {
        const auto end = static_cast<std::size_t>(unit.data() + unit.size() - title.data());
        return std::string(trimmed(title.substr(end)));
    }
    return std::string(title);
}

// "填报单位：…" without its caption.
std::string_view after_caption(std::string_view line) {
    for (std::string_view colon : {"：", ":"}) {
        if (const std::size_t at = line.find(colon); at != std::string_view::npos)
            return trimmed(line.substr(at + colon.size()));
    }
    return line;
}

// "Sheet 1: 目录", the heading that LibreOffice writes above each sheet: no part of a unit's name,
// unless the sheet is named after the unit.
bool is_sheet_heading(std::string_view line) {
    const bool heads_sheet = line.starts_with("Sheet ") || line.starts_with("工作表");
    return heads_sheet && !parse_unit(after_caption(line));
}

// 新禾乡委员会 新禾乡人民政府: two offices of one place, of which the first says it.
std::string_view without_second_office(std::string_view line) {
    if (!line.ends_with("政府")) return line;
    for (std::string_view first : {"委员会", "党委"}) {
        const std::size_t at = line.find(first);
        if (at != std::string_view::npos && at > 0) return line.substr(0, at + first.size());
    }
    return line;
}

}  // namespace

std::string_view unit_words_of_line(std::string_view line) {
    if (is_title(line)) return unit_part_of_title(line);
    if (is_sheet_heading(line)) return {};
    line = after_caption(line);
    static constexpr std::string_view party = "中共";
    if (line.starts_with(party)) line.remove_prefix(party.size());
    line = without_second_office(line);
    for (std::string_view office : {"办公室", "人民政府", "委员会", "党委"}) {
        if (line.ends_with(office) && line.size() > office.size())
            line.remove_suffix(office.size());
    }
    return line;
}

std::string_view department_words_of_line(std::string_view line) {
    return is_title(line) ? department_part_of_title(line) : after_caption(line);
}

namespace {

// The reading with most levels of any run of lines that together name a unit. Among the lines of a
// page around a list there may be other units' names: there only titles count.
Unit find_unit(const std::vector<DraftText>& lines, bool title_page) {
    constexpr std::size_t most_lines = 4;
    Unit best;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string joined;
        for (std::size_t j = i; j < lines.size() && j < i + most_lines; ++j) {
            if (!title_page && !is_title(lines[j].text)) break;
            const std::string_view words = unit_words_of_line(lines[j].text);
            if (words.empty()) break;
            joined += words;
            const auto unit = parse_unit(joined);
            if (!unit) continue;
            // Of a line too many (乡镇, of a title) the reading without it counts.
            const bool without_more =
                levels(*unit) == levels(best) && best.full_name().ends_with(unit->full_name());
            if (levels(*unit) > levels(best) || without_more) best = *unit;
        }
    }
    return best;
}

// A line that is the title of the lists counts before one that names an office beside them.
Unit find_department(const std::vector<DraftText>& lines, bool title_page) {
    constexpr std::size_t most_lines = 3;
    Unit best;
    for (const bool titles : {true, false}) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            std::string joined;
            for (std::size_t j = i; j < lines.size() && j < i + most_lines; ++j) {
                const bool title = is_title(lines[j].text);
                if (titles ? !title : !title_page || title) break;
                joined += department_words_of_line(lines[j].text);
                const auto unit = parse_department(joined);
                if (unit && levels(*unit) > levels(best)) best = *unit;
            }
        }
        if (!best.department.empty()) break;
    }
    return best;
}

// The lowest levels must be the same office; of higher levels one may be missing.
bool agree(const std::string& a, const std::string& b) { return a.empty() || b.empty() || a == b; }

// 公安局 may stand for 云川县公安局.
bool same_department(const std::string& a, const std::string& b) {
    return a.ends_with(b) || b.ends_with(a);
}

}  // namespace

bool complete_unit(Unit& unit, const Unit& other) {
    if (!agree(unit.township, other.township) || !agree(unit.county, other.county) ||
        !agree(unit.prefecture, other.prefecture) || !agree(unit.province, other.province) ||
        !same_department(unit.department, other.department))
        return false;
    if (unit.province.empty()) unit.province = other.province;
    if (unit.prefecture.empty()) unit.prefecture = other.prefecture;
    if (unit.county.empty()) unit.county = other.county;
    if (unit.township.empty()) unit.township = other.township;
    if (unit.department.size() < other.department.size()) unit.department = other.department;
    return true;
}

Period find_period(std::string_view line) {
    // Of digits with blanks between them; longer stretches between the marks name no month.
    constexpr std::size_t longest_period = 120;
    constexpr std::string_view year_mark = "年";
    constexpr std::string_view month_mark = "月";
    if (const auto whole = parse_period(line)) return *whole;
    std::size_t month_at = 0;
    for (std::size_t year_at = line.find(year_mark); year_at != std::string_view::npos;
         year_at = line.find(year_mark, year_at + 1)) {
        if (month_at < year_at) month_at = line.find(month_mark, year_at);
        if (month_at == std::string_view::npos) return {};
        // The year's digits before 年, blanks between them allowed.
        std::size_t begin = year_at;
        for (int i = 0; begin > 0 && i < 12; ++i) {
            const Decoded d = decode_before(line, begin);
            const std::string_view c = line.substr(begin - d.bytes, d.bytes);
            const bool digit = parse_number(c) || c == "0" || c == "０" || c == "〇" || c == "○" ||
                               c == "零" || trimmed(c).empty();
            if (!digit) break;
            begin -= d.bytes;
        }
        const std::size_t end = month_at + month_mark.size();
        if (end - begin > longest_period) continue;
        if (const auto period = parse_period(trimmed(line.substr(begin, end - begin))))
            return *period;
    }
    return {};
}

TitlePage read_title_page(std::vector<DraftText> lines, bool of_department) {
    TitlePage page;
    bool is_title_page = lines.size() <= most_title_lines;
    for (const DraftText& line : lines) {
        is_title_page =
            is_title_page && count_characters(line.text) <= longest_title_line_characters;
    }
    page.unit =
        of_department ? find_department(lines, is_title_page) : find_unit(lines, is_title_page);
    for (DraftText& line : lines) {
        const bool title = is_title(line.text);
        const Period period = find_period(line.text);
        if (title && page.title.empty()) page.title = without_unit(line.text, of_department);
        const bool whole_line = count_characters(line.text) <= longest_title_line_characters;
        const bool says_period = period.known() && whole_line;
        if (says_period && !page.period.known()) page.period = period;
        if (is_title_page || (whole_line && (title || says_period))) {
            page.title_lines.push_back(std::move(line.text));
        } else {
            page.unused.push_back(std::move(line));
        }
    }
    return page;
}

}  // namespace dutylist
