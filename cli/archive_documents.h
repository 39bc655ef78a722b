#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/archive/archive.h"
#include "pipeline/model/document.h"
#include "pipeline/office/office.h"
#include "pipeline/report/report.h"
#include "pipeline/templates/template_store.h"

namespace dutylist::cli {

// The archive's file without --archive.
inline constexpr std::string_view default_archive = "dutylist.db";

// The document that the canonical XML holds. What the reader has to tell about it was told when it
// was archived.
Document document_in_xml(const std::string& source_name, std::string xml,
                         const TemplateStore& templates);
Document archived_document(const Archive& archive, const ArchivedDocument& entry,
                           const TemplateStore& templates);

// How many items the document has of each kind of list, as the archive records them.
std::array<std::uint32_t, 3> items_by_kind(const Document& document);

// What canonical XML says of itself, for Archive::verify; nothing where it is none.
std::optional<DocumentFacts> facts_of(std::string_view xml, const TemplateStore& templates);

// The documents that `find` gave for --unit, all of one unit: where `wanted` names several, the one
// whose full name it is, else JobError archive_several_units with their names; `what` says what was
// looked for.
std::vector<ArchivedDocument> of_one_unit(std::vector<ArchivedDocument> entries,
                                          const std::string& wanted, const std::string& file,
                                          const std::string& what);

// The archived units with their months, in the order in which they first came.
std::vector<ReportUnit> units_of(const std::vector<ArchivedDocument>& entries);

// A ledger of adjustments, read by whichever importer knows the file.
Ledger ledger_of(const std::filesystem::path& file, const TemplateStore& templates,
                 Diagnostics& diagnostics);

}  // namespace dutylist::cli
