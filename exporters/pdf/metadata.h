#pragma once

#include <cstdint>
#include <string>

#include "exporters/pdf/pdf_file.h"
#include "exporters/typeset/frame.h"

namespace dutylist::pdf {

// Which level of PDF/A-1 (ISO 19005-1) a file claims: `a` with its tags, `b` by its looks.
enum class Conformance : char { a = 'A', b = 'B' };

// The Info dictionary; says what xmp_packet() says, as ISO 19005-1 6.7.3 wants.
PoDoFo::PdfReference add_information(PdfFile& file, const typeset::PagedDocument& document);
PoDoFo::PdfReference add_xmp(PdfFile& file, const typeset::PagedDocument& document,
                             Conformance conformance);
std::string xmp_packet(const typeset::PagedDocument& document, Conformance conformance);

// The output intent sRGB (ISO 19005-1 6.2.2) with its profile.
PoDoFo::PdfReference add_output_intent(PdfFile& file);
// An ICC profile, version 2, of sRGB; the same bytes every time.
std::string srgb_profile();

std::string pdf_date(std::int64_t timestamp);  // "D:20250701000000Z"

}  // namespace dutylist::pdf
