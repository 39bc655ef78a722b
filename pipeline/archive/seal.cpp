#include "pipeline/archive/seal.h"

#include <charconv>

#include "pipeline/archive/sha256.h"

namespace dutylist {
namespace {

constexpr std::size_t digits_of_word = 8;

void append(std::string& fields, std::string_view field) {
    fields += std::to_string(field.size());
    fields += ':';
    fields += field;
}

std::array<std::uint32_t, 8> words_of(std::string_view hex) {
    std::array<std::uint32_t, 8> words{};
    if (hex.size() != words.size() * digits_of_word) return words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char* const digits = hex.data() + i * digits_of_word;
        std::from_chars(digits, digits + digits_of_word, words[words.size() - 1 - i], 16);
    }
    return words;
}

}  // namespace

std::string seal_of(const ArchivedDocument& document) {
    std::string fields;
    for (const std::string* level : {&document.unit.province, &document.unit.prefecture,
                                     &document.unit.county, &document.unit.township}) {
        append(fields, *level);
    }
    append(fields, document.month);
    append(fields, std::to_string(document.version));
    append(fields, std::to_string(document.added_at));
    append(fields, document.replaced_at ? std::to_string(*document.replaced_at) : "");
    append(fields, document.source_name);
    append(fields, document.source_sha256);
    append(fields, document.xml_sha256);
    append(fields, std::to_string(document.xml_bytes));
    for (const std::uint32_t count : document.items) append(fields, std::to_string(count));
    return sha256(fields);
}

SealSum::SealSum(std::string_view hex) : words_(words_of(hex)) {}

void SealSum::add(std::string_view seal) {
    const auto more = words_of(seal);
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        carry += std::uint64_t{words_[i]} + more[i];
        words_[i] = static_cast<std::uint32_t>(carry);
        carry >>= 32;
    }
}

void SealSum::subtract(std::string_view seal) {
    const auto less = words_of(seal);
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const std::uint64_t difference = std::uint64_t{words_[i]} - less[i] - borrow;
        words_[i] = static_cast<std::uint32_t>(difference);
        borrow = difference >> 63;
    }
}

std::string SealSum::hex() const {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (std::size_t i = words_.size(); i-- > 0;) {
        for (int shift = 28; shift >= 0; shift -= 4) text += digits[(words_[i] >> shift) & 0xf];
    }
    return text;
}

}  // namespace dutylist
