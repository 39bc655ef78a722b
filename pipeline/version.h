#pragma once

#include <string_view>

namespace dutylist {

inline constexpr std::string_view version = "0.1.0";

}  // namespace dutylist
