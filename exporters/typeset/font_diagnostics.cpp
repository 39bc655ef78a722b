#include "exporters/typeset/font_diagnostics.h"

#include <algorithm>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/system_error.h"

namespace dutylist::typeset {

void tell_wishes(const FontSet& fonts, Diagnostics& diagnostics) {
    bool any_substituted = false;
    for (const ResolvedRole& role : fonts.roles()) {
        const bool wished =
            std::find(role.wanted.begin(), role.wanted.end(), role.family) != role.wanted.end();
        if (wished && !role.substituted()) continue;
        any_substituted = true;
        if (wished) {
            diagnostics.add(Code::font_substituted, {},
                            {std::string(to_string(role.role)), role.wanted.front(), role.family});
        } else {
            diagnostics.add(Code::font_family_unknown, {},
                            {std::string(to_string(role.role)), role.family});
        }
    }
    if (!any_substituted) return;
    for (const FontCatalogue::UnreadFolder& unread : fonts.catalogue().unread_folders()) {
        diagnostics.add(Code::font_folder_unread, {}, {unread.folder, system_error(unread.error)});
    }
}

void tell_unreadable(const FontSet& fonts, Diagnostics& diagnostics) {
    for (const FontFile& file : fonts.unreadable())
        diagnostics.add(Code::font_skipped, {}, {file.file.string()});
}

}  // namespace dutylist::typeset
