#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/archive/archived_document.h"
#include "pipeline/diagnostics/message.h"
#include "pipeline/model/period.h"
#include "pipeline/model/unit.h"

namespace dutylist {

// A document to be archived. The archive knows no format: it is handed the canonical XML's bytes.
struct NewDocument {
    Unit unit;
    Period period;
    std::array<std::uint32_t, 3> items{};  // by ListKind
    std::string source_name;
    std::string source_sha256;
    std::string_view xml;
    std::int64_t timestamp = 0;  // seconds since 1970, UTC
};

enum class AddOutcome : std::uint8_t {
    added,
    unchanged,  // the same source or the same XML is there already
    replaced,   // the version before is kept as history
    refused,    // another version of the month is there and `replace` was not given
};

// Which documents; empty members mean any.
struct ArchiveFilter {
    std::string unit;      // township, county+township, full name, or levels separated by '/'
    std::string county;    // county, or prefecture or province
    std::string month;     // "2025-08"
    int version = 0;       // 0: the current one
    bool history = false;  // the replaced ones too
};

struct ArchiveFault {
    std::optional<ArchivedDocument> document;  // or the file as a whole
    Argument reason;
};

// What a document's own text says, to be compared with what the archive says of it.
struct DocumentFacts {
    Unit unit;
    std::string month;
    // Names of the files that the text was read from; empty: it does not say.
    std::vector<std::string> sources;
    std::array<std::uint32_t, 3> items{};  // by ListKind
};
// Reads them from the bytes that were handed in; nothing: they are no such document. The archive
// itself knows no format.
using FactsReader = std::function<std::optional<DocumentFacts>(std::string_view xml)>;

// One archive of documents by unit and month: an SQLite file (WAL, foreign keys on). Each change is
// one transaction, so whatever happens to the process the file is whole. Throws JobError
// archive_missing, archive_corrupt, archive_altered, archive_newer, archive_foreign, archive_busy,
// archive_unusable, archive_read_failed or archive_write_failed. Not thread safe; several processes
// may use one file.
class Archive {
public:
    // read: the file is not changed, not even to the present schema, and may lie on a read-only
    // disk; what would change it throws archive_unusable.
    enum class Mode : std::uint8_t { create, existing, read };
    Archive(const std::filesystem::path& file, Mode mode);
    ~Archive();
    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;

    // The unit must name a township, the period a month; else JobError archive_unit_unknown,
    // archive_department_list (a department's list is none) or
    // archive_month_unknown.
    AddOutcome add(const NewDocument& document, bool replace);

    // By unit in the order in which they first came, then month, then version.
    std::vector<ArchivedDocument> find(const ArchiveFilter& filter = {}) const;
    // The same of a damaged file: what can be read of it; what cannot is added to `faults`.
    std::vector<ArchivedDocument> find_readable(const ArchiveFilter& filter,
                                                std::vector<ArchiveFault>& faults) const;

    // The bytes as they were handed in. Throws JobError archive_document_damaged when they, or what
    // the archive says of them, are not what they were.
    std::string xml(const ArchivedDocument& document) const;

    // Removes the documents; all of them or none. Where that takes a month's current version and
    // older ones remain, the latest of these is current again: it is returned.
    std::vector<ArchivedDocument> remove(const std::vector<ArchivedDocument>& documents);

    // Checks the file's structure and references, every document's bytes and seal against their
    // checksums, the set of documents against its sum, and what `facts` reads in each text against
    // what the archive says of it. Damage in one place does not keep it from the others. Throws
    // archive_read_failed where the system does not let it read: that is no damage.
    std::vector<ArchiveFault> verify(const FactsReader& facts = {}) const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

// Whether `wanted` names this unit; see ArchiveFilter::unit.
bool names_unit(std::string_view wanted, const Unit& unit);
// Whether the unit lies in the county (or prefecture, or province) that `wanted` names.
bool lies_in(const Unit& unit, std::string_view wanted);

}  // namespace dutylist
