#include "exporters/typeset/used_fonts.h"

namespace dutylist::typeset {

void keep_used_fonts(PagedDocument& document,
                     const std::vector<std::shared_ptr<const FontFace>>& faces) {
    std::vector<int> place(faces.size(), -1);
    for (Page& page : document.pages) {
        for (Layer& layer : page.layers) {
            for (GlyphRun& run : layer.runs) {
                int& at = place[run.font];
                if (at < 0) {
                    at = static_cast<int>(document.fonts.size());
                    document.fonts.push_back(faces[run.font]);
                }
                run.font = static_cast<std::uint16_t>(at);
            }
        }
    }
}

}  // namespace dutylist::typeset
