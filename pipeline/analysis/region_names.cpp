#include "pipeline/analysis/region_names.h"

#include <array>

#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

struct Ending {
    std::string_view ending;
    std::string_view word;
};
// Longer endings first.
constexpr std::array<Ending, 13> endings{{{"特别行政区", "特别行政区"},
                                          {"自治区", "自治区"},
                                          {"自治州", "州"},
                                          {"自治县", "县"},
                                          {"自治旗", "旗"},
                                          {"地区", "地区"},
                                          {"省", "省"},
                                          {"市", "市"},
                                          {"州", "州"},
                                          {"盟", "盟"},
                                          {"县", "县"},
                                          {"区", "区"},
                                          {"旗", "旗"}}};

// Bytes of `name` that name `region`, in full or shortened; 0 if none.
std::size_t named_region(std::string_view name, std::string_view region, std::string_view word) {
    if (region.empty()) return 0;
    if (name.starts_with(region)) return region.size();
    // The longest beginning of the region that the name shares, then the word.
    std::size_t shared = 0;
    while (shared < region.size() && shared < name.size()) {
        const std::size_t bytes = decode_at(region, shared).bytes;
        if (region.substr(shared, bytes) != name.substr(shared, bytes)) break;
        shared += bytes;
    }
    for (; shared > 0; shared -= decode_before(region, shared).bytes) {
        if (name.substr(shared).starts_with(word)) return shared + word.size();
    }
    return 0;
}

// 市场监督管理局 is no authority of a city called 场监督管理局.
bool word_is_part_of_name(std::string_view name, std::string_view word) {
    return word == "市" && name.starts_with("市场");
}

}  // namespace

std::string_view region_word(std::string_view region) {
    for (const Ending& e : endings) {
        if (region.size() > e.ending.size() && region.ends_with(e.ending)) return e.word;
    }
    return {};
}

RegionPrefix region_prefix(std::string_view department, const Unit& unit) {
    RegionPrefix prefix;
    for (std::string_view region :
         {std::string_view(unit.province), std::string_view(unit.prefecture),
          std::string_view(unit.county)}) {
        const std::string_view word = region_word(region);
        if (word.empty()) continue;
        const std::string_view rest = department.substr(prefix.bytes);
        std::size_t bytes = named_region(rest, region, word);
        const bool alone =
            prefix.bytes == 0 && rest.starts_with(word) && !word_is_part_of_name(rest, word);
        if (bytes == 0 && alone) bytes = word.size();
        if (bytes == 0 || prefix.bytes + bytes >= department.size()) continue;
        prefix = {prefix.bytes + bytes, region, word};
    }
    return prefix;
}

}  // namespace dutylist
