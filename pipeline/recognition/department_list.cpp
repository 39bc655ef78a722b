#include "pipeline/recognition/department_list.h"

#include <algorithm>
#include <array>
#include <string>

#include "pipeline/analysis/department_names.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/recognition/unit_names.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::size_t longest_name_bytes = 240;
constexpr std::size_t least_name_characters = 3;

bool is_name(std::string_view text) {
    for (const Decoded& d : Characters(text)) {
        const bool bracket = d.character == U'（' || d.character == U'）';
        if (!is_han(d.character) && d.character != U'·' && !bracket) return false;
    }
    return count_characters(text) >= least_name_characters && ends_like_department(text);
}

// The lowest level that is known.
std::string_view lowest(const Unit& region) {
    return region.county.empty() ? region.prefecture : region.county;
}

// How many endings of regions stand inside the names of levels: 云川县城市 of 云川县城市管理局.
int suspicion(const Unit& region) {
    static constexpr std::array<std::string_view, 6> endings{"省", "市", "州", "县", "区", "旗"};
    static constexpr std::array<std::string_view, 4> no_names{"城市", "社区", "园区", "地区"};
    int count = 0;
    for (std::string_view name :
         {std::string_view(region.prefecture), std::string_view(region.county)}) {
        if (std::find(no_names.begin(), no_names.end(), name) != no_names.end()) ++count;
        for (std::string_view ending : endings) {
            const std::size_t at = name.find(ending);
            count += at != std::string_view::npos && at + ending.size() < name.size();
        }
    }
    return count;
}

// The levels that the text begins with: the least suspicious reading, of several the longest.
// `bytes`: how long they are.
Unit region_before(std::string_view name, std::size_t& bytes) {
    Unit best;
    int least = 0;
    bytes = 0;
    for (std::size_t end = 0; end < name.size();) {
        end += decode_at(name, end).bytes;
        auto region = parse_unit(name.substr(0, end));
        if (!region || !region->township.empty() || !is_name(name.substr(end))) continue;
        const int doubts = suspicion(*region);
        if (bytes != 0 && doubts > least) continue;
        best = std::move(*region);
        least = doubts;
        bytes = end;
    }
    return best;
}

bool has_any(const std::vector<Column>& columns, std::initializer_list<CellRole> roles) {
    return std::any_of(columns.begin(), columns.end(), [&](const Column& column) {
        return std::find(roles.begin(), roles.end(), column.role) != roles.end();
    });
}

}  // namespace

bool is_of_department(const std::vector<Column>& columns, std::string_view title,
                      const ColumnSynonyms& synonyms) {
    if (has_any(columns,
                {CellRole::departments, CellRole::handover, CellRole::handover_department}))
        return false;
    return has_any(columns, {CellRole::townships}) || synonyms.is_of_department(title) ||
           std::any_of(columns.begin(), columns.end(), [&](const Column& column) {
               return synonyms.is_of_department(column.head);
           });
}

bool is_of_department(const Document& document, const ColumnSynonyms& synonyms) {
    return std::any_of(document.lists.begin(), document.lists.end(), [&](const DutyList& list) {
        return is_of_department(list.columns, list.title, synonyms);
    });
}

std::optional<Unit> parse_department(std::string_view text) {
    std::string name = without_white_space(text);
    static constexpr std::string_view party = "中共";
    if (name.starts_with(party)) name.erase(0, party.size());
    if (name.size() > longest_name_bytes || !is_name(name)) return {};
    std::size_t bytes = 0;
    Unit unit = region_before(name, bytes);
    unit.department = std::string(lowest(unit)) + name.substr(bytes);
    return unit;
}

Unit department_from_setting(std::string_view setting) {
    std::string name(setting);
    std::erase(name, '/');
    if (auto unit = parse_department(name)) return *unit;
    throw JobError(Code::unit_not_understood, {}, {std::string(setting)});
}

std::string_view department_part_of_title(std::string_view title) {
    std::string_view part = unit_part_of_title(title);
    for (std::string_view words :
         {"镇街", "乡镇（街道）", "乡镇", "镇（街道）", "本部门", "部门"}) {
        if (part.ends_with(words)) part = trimmed(part.substr(0, part.size() - words.size()));
    }
    return part;
}

}  // namespace dutylist
