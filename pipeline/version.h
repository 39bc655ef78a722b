#pragma once

#include <string_view>

namespace dutylist {

// "1.2.3", as the project in CMakeLists.txt says.
extern const std::string_view version;

}  // namespace dutylist
