#pragma once

#include <string>
#include <utility>
#include <vector>

namespace dutylist::test {

using ArchiveParts = std::vector<std::pair<std::string, std::string>>;

// A zip archive of these parts, deflated.
std::string make_archive(const ArchiveParts& parts);
// The same, with the first part encrypted by a password.
std::string make_encrypted_archive(const ArchiveParts& parts);

// A workbook of one sheet with this content of <worksheet>, and more parts (which win).
std::string make_workbook(const std::string& sheet, const ArchiveParts& more = {});
std::string make_word_document(const std::string& body, const ArchiveParts& more = {});
// The same of OpenDocument; the content is that of <office:document-content>.
std::string make_spreadsheet(const std::string& content);
std::string make_text_document(const std::string& content);

}  // namespace dutylist::test
