#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "pipeline/io/sink.h"

namespace dutylist::office_container {

// A part of a container: a file within it.
struct Part {
    std::string name;  // "word/document.xml"
    std::string bytes;
};

// Writes the parts as a ZIP container (PKWARE APPNOTE; ECMA-376 part 2, annex B), compressed, in
// the order given, all with the date `timestamp` (seconds since 1970, UTC; not before 1980), so
// that the same parts give the same bytes anywhere. Throws JobError output_write_failed;
// std::bad_alloc.
void write_container(std::span<const Part> parts, std::int64_t timestamp, Sink& sink);

}  // namespace dutylist::office_container
