#pragma once

#include <string>
#include <string_view>

#include "importers/office_container/office_container.h"
#include "importers/open_text/text_styles.h"
#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

// Reads the body of a text document (content.xml, OpenDocument 1.2 part 1): headings and paragraphs
// with their restored numbers, tables, text boxes; tracked changes as accepted. Notes, pictures,
// embedded objects and hidden text are reported with their place and text.
Draft read_text_document(OfficeContainer& container, const TextStyles& styles,
                         Diagnostics& diagnostics);
// The same of a flat document (.fodt), the bytes of an XML file.
Draft read_flat_text_document(std::string_view bytes, const std::string& file,
                              const TextStyles& styles, Diagnostics& diagnostics);

}  // namespace dutylist
