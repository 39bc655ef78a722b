#include "pipeline/text/pinyin_order.h"

#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

namespace dutylist {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

std::string converted(UConverter* gb18030, std::string_view text) {
    std::vector<UChar> units(text.size() + 1);
    std::int32_t count = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(units.data(), static_cast<std::int32_t>(units.size()), &count, text.data(),
                  static_cast<std::int32_t>(text.size()), &status);
    std::string bytes(text.size() * 4 + 4, '\0');
    const std::int32_t size =
        ucnv_fromUChars(gb18030, bytes.data(), static_cast<std::int32_t>(bytes.size()),
                        units.data(), count, &status);
    if (U_FAILURE(status)) return std::string(text);
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

// GB 18030 puts characters that GB/T 2312 lacks before and between those it has; behind them in
// the key.
std::string ordered(std::string_view bytes) {
    constexpr unsigned char first_level = 0xB0;
    constexpr unsigned char first_trail = 0xA1;
    std::string key;
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        if (lead < 0x80 || i + 1 >= bytes.size()) {
            key += bytes[i++];
            continue;
        }
        const auto trail = static_cast<unsigned char>(bytes[i + 1]);
        const std::size_t size = trail >= '0' && trail <= '9' ? 4 : 2;
        if (lead < first_level || trail < first_trail) key += '\xFF';
        key += bytes.substr(i, size);
        i += size;
    }
    return key;
}

}  // namespace

std::vector<std::string> pinyin_keys(const std::vector<std::string>& texts) {
    UErrorCode status = U_ZERO_ERROR;
    const Converter gb18030(ucnv_open("GB18030", &status), &ucnv_close);
    if (U_FAILURE(status)) return texts;
    std::vector<std::string> keys;
    keys.reserve(texts.size());
    for (const std::string& text : texts) keys.push_back(ordered(converted(gb18030.get(), text)));
    return keys;
}

}  // namespace dutylist
