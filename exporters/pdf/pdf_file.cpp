#include "exporters/pdf/pdf_file.h"

#include <array>
#include <mutex>

#include <libdeflate.h>

#include "exporters/pdf/content_stream.h"
#include "exporters/pdf/to_unicode.h"

namespace dutylist::pdf {
namespace {

void quiet_library() {
    static const bool done = [] {
        PoDoFo::PdfError::EnableDebug(false);
        PoDoFo::PdfError::EnableLogging(false);
        return true;
    }();
    static_cast<void>(done);
}

// PoDoFo derives the identifier from the Info dictionary alone, so that two different lists of one
// month would share it; here every byte has a part in it.
void set_identifier(std::string& bytes) {
    const std::size_t trailer = bytes.rfind("trailer");
    const std::size_t place = bytes.find("/ID [ <", trailer);
    if (trailer == std::string::npos || place == std::string::npos) return;
    constexpr std::size_t digits = 32;
    const std::size_t first = place + 7;
    const std::size_t second = bytes.find('<', first + digits) + 1;
    const std::array<std::uint32_t, 4> parts{
        libdeflate_crc32(0, bytes.data(), first), libdeflate_adler32(1, bytes.data(), first),
        libdeflate_crc32(0x5A5A5A5A, bytes.data(), first), static_cast<std::uint32_t>(first)};
    std::string identifier;
    for (const std::uint32_t part : parts) {
        for (int shift = 28; shift >= 0; shift -= 4) {
            identifier.push_back("0123456789ABCDEF"[part >> shift & 0xF]);
        }
    }
    bytes.replace(first, digits, identifier);
    bytes.replace(second, digits, identifier);
}

}  // namespace

PdfFile::PdfFile() {
    quiet_library();
    objects_.SetAutoDelete(true);
}

PoDoFo::PdfObject& PdfFile::create(const char* type) { return *objects_.CreateObject(type); }

PoDoFo::PdfReference PdfFile::create_written(const std::string& value) {
    return objects_.CreateObject(written(value))->Reference();
}

PoDoFo::PdfObject& PdfFile::create_stream(std::string_view bytes, Compression compression) {
    PoDoFo::PdfObject& object = create();
    std::string compressed;
    if (compression == Compression::deflate) {
        compressed = deflater_.compress(bytes);
        bytes = compressed;
    }
    PoDoFo::PdfMemoryInputStream input(bytes.data(), static_cast<PoDoFo::pdf_long>(bytes.size()));
    object.GetStream()->SetRawData(&input, static_cast<PoDoFo::pdf_long>(bytes.size()));
    if (compression == Compression::deflate) {
        object.GetDictionary().AddKey("Filter", PoDoFo::PdfName("FlateDecode"));
    }
    return object;
}

std::uint32_t PdfFile::next_number() const {
    return static_cast<std::uint32_t>(objects_.GetObjectCount());
}

std::string PdfFile::write(const PoDoFo::PdfReference& catalog, const PoDoFo::PdfReference& info) {
    PoDoFo::PdfObject trailer;
    trailer.GetDictionary().AddKey("Root", catalog);
    trailer.GetDictionary().AddKey("Info", info);
    PoDoFo::PdfWriter writer(&objects_, &trailer);
    writer.SetPdfVersion(PoDoFo::ePdfVersion_1_4);
    writer.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);  // PDF/A wants its line ends
    PoDoFo::PdfRefCountedBuffer buffer;
    PoDoFo::PdfOutputDevice device(&buffer);
    {
        // Making the identifier, PoDoFo asks the C library for the local time in its shared buffer.
        static std::mutex writing;
        const std::lock_guard lock(writing);
        writer.Write(&device);
    }
    std::string bytes(buffer.GetBuffer(), device.GetLength());
    set_identifier(bytes);
    return bytes;
}

PoDoFo::PdfVariant written(const std::string& value) {
    return PoDoFo::PdfVariant(PoDoFo::PdfData(value.data(), value.size()));
}

void append_reference(std::string& value, std::uint32_t number) {
    value += std::to_string(number);
    value += " 0 R";
}

std::string string_literal(std::string_view bytes) {
    ContentStream out;
    out.string(bytes);
    return out.take();
}

PoDoFo::PdfString text_string(std::string_view utf8) {
    const std::string bytes = text_string_bytes(utf8);
    return PoDoFo::PdfString(bytes.data(), static_cast<PoDoFo::pdf_long>(bytes.size()));
}

}  // namespace dutylist::pdf
