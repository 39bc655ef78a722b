#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

// What the archive knows of a document without unpacking it.
struct ArchivedDocument {
    std::int64_t id = 0;
    Unit unit;
    std::string month;  // "2025-08"
    int version = 1;    // of this unit and month, from 1
    std::int64_t added_at = 0;
    std::optional<std::int64_t> replaced_at;  // set: history
    std::string source_name;
    std::string source_sha256;
    std::string xml_sha256;
    std::uint64_t xml_bytes = 0;
    std::uint64_t stored_bytes = 0;
    std::array<std::uint32_t, 3> items{};

    bool current() const { return !replaced_at; }
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
    std::string reason;
};

// One archive of documents by unit and month: an SQLite file (WAL, foreign keys on). Each change is
// one transaction, so whatever happens to the process the file is whole. Throws JobError
// archive_missing, archive_corrupt, archive_newer, archive_foreign, archive_busy, archive_unusable
// or archive_write_failed. Not thread safe; several processes may use one file.
class Archive {
public:
    enum class Mode : std::uint8_t { create, existing };
    Archive(const std::filesystem::path& file, Mode mode);
    ~Archive();
    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;

    // The unit must name a township, the period a month; else JobError archive_unit_unknown or
    // archive_month_unknown.
    AddOutcome add(const NewDocument& document, bool replace);

    // By unit in the order in which they first came, then month, then version.
    std::vector<ArchivedDocument> find(const ArchiveFilter& filter = {}) const;
    // The same of a damaged file: what can be read of it; what cannot is added to `faults`.
    std::vector<ArchivedDocument> find_readable(const ArchiveFilter& filter,
                                                std::vector<ArchiveFault>& faults) const;

    // The bytes as they were handed in. Throws JobError archive_document_damaged when they are not
    // what they were.
    std::string xml(const ArchivedDocument& document) const;

    // Removes the documents; all of them or none.
    void remove(const std::vector<ArchivedDocument>& documents);

    // Checks the file's structure, references, and every document's bytes against their checksums.
    // Damage in one place does not keep it from the others.
    std::vector<ArchiveFault> verify() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

// Whether `wanted` names this unit; see ArchiveFilter::unit.
bool names_unit(std::string_view wanted, const Unit& unit);
// Whether the unit lies in the county (or prefecture, or province) that `wanted` names.
bool lies_in(const Unit& unit, std::string_view wanted);

}  // namespace dutylist
