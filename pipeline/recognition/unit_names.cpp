#include "pipeline/recognition/unit_names.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

using Endings = std::span<const std::string_view>;
constexpr std::array<std::string_view, 3> provinces{"省", "自治区", "特别行政区"};
constexpr std::array<std::string_view, 5> prefectures{"自治州", "地区", "市", "盟", "州"};
constexpr std::array<std::string_view, 6> counties{"自治县", "自治旗", "县", "区", "市", "旗"};
constexpr std::array<std::string_view, 16> townships{
    "街道办事处", "街道", "民族苏木", "苏木", "民族乡", "乡",         "镇",   "农场",
    "区公所",     "牧场", "管委会",   "林场", "办事处", "管理委员会", "园区", "开发区"};
constexpr std::array<Endings, 4> level_endings{provinces, prefectures, counties, townships};
// Endings that make a reading less likely when they stand inside a name.
constexpr std::array<std::string_view, 9> suspicious{"省", "市", "州", "盟", "县",
                                                     "区", "旗", "乡", "镇"};
constexpr std::size_t longest_unit_bytes = 240;
constexpr std::size_t least_characters = 2;

bool has_ending(std::string_view name, Endings endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return name.size() > ending.size() && name.ends_with(ending);
    });
}

int suspicion(std::string_view name) {
    // The ending itself does not count.
    const std::string_view inside = name.substr(0, name.size() - std::string_view("县").size());
    int count = 0;
    for (std::string_view ending : suspicious) count += inside.find(ending) != inside.npos;
    return count;
}

struct Reading {
    std::array<std::string_view, 4> levels;
    int suspicion = 0;
};

class Reader {
public:
    std::optional<Reading> read(std::string_view text) {
        descend(text, 0, {});
        return best_;
    }

private:
    void descend(std::string_view rest, std::size_t level, Reading reading) {
        if (best_ && reading.suspicion >= best_->suspicion) return;
        if (rest.empty()) {
            best_ = reading;
            return;
        }
        if (level == level_endings.size()) return;
        std::size_t characters = 0;
        for (std::size_t end = 0; end < rest.size();) {
            end += decode_at(rest, end).bytes;
            ++characters;
            const std::string_view name = rest.substr(0, end);
            if (characters < least_characters || !has_ending(name, level_endings[level])) continue;
            Reading next = reading;
            next.levels[level] = name;
            next.suspicion += suspicion(name);
            descend(rest.substr(end), level + 1, next);
        }
        descend(rest, level + 1, reading);
    }

    std::optional<Reading> best_;
};

bool is_name(std::string_view text) {
    for (const Decoded& d : Characters(text)) {
        if (!is_han(d.character) && d.character != U'·') return false;
    }
    return !text.empty();
}

}  // namespace

std::optional<Unit> parse_unit(std::string_view text) {
    const std::string name = without_white_space(text);
    if (name.size() > longest_unit_bytes || !is_name(name)) return {};
    // What does not end as a unit does is not tried in every way.
    if (!has_ending(name, townships) && !has_ending(name, counties)) return {};
    const auto reading = Reader().read(name);
    if (!reading) return {};
    Unit unit{std::string(reading->levels[0]), std::string(reading->levels[1]),
              std::string(reading->levels[2]), std::string(reading->levels[3])};
    // A city directly above a town is a county-level city.
    if (unit.county.empty() && !unit.township.empty() && unit.prefecture.ends_with("市"))
        unit.county = std::move(unit.prefecture), unit.prefecture.clear();
    if (unit.county.empty() && unit.township.empty()) return {};
    return unit;
}

Unit unit_from_setting(std::string_view setting) {
    const auto fail = [&]() -> JobError {
        return JobError(Code::unit_not_understood, {}, {std::string(setting)});
    };
    if (setting.find('/') == std::string_view::npos) {
        auto unit = parse_unit(setting);
        if (!unit) throw fail();
        return *unit;
    }
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= setting.size();) {
        const std::size_t end = std::min(setting.find('/', begin), setting.size());
        parts.emplace_back(trimmed(setting.substr(begin, end - begin)));
        begin = end + 1;
    }
    const bool all_empty = std::all_of(parts.begin(), parts.end(),
                                       [](const std::string& part) { return part.empty(); });
    if (parts.size() > level_endings.size() || all_empty) throw fail();
    std::vector<std::string> levels(level_endings.size() - parts.size());
    levels.insert(levels.end(), parts.begin(), parts.end());
    return {levels[0], levels[1], levels[2], levels[3]};
}

std::string_view unit_part_of_title(std::string_view title) {
    std::size_t end = title.size();
    for (std::string_view words : {"基本履职", "配合履职", "上级部门收回", "履职事项", "收回",
                                   "上级部门", "基本", "配合", "职责"}) {
        end = std::min(end, title.find(words));
    }
    return trimmed(title.substr(0, std::min(end, title.size())));
}

}  // namespace dutylist
