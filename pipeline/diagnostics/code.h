#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "pipeline/diagnostics/language.h"

namespace dutylist {

enum class Severity : std::uint8_t { error, warning, info };

// What a diagnostic is about. The enumerators stand in codes.h, which only those include that name
// one: every new message would otherwise compile the whole program again.
enum class Code : std::uint16_t;

std::string_view id_of(Code code);  // empty for a text that is no diagnostic of its own
std::optional<Code> code_from(std::string_view id);
Severity default_severity(Code code);
std::string_view message_template(Code code, Language language);

std::string_view to_string(Severity severity);                   // "error", "warning", "info"
std::string_view name_of(Severity severity, Language language);  // 错误, 警告, 提示
std::optional<Severity> severity_from(std::string_view name);

}  // namespace dutylist
