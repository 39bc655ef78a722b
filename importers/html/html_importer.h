#pragma once

#include <optional>
#include <string>

#include "pipeline/importer.h"

namespace dutylist {

// Web pages (.html, .htm), saved from a browser or written by Word, WPS or Excel.
Confidence recognise_html(const SourceBytes& source);
Imported read_html(SourceBytes source, const ImportSettings& settings, Diagnostics& diagnostics);

// The encoding that the page's own <meta> or XML declaration names, if any.
std::optional<std::string> declared_encoding(std::string_view bytes);

}  // namespace dutylist
