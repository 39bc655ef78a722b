#pragma once

#include <string_view>

namespace dutylist {

// What writer and reader of canonical XML agree on; templates/schemas/document.xsd is its grammar.
// The namespace names the format, `version` its edition: readers accept every edition up to theirs.
inline constexpr std::string_view canonical_namespace = "urn:dutylist:document:1";
inline constexpr std::string_view canonical_namespace_stem = "urn:dutylist:document:";
inline constexpr int canonical_version = 1;

}  // namespace dutylist
