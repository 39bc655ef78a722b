#include "importers/word/formula.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dutylist {
namespace {

constexpr std::size_t longest_reading = 256;

// Elements whose content stands elsewhere than in one line.
constexpr std::array<std::string_view, 14> layouts{"f",       "rad",    "nary",   "sSub",    "sSup",
                                                   "sSubSup", "sPre",   "eqArr",  "m",       "acc",
                                                   "bar",     "limLow", "limUpp", "groupChr"};

}  // namespace

std::string Formula::start(std::string_view element, const XmlAttributes& attributes) {
    ++depth_;
    if (std::find(layouts.begin(), layouts.end(), element) != layouts.end()) has_layout_ = true;
    if (element == "rad") return "√";
    if (element == "naryPr") {
        sum_ = "∫";
    } else if (element == "chr" && !sum_.empty()) {
        sum_ = attributes.value("val");
    } else if (element == "d") {
        brackets_.push_back({});
        brackets_.back().depth = depth_;
    } else if (!brackets_.empty()) {
        Brackets& open = brackets_.back();
        if (element == "begChr") {
            open.opening = attributes.value("val");
        } else if (element == "endChr") {
            open.closing = attributes.value("val");
        } else if (element == "sepChr") {
            open.separator = attributes.value("val");
        } else if (element == "e" && depth_ == open.depth + 1) {
            return open.parts++ == 0 ? open.opening : open.separator;
        }
    }
    return {};
}

std::string Formula::end(std::string_view element) {
    std::string drawn;
    if (element == "num") {
        drawn = "/";
    } else if (element == "naryPr") {
        drawn = std::exchange(sum_, {});
    } else if (element == "d" && !brackets_.empty()) {
        if (brackets_.back().parts > 0) drawn = brackets_.back().closing;
        brackets_.pop_back();
    }
    if (depth_ > 0) --depth_;
    return drawn;
}

void Formula::add_text(std::string_view text) {
    if (reading_.size() + text.size() <= longest_reading) reading_ += text;
}

std::string Formula::take_reading() {
    std::string reading = std::exchange(reading_, {});
    return std::exchange(has_layout_, false) ? reading : std::string();
}

}  // namespace dutylist
