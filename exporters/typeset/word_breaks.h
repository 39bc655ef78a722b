#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace dutylist::typeset {

// Finds the words of Chinese text with ICU's dictionary, so that short texts set flush left break
// between words. The dictionary is opened with the first text (about 1 ms). Not thread safe.
class WordBreaks {
public:
    WordBreaks();
    ~WordBreaks();

    // Bytes of `text` (UTF-8) at which words begin or end, ascending, with 0 and its size.
    std::vector<std::uint32_t> find(std::string_view text);

private:
    struct Iterator;
    std::unique_ptr<Iterator> iterator_;
};

}  // namespace dutylist::typeset
