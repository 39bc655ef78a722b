#include "pipeline/recognition/unit_names.h"

#include <algorithm>
#include <array>
#include <limits>
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
// Words for townships that name none: 乡镇履职事项清单.
constexpr std::array<std::string_view, 9> no_names{"乡镇", "街镇",   "本乡",   "本镇",  "各乡",
                                                   "各镇", "各街道", "各乡镇", "本街道"};
constexpr std::size_t longest_unit_bytes = 240;
constexpr std::size_t least_characters = 2;

bool has_ending(std::string_view name, Endings endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return name.size() > ending.size() && name.ends_with(ending);
    });
}

struct Reading {
    std::array<std::string_view, 4> levels;
};

// Cuts a name into levels, some of them left out, so that the fewest suspicious endings stand
// inside their names. Of several such cuts the one with the shortest first names counts. From the
// end of the text on, the best cut of each rest is found once.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {
        for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).bytes)
            begins_.push_back(at);
        begins_.push_back(text.size());
        for (std::size_t i = 0; i < suspicious.size(); ++i) find_next(i);
    }

    std::optional<Reading> read() {
        const std::size_t end = begins_.size() - 1;
        for (std::size_t level = level_endings.size() + 1; level-- > 0;) {
            cuts_[level].assign(begins_.size(), {});
            cuts_[level][end] = {0, end};
            if (level == level_endings.size()) continue;
            const std::vector<std::size_t> least = least_names(level);
            for (std::size_t at = 0; at < end; ++at) cuts_[level][at] = best_cut(level, at, least);
        }
        if (cuts_[0][0].suspicion == none) return {};
        Reading reading;
        std::size_t at = 0;
        for (std::size_t level = 0; level < level_endings.size(); ++level) {
            const std::size_t next = cuts_[level][at].end;
            reading.levels[level] = text_.substr(begins_[at], begins_[next] - begins_[at]);
            at = next;
        }
        return reading;
    }

private:
    static constexpr int none = std::numeric_limits<int>::max();
    struct Cut {
        int suspicion = none;  // of this level and all below; none: the rest is no such name
        std::size_t end = 0;   // of this level's name; where it begins if the level is left out
    };

    // Where each mark stands next, from each character on.
    void find_next(std::size_t mark) {
        std::vector<std::size_t>& next = next_[mark];
        next.assign(begins_.size(), text_.size());
        for (std::size_t at = begins_.size() - 1; at-- > 0;) {
            const bool here = text_.substr(begins_[at]).starts_with(suspicious[mark]);
            next[at] = here ? begins_[at] : next[at + 1];
        }
    }

    // By where a name ends: how many bytes it must have more than to be one of this level; npos if
    // it is none.
    std::vector<std::size_t> least_names(std::size_t level) const {
        std::vector<std::size_t> least;
        for (const std::size_t end : begins_) {
            std::size_t shortest = std::string_view::npos;
            for (const std::string_view ending : level_endings[level]) {
                if (text_.substr(0, end).ends_with(ending))
                    shortest = std::min(shortest, ending.size());
            }
            least.push_back(shortest);
        }
        return least;
    }

    // Of a name: the ending itself does not count.
    int suspicion(std::size_t begin, std::size_t end) const {
        constexpr std::size_t mark = std::string_view("县").size();
        int count = 0;
        for (const std::vector<std::size_t>& next : next_)
            count += next[begin] + 2 * mark <= begins_[end];
        return count;
    }

    static bool names_none(std::string_view name) {
        return std::find(no_names.begin(), no_names.end(), name) != no_names.end();
    }

    Cut best_cut(std::size_t level, std::size_t at, const std::vector<std::size_t>& least) const {
        const std::vector<Cut>& below = cuts_[level + 1];
        Cut best;
        const auto consider = [&](std::size_t end, int own) {
            if (below[end].suspicion == none || below[end].suspicion + own >= best.suspicion)
                return;
            best = {below[end].suspicion + own, end};
        };
        for (std::size_t end = at + least_characters; end < begins_.size(); ++end) {
            const bool is_name =
                least[end] != std::string_view::npos && begins_[end] - begins_[at] > least[end];
            if (is_name && !names_none(text_.substr(begins_[at], begins_[end] - begins_[at])))
                consider(end, suspicion(at, end));
        }
        consider(at, 0);
        return best;
    }

    std::string_view text_;
    std::vector<std::size_t> begins_;  // of the characters, and the end
    std::array<std::vector<std::size_t>, suspicious.size()> next_;
    std::array<std::vector<Cut>, level_endings.size() + 1> cuts_;  // by character
};

// 云川县各乡镇: all townships of a county, of which none is named. Gives what stands before.
std::string_view without_all_townships(std::string_view name) {
    const std::size_t every = name.find("各");
    if (every == std::string_view::npos || every == 0) return name;
    static constexpr std::array<std::string_view, 12> words{
        "各乡镇", "各镇乡",     "各乡",     "各镇",     "各街道",     "各镇街",
        "各街镇", "各乡镇街道", "各镇街道", "各乡镇街", "各镇乡街道", "各乡镇（街道）"};
    const bool all = std::find(words.begin(), words.end(), name.substr(every)) != words.end();
    return all ? name.substr(0, every) : name;
}

bool is_name(std::string_view text) {
    for (const Decoded& d : Characters(text)) {
        if (!is_han(d.character) && d.character != U'·') return false;
    }
    return !text.empty();
}

}  // namespace

std::optional<Unit> parse_unit(std::string_view text) {
    const std::string words = without_white_space(text);
    const std::string_view name = without_all_townships(words);
    if (name.size() > longest_unit_bytes || !is_name(name)) return {};
    // What does not end as a unit does is not tried in every way.
    if (!has_ending(name, townships) && !has_ending(name, counties)) return {};
    const auto reading = Reader(name).read();
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
