#include "exporters/typeset/word_breaks.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

namespace dutylist::typeset {

struct WordBreaks::Iterator {
    UBreakIterator* words = nullptr;
    UText* text = nullptr;

    Iterator() {
        UErrorCode status = U_ZERO_ERROR;
        words = ubrk_open(UBRK_WORD, "zh", nullptr, 0, &status);
        if (U_FAILURE(status)) words = nullptr;
    }
    Iterator(const Iterator&) = delete;
    Iterator& operator=(const Iterator&) = delete;
    ~Iterator() {
        if (words) ubrk_close(words);
        if (text) utext_close(text);
    }
};

WordBreaks::WordBreaks() = default;
WordBreaks::~WordBreaks() = default;

std::vector<std::uint32_t> WordBreaks::find(std::string_view text) {
    if (!iterator_) iterator_ = std::make_unique<Iterator>();
    const auto size = static_cast<std::uint32_t>(text.size());
    // Without ICU's data every boundary is as good as any other.
    if (!iterator_->words) return {0, size};
    UErrorCode status = U_ZERO_ERROR;
    iterator_->text = utext_openUTF8(iterator_->text, text.data(), size, &status);
    ubrk_setUText(iterator_->words, iterator_->text, &status);
    if (U_FAILURE(status)) return {0, size};
    std::vector<std::uint32_t> breaks;
    for (std::int32_t at = ubrk_first(iterator_->words); at != UBRK_DONE;
         at = ubrk_next(iterator_->words)) {
        breaks.push_back(static_cast<std::uint32_t>(at));
    }
    return breaks;
}

}  // namespace dutylist::typeset
