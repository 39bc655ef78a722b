#include "exporters/sheet_layout/workbook_settings.h"

#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

// Excel takes document properties of up to 255 characters.
std::string property(std::string_view pattern, const PlaceholderValues& values) {
    const std::string text = filled(pattern, values);
    std::string cut;
    std::size_t characters = 0;
    for (const Decoded d : Characters(text)) {
        if (++characters > 255) break;
        append_utf8(cut, d.character == '\n' ? U' ' : d.character);
    }
    return cut;
}

}  // namespace

spreadsheet::WorkbookSettings workbook_settings(const ExportInput& input,
                                                const WorkbookTemplate& settings,
                                                const PlaceholderValues& values,
                                                std::string_view suffix, std::string_view title) {
    spreadsheet::WorkbookSettings result;
    result.shown_name = input.stem + std::string(suffix);
    result.timestamp = input.timestamp;
    result.default_font = settings.default_font;
    result.title = property(title.empty() ? settings.property_title : title, values);
    result.subject = property(settings.property_subject, values);
    result.author = property(settings.property_author, values);
    result.company = property(settings.property_company, values);
    result.keywords = property(settings.property_keywords, values);
    result.comments = property(settings.property_comments, values);
    return result;
}

}  // namespace dutylist
