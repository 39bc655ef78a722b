#include "pipeline/analysis/affix_table.h"

#include <algorithm>

namespace dutylist {
namespace {

// A sum over bytes that goes on byte by byte (a polynomial; the prime is that of FNV).
std::uint64_t with_byte(std::uint64_t sum, char byte) {
    return sum * 1'099'511'628'211U + static_cast<unsigned char>(byte) + 1;
}

// The byte `distance` away from the beginning or the end.
char byte_at(std::string_view text, std::size_t distance, AffixTable::At at) {
    return at == AffixTable::At::begin ? text[distance] : text[text.size() - 1 - distance];
}

}  // namespace

void AffixTable::add(std::string_view text, std::uint32_t number) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < text.size(); ++i) sum = with_byte(sum, byte_at(text, i, at_));
    const auto [first, last] = by_sum_.equal_range(sum);
    const bool known =
        std::any_of(first, last, [&](const auto& entry) { return entry.second.text == text; });
    if (known) return;
    by_sum_.emplace(sum, Match{text, number});
    lengths_.insert(text.size());
}

std::vector<AffixTable::Match> AffixTable::alike(std::string_view whole) const {
    std::vector<Match> found;
    std::uint64_t sum = 0;
    std::size_t summed = 0;
    for (const std::size_t length : lengths_) {
        if (length > whole.size()) break;
        for (; summed < length; ++summed) sum = with_byte(sum, byte_at(whole, summed, at_));
        const auto [first, last] = by_sum_.equal_range(sum);
        for (auto entry = first; entry != last; ++entry) {
            if (entry->second.text.size() == length) found.push_back(entry->second);
        }
    }
    return found;
}

bool AffixTable::fits(std::string_view affix, std::string_view whole) const {
    return at_ == At::begin ? whole.starts_with(affix) : whole.ends_with(affix);
}

std::optional<AffixTable::Match> AffixTable::longest(std::string_view whole) const {
    const std::vector<Match> found = alike(whole);
    const auto match = std::find_if(found.rbegin(), found.rend(),
                                    [&](const Match& m) { return fits(m.text, whole); });
    return match == found.rend() ? std::nullopt : std::optional(*match);
}

std::optional<AffixTable::Match> AffixTable::smallest_number(std::string_view whole) const {
    std::vector<Match> found = alike(whole);
    std::sort(found.begin(), found.end(),
              [](const Match& a, const Match& b) { return a.number < b.number; });
    const auto match = std::find_if(found.begin(), found.end(),
                                    [&](const Match& m) { return fits(m.text, whole); });
    return match == found.end() ? std::nullopt : std::optional(*match);
}

}  // namespace dutylist
