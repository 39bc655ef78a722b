#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dutylist {

// Keys that sort texts as GB/T 2312 orders characters, compared byte by byte: the 3,755 common
// characters of its first level stand by their pinyin, those of the second (by radical) and all
// others after them, Latin letters and figures before. One key a text; a text that GB 18030 cannot
// say keeps its UTF-8.
std::vector<std::string> pinyin_keys(const std::vector<std::string>& texts);

}  // namespace dutylist
