#pragma once

#include "pipeline/importer.h"

namespace dutylist {

// Markdown: headings, pipe tables (GitHub Flavored Markdown 4.10), grid tables (pandoc), HTML
// tables. Each line outside of tables is a paragraph. Backslash escapes, character references, HTML
// tags and ** are markup; any other mark is text.
Confidence recognise_markdown(const SourceBytes& source);
Imported read_markdown(SourceBytes source, const ImportSettings& settings,
                       Diagnostics& diagnostics);

}  // namespace dutylist
