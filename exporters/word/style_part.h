#pragma once

#include <string>

#include "exporters/booklet/booklet_template.h"
#include "exporters/word/word_template.h"

namespace dutylist::word {

// Ids of the document's styles. Word knows those of its own by their names in English ("heading
// 1"), which is what its navigation and contents go by; ids are free.
namespace style_id {
inline constexpr const char* title = "Title";
inline constexpr const char* heading = "Heading1";
inline constexpr const char* contents_title = "TOCHeading";
inline constexpr const char* contents_list = "TOC1";
inline constexpr const char* footer = "Footer";
inline constexpr const char* link = "Hyperlink";
inline constexpr const char* cover = "DutyCover";
inline constexpr const char* cell = "DutyCell";
inline constexpr const char* cell_heading = "DutyCellHeading";
inline constexpr const char* head = "DutyHead";
inline constexpr const char* table = "DutyTable";
inline constexpr const char* note = "DutyNote";
inline constexpr const char* index = "DutyIndex";
}  // namespace style_id

// word/styles.xml, word/settings.xml, word/fontTable.xml.
void write_styles(std::string& part, const booklet::BookletTemplate& pages,
                  const WordTemplate& word);
void write_settings(std::string& part, const booklet::BookletTemplate& pages,
                    const WordTemplate& word);
void write_font_table(std::string& part, const WordTemplate& word);

// Of the control (w:tag) around what is no part of a list, so that readers pass over it.
inline constexpr std::string_view department_index_tag = "dutylist:department-index";

inline constexpr std::string_view word_namespace =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr std::string_view relation_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

}  // namespace dutylist::word
