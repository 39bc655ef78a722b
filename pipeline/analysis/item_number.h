#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dutylist {

// 序号 as a number: 12, １２, 十二, with a mark or brackets around it (12. 12、 （12）), or as an
// ordinal (第12项), or 12.0. Nothing for anything else.
std::optional<std::uint32_t> parse_item_number(std::string_view text);

}  // namespace dutylist
