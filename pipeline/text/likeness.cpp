#include "pipeline/text/likeness.h"

#include <algorithm>

#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"

namespace dutylist {

CharacterPairs::CharacterPairs(std::string_view text) {
    pairs_.reserve(text.size() / 3 + 2);
    std::uint64_t previous = 0;  // the start of the text
    for (const Decoded& decoded : Characters(text)) {
        if (is_white_space(decoded.character)) continue;
        pairs_.push_back(previous << 32 | decoded.character);
        previous = decoded.character;
    }
    if (previous != 0) pairs_.push_back(previous << 32);
    std::sort(pairs_.begin(), pairs_.end());
}

double likeness(const CharacterPairs& a, const CharacterPairs& b) {
    return overlap(a.pairs(), b.pairs()).dice();
}

}  // namespace dutylist
