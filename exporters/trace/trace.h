#pragma once

#include <string>

#include "exporters/typeset/frame.h"
#include "pipeline/exporter.h"

namespace dutylist::trace {

// Frames as text that people can read and compare: a line for every run with its place, font, size,
// tag, text, and how far justification changed it; rules and links in their order. Lengths in pt
// with one decimal, so that a golden file shows decisions, not noise. Format in
// docs/typesetting.md.
std::string to_trace(const typeset::PagedDocument& document);

// The registry's row: S.trace.txt of the booklet.
void write_trace(const ExportInput& input, Sink& sink, Diagnostics& diagnostics);
void verify_trace(const ExportInput& input, const WrittenBytes& bytes);

}  // namespace dutylist::trace
