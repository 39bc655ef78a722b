#include "pipeline/text/encoding.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

#include <unicode/ucnv.h>

#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open(std::string_view encoding) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(std::string(encoding).c_str(), &status), &ucnv_close);
    if (U_FAILURE(status)) return {nullptr, &ucnv_close};
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
    return U_FAILURE(status) ? Converter{nullptr, &ucnv_close} : std::move(converter);
}

// UTF-16 units to UTF-8; a lone surrogate is not possible after a strict conversion but for the
// halves of a pair at a chunk's border, which are kept in `high`.
void append_units(std::string& text, const UChar* units, std::size_t count, char32_t& high) {
    for (std::size_t i = 0; i < count; ++i) {
        const auto unit = static_cast<char32_t>(units[i]);
        if (unit >= 0xD800 && unit < 0xDC00) {
            high = unit;
        } else if (unit >= 0xDC00 && unit < 0xE000 && high != 0) {
            append_utf8(text, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
            high = 0;
        } else {
            append_utf8(text, unit);
        }
    }
}

}  // namespace

// Widths of the basic plane, found as they are asked for (0: not yet).
struct EncodedWidth::Converted {
    Converter converter;
    std::array<std::uint8_t, 0x10000> widths{};

    std::uint32_t convert(char32_t c) const {
        std::array<UChar, 2> units{static_cast<UChar>(c), 0};
        std::int32_t count = 1;
        if (c > 0xFFFF) {
            units = {static_cast<UChar>(0xD7C0 + (c >> 10)),
                     static_cast<UChar>(0xDC00 + (c & 0x3FF))};
            count = 2;
        }
        std::array<char, 16> bytes{};
        UErrorCode status = U_ZERO_ERROR;
        const std::int32_t size = converter
                                      ? ucnv_fromUChars(converter.get(), bytes.data(),
                                                        static_cast<std::int32_t>(bytes.size()),
                                                        units.data(), count, &status)
                                      : 0;
        return U_SUCCESS(status) ? static_cast<std::uint32_t>(size) : 0;
    }
};

EncodedWidth::EncodedWidth(std::string_view encoding)
    : kind_(encoding == "UTF-8"              ? Kind::utf8
            : encoding.starts_with("UTF-16") ? Kind::utf16
                                             : Kind::other) {
    if (kind_ == Kind::other) converted_.reset(new Converted{open(encoding)});
}

EncodedWidth::~EncodedWidth() = default;

std::uint32_t EncodedWidth::of(Decoded character) {
    const char32_t c = character.character;
    if (kind_ == Kind::utf8) return character.bytes;
    if (kind_ == Kind::utf16) return c > 0xFFFF ? 4 : 2;
    if (c > 0xFFFF) return converted_->convert(c);
    std::uint8_t& width = converted_->widths[c];
    if (width == 0) width = static_cast<std::uint8_t>(converted_->convert(c));
    return width;
}

std::uint64_t EncodedWidth::of(std::string_view text) {
    if (kind_ == Kind::utf8) return text.size();
    std::uint64_t bytes = 0;
    for (const Decoded& d : Characters(text)) bytes += of(d);
    return bytes;
}

std::uint64_t encoded_size(std::string_view text, std::string_view encoding) {
    return EncodedWidth(encoding).of(text);
}

std::string canonical_encoding(std::string_view name) {
    std::string lower;
    for (char c : name) {
        if (c != '_' && c != '-' && c != ' ')
            lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    static constexpr std::array<std::string_view, 8> national{
        "gb2312", "gbk", "gb18030", "cp936", "xgbk", "gb231280", "euccn", "windows936"};
    if (std::find(national.begin(), national.end(), lower) != national.end()) return "GB18030";
    if (lower == "utf8") return "UTF-8";
    if (lower == "utf16" || lower == "utf16le") return "UTF-16LE";
    if (lower == "utf16be") return "UTF-16BE";
    if (lower.empty()) return {};
    UErrorCode status = U_ZERO_ERROR;
    const char* standard = ucnv_getStandardName(std::string(name).c_str(), "IANA", &status);
    return U_SUCCESS(status) && standard ? standard : "";
}

Decoding decode(std::string_view bytes, std::string_view encoding) {
    Decoding decoding;
    const Converter converter = open(encoding);
    if (!converter) {
        decoding.failed_at = 0;
        return decoding;
    }
    decoding.text.reserve(bytes.size() + bytes.size() / 2);
    std::array<UChar, 8192> units;
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    char32_t high = 0;
    for (;;) {
        UChar* target = units.data();
        UErrorCode status = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, nullptr,
                       true, &status);
        append_units(decoding.text, units.data(), static_cast<std::size_t>(target - units.data()),
                     high);
        if (status == U_BUFFER_OVERFLOW_ERROR) continue;
        if (U_FAILURE(status)) {
            std::array<char, 16> wrong{};
            auto length = static_cast<std::int8_t>(wrong.size());
            UErrorCode ignored = U_ZERO_ERROR;
            ucnv_getInvalidChars(converter.get(), wrong.data(), &length, &ignored);
            decoding.failed_at = static_cast<std::uint64_t>(source - bytes.data()) -
                                 static_cast<std::uint64_t>(std::max<std::int8_t>(length, 0));
        }
        return decoding;
    }
}

}  // namespace dutylist
