#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <podofo/podofo.h>

#include "exporters/pdf/deflate.h"

namespace dutylist::pdf {

// A PDF 1.4 file in the making: PoDoFo's objects, numbered in the order in which they are created.
// One thread at a time; files of different threads do not meet but in write().
class PdfFile {
public:
    PdfFile();

    // An empty dictionary (with /Type if given), owned by the file.
    PoDoFo::PdfObject& create(const char* type = nullptr);
    // An object whose value is written already. For what there are thousands of: five times as
    // fast as a dictionary.
    PoDoFo::PdfReference create_written(const std::string& value);
    enum class Compression : std::uint8_t { none, deflate };
    PoDoFo::PdfObject& create_stream(std::string_view bytes,
                                     Compression compression = Compression::deflate);

    // The number that the next object will get.
    std::uint32_t next_number() const;

    // The whole file. The identifier is made of the bytes, so equal files have equal ones.
    std::string write(const PoDoFo::PdfReference& catalog, const PoDoFo::PdfReference& info);

private:
    PoDoFo::PdfVecObjects objects_;
    Deflater deflater_;
};

// A number. A plain 0 would be taken for a null pointer by PoDoFo's AddKey.
inline PoDoFo::PdfVariant integer(std::int64_t value) {
    return PoDoFo::PdfVariant(static_cast<PoDoFo::pdf_int64>(value));
}
// Values that are written already.
PoDoFo::PdfVariant written(const std::string& value);
void append_reference(std::string& value, std::uint32_t number);  // "12 0 R"
std::string string_literal(std::string_view bytes);               // with brackets, escaped

// A PDF text string of valid UTF-8; PoDoFo's own conversion trusts its input.
PoDoFo::PdfString text_string(std::string_view utf8);

}  // namespace dutylist::pdf
