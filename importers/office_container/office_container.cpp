#include "importers/office_container/office_container.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <zip.h>

#include "importers/office_container/part_name.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/zip_reason.h"
#include "pipeline/io/limits.h"

namespace dutylist {
namespace {

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

Message reason_of(const zip_error_t& error) { return zip_reason(zip_error_code_zip(&error)); }

}  // namespace

struct OfficeContainer::Implementation {
    std::string file_name;
    std::uint64_t file_bytes = 0;
    std::unique_ptr<zip_t, CloseArchive> archive;
    std::uint64_t unpacked = 0;                          // of all parts, as often as they were read
    std::unordered_map<std::string, zip_int64_t> index;  // by comparable_part_name()

    [[noreturn]] void damaged(Argument detail) const {
        throw JobError(Code::container_damaged, {}, {file_name, std::move(detail)});
    }
    [[noreturn]] void too_large(std::string_view part, std::uint64_t limit) const {
        throw JobError(Code::container_too_large, {},
                       {file_name, std::string(part), std::to_string(limit)});
    }
    zip_int64_t find(std::string_view part) const {
        if (part.empty()) return -1;
        const std::string name(part);
        const zip_int64_t exact = zip_name_locate(archive.get(), name.c_str(), 0);
        if (exact >= 0) return exact;
        const auto found = index.find(comparable_part_name(part));
        return found == index.end() ? -1 : found->second;
    }
    void make_index() {
        const zip_int64_t entries = zip_get_num_entries(archive.get(), 0);
        for (zip_int64_t i = 0; i < entries; ++i) {
            const char* const name = zip_get_name(archive.get(), static_cast<zip_uint64_t>(i), 0);
            if (name != nullptr) index.emplace(comparable_part_name(name), i);
        }
    }
};

OfficeContainer::OfficeContainer(const SourceBytes& source)
    : implementation_(std::make_unique<Implementation>()) {
    Implementation& self = *implementation_;
    self.file_name = source.name;
    self.file_bytes = source.bytes.size();
    if (!source.bytes.starts_with("PK")) self.damaged(Message{Code::zip_no_office_file, {}});
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* buffer =
        zip_source_buffer_create(source.bytes.data(), source.bytes.size(), 0, &error);
    if (buffer == nullptr) self.damaged(reason_of(error));
    self.archive.reset(zip_open_from_source(buffer, ZIP_RDONLY, &error));
    if (!self.archive) {
        const Message detail = reason_of(error);
        zip_source_free(buffer);
        zip_error_fini(&error);
        self.damaged(detail);
    }
    zip_error_fini(&error);
    const zip_int64_t entries = zip_get_num_entries(self.archive.get(), 0);
    if (entries > static_cast<zip_int64_t>(default_limits.container_entries)) {
        throw JobError(Code::container_too_many_parts, {},
                       {self.file_name, std::to_string(default_limits.container_entries)});
    }
    self.make_index();
}

OfficeContainer::~OfficeContainer() = default;
OfficeContainer::OfficeContainer(OfficeContainer&&) noexcept = default;

const std::string& OfficeContainer::file_name() const { return implementation_->file_name; }

bool OfficeContainer::has(std::string_view part) const { return implementation_->find(part) >= 0; }

std::vector<std::string> OfficeContainer::parts() const {
    std::vector<std::string> names;
    const zip_int64_t entries = zip_get_num_entries(implementation_->archive.get(), 0);
    for (zip_int64_t i = 0; i < entries; ++i) {
        const char* name = zip_get_name(implementation_->archive.get(), i, 0);
        if (name != nullptr) names.emplace_back(name);
    }
    return names;
}

struct OfficeContainer::Part::Implementation {
    OfficeContainer::Implementation* container = nullptr;
    std::string name;
    std::unique_ptr<zip_file_t, CloseFile> file;
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;

    void count(std::uint64_t bytes) {
        unpacked += bytes;
        container->unpacked += bytes;
        const Limits& limits = default_limits;
        if (unpacked > limits.container_entry_bytes) {
            container->too_large(name, limits.container_entry_bytes);
        }
        if (container->unpacked > limits.container_bytes) {
            container->too_large(name, limits.container_bytes);
        }
        // What the directory says was packed can be no more than the file has.
        const std::uint64_t honest = std::min(packed, container->file_bytes);
        if (unpacked > limits.container_ratio_free_bytes &&
            unpacked / limits.container_ratio > honest) {
            container->too_large(name, honest * limits.container_ratio);
        }
    }
};

OfficeContainer::Part::Part(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}
OfficeContainer::Part::Part(Part&&) noexcept = default;
OfficeContainer::Part::~Part() = default;
const std::string& OfficeContainer::Part::name() const { return implementation_->name; }

std::size_t OfficeContainer::Part::read(std::span<char> buffer) {
    Implementation& self = *implementation_;
    const zip_int64_t got = zip_fread(self.file.get(), buffer.data(), buffer.size());
    if (got < 0) {
        self.container->damaged(Message{
            Code::reason_about, {self.name, reason_of(*zip_file_get_error(self.file.get()))}});
    }
    self.count(static_cast<std::uint64_t>(got));
    return static_cast<std::size_t>(got);
}

OfficeContainer::Part OfficeContainer::open(std::string_view part) {
    Implementation& self = *implementation_;
    const zip_int64_t index = self.find(part);
    if (index < 0) {
        throw JobError(Code::container_part_missing, {}, {self.file_name, std::string(part)});
    }
    auto opened = std::make_unique<Part::Implementation>();
    opened->container = &self;
    opened->name = part;
    zip_stat_t status;
    if (zip_stat_index(self.archive.get(), index, 0, &status) != 0) self.damaged(opened->name);
    const bool encrypted =
        (status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE;
    if (encrypted) throw JobError(Code::container_password, {}, {self.file_name});
    opened->packed = status.comp_size;
    opened->file.reset(zip_fopen_index(self.archive.get(), index, 0));
    if (!opened->file) {
        const zip_error_t& error = *zip_get_error(self.archive.get());
        if (zip_error_code_zip(&error) == ZIP_ER_NOPASSWD)
            throw JobError(Code::container_password, {}, {self.file_name});
        self.damaged(Message{Code::reason_about, {opened->name, reason_of(error)}});
    }
    return Part(std::move(opened));
}

std::string OfficeContainer::read(std::string_view name) {
    Part part = open(name);
    std::string text;
    std::array<char, 16384> buffer;
    while (const std::size_t got = part.read(buffer)) {
        text.append(buffer.data(), got);
        if (text.size() > default_limits.settings_bytes) {
            implementation_->too_large(name, default_limits.settings_bytes);
        }
    }
    return text;
}

bool is_zip(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

}  // namespace dutylist
