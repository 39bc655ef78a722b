#pragma once

#include <filesystem>
#include <string>

#include "exporters/typeset/frame.h"
#include "exporters/typeset/page_format.h"

namespace dutylist::trace {

// Frames as text that people can read and compare: a line for every run with its place, font, size,
// tag, text, and how far justification changed it; rules and links in their order. Lengths in pt
// with one decimal, so that a golden file shows decisions, not noise. Format in
// docs/typesetting.md.
std::string to_trace(const typeset::PagedDocument& document);

// The row of the page formats.
typeset::PageWriter page_writer(const TemplateStore& templates);
// Throws JobError output_not_verified where nothing is there.
void require_text(const WrittenBytes& bytes);

}  // namespace dutylist::trace
