#include "importers/excel/rich_text.h"

#include <algorithm>
#include <utility>

#include "importers/excel/cell_formats.h"

namespace dutylist {
namespace {

constexpr std::size_t longest_kept = 512;

}  // namespace

void RichText::start(std::string_view element, const XmlAttributes& attributes) {
    if (element == "r") {
        runs_.emplace_back();
    } else if (element == "rPr" && !runs_.empty()) {
        in_properties_ = true;
        runs_.back().look.emplace();
    } else if (in_properties_) {
        TextLook& look = *runs_.back().look;
        add_font_property(look, element, attributes);
        notable_ = notable_ || look.struck.value_or(false) || look.colour ||
                   (look.points && *look.points <= 4);
    }
}

void RichText::end(std::string_view element) {
    if (element == "rPr") in_properties_ = false;
}

void RichText::add_text(std::string_view text) {
    // Outside of runs a text has the look of its cell, and needs no runs.
    if (runs_.empty() || runs_.back().text.size() >= longest_kept) return;
    std::size_t bytes = std::min(text.size(), longest_kept);
    while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80)
        --bytes;
    runs_.back().text += text.substr(0, bytes);
}

std::vector<RichRun> RichText::take() {
    const bool notable = std::exchange(notable_, false);
    std::vector<RichRun> runs = std::exchange(runs_, {});
    return notable ? std::move(runs) : std::vector<RichRun>();
}

}  // namespace dutylist
