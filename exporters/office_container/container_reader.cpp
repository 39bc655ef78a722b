#include "exporters/office_container/container_reader.h"

#include <array>
#include <cstring>
#include <new>
#include <span>

#include <libdeflate.h>
#include <zip.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/zip_reason.h"

namespace dutylist::office_container {

// What libzip reads through: it has a place in the bytes.
struct ContainerReader::Source {
    const WrittenBytes& file;
    std::uint64_t place = 0;

    static zip_int64_t command(void* state, void* data, zip_uint64_t size, zip_source_cmd_t what);
};

zip_int64_t ContainerReader::Source::command(void* state, void* data, zip_uint64_t size,
                                             zip_source_cmd_t what) {
    Source& source = *static_cast<Source*>(state);
    switch (what) {
        case ZIP_SOURCE_OPEN:
            source.place = 0;
            return 0;
        case ZIP_SOURCE_READ: {
            std::size_t count = 0;
            try {
                count = source.file.read(source.place, {static_cast<char*>(data), size});
            } catch (const JobError&) {
                return -1;
            }
            source.place += count;
            return static_cast<zip_int64_t>(count);
        }
        case ZIP_SOURCE_SEEK: {
            const zip_int64_t place = zip_source_seek_compute_offset(
                source.place, source.file.size(), data, size, nullptr);
            if (place < 0) return -1;
            source.place = static_cast<std::uint64_t>(place);
            return 0;
        }
        case ZIP_SOURCE_TELL:
            return static_cast<zip_int64_t>(source.place);
        case ZIP_SOURCE_STAT: {
            zip_stat_t& details = *static_cast<zip_stat_t*>(data);
            zip_stat_init(&details);
            details.size = source.file.size();
            details.valid = ZIP_STAT_SIZE;
            return sizeof details;
        }
        case ZIP_SOURCE_ERROR: {
            // Asked for after a read that failed.
            const int codes[2] = {ZIP_ER_READ, 0};
            std::memcpy(data, codes, sizeof codes);
            return sizeof codes;
        }
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE:
            return 0;
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(
                ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL,
                ZIP_SOURCE_SUPPORTS, -1);
        default:
            return -1;
    }
}

// Of a part, as the directory has them.
struct ContainerReader::Details {
    std::uint64_t size, packed;
    std::uint32_t checksum;
    bool is_deflated;
};

ContainerReader::ContainerReader(const WrittenBytes& file)
    : file_(file), source_(new Source{file}), archive_(nullptr, zip_discard) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_function_create(Source::command, source_.get(), &error);
    if (source) archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    const Message reason = zip_reason(zip_error_code_zip(&error));
    zip_error_fini(&error);
    if (!archive_) {
        if (source) zip_source_free(source);
        refuse(reason);
    }
    require_heads();
}

ContainerReader::~ContainerReader() = default;

std::uint64_t ContainerReader::parts() const {
    return static_cast<std::uint64_t>(zip_get_num_entries(archive_.get(), 0));
}

std::string ContainerReader::name(std::uint64_t index) const {
    const char* text = zip_get_name(archive_.get(), index, ZIP_FL_ENC_GUESS);
    return text ? text : "";
}

std::optional<std::uint64_t> ContainerReader::find(const std::string& part) const {
    const zip_int64_t index = zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_ENC_GUESS);
    if (index < 0) return std::nullopt;
    return static_cast<std::uint64_t>(index);
}

void ContainerReader::refuse_part(std::uint64_t index) const { refuse(name(index)); }

ContainerReader::Details ContainerReader::details(std::uint64_t index) const {
    zip_stat_t found;
    if (zip_stat_index(archive_.get(), index, 0, &found) != 0) refuse_part(index);
    return {found.size, found.comp_size, found.crc, found.comp_method == ZIP_CM_DEFLATE};
}

// libzip reads parts by the directory alone, other programs by their heads as well, of which the
// writer fills in sizes and checksum afterwards (PKWARE's APPNOTE 4.3.7; 4.5.3 for large ones).
void ContainerReader::require_heads() const {
    std::uint64_t at = 0;
    const auto number = [&](std::uint64_t begin, std::size_t bytes) {
        std::array<char, 8> buffer{};
        std::uint64_t value = 0;
        if (file_.read(begin, std::span(buffer).first(bytes)) != bytes) refuse("PK");
        for (std::size_t i = bytes; i-- > 0;)
            value = value << 8 | static_cast<unsigned char>(buffer[i]);
        return value;
    };
    for (std::uint64_t index = 0; index < parts(); ++index) {
        const Details wanted = details(index);
        std::string name_found(static_cast<std::size_t>(number(at + 26, 2)), '\0');
        const std::uint64_t extra_bytes = number(at + 28, 2);
        const std::uint64_t extra = at + 30 + name_found.size();
        const bool is_large = number(at + 18, 4) == 0xFFFFFFFF;
        const std::uint64_t packed = is_large ? number(extra + 12, 8) : number(at + 18, 4);
        const std::uint64_t size = is_large ? number(extra + 4, 8) : number(at + 22, 4);
        const std::size_t name_bytes = file_.read(at + 30, name_found);
        if (number(at, 4) != 0x04034B50 || number(at + 8, 2) != (wanted.is_deflated ? 8 : 0) ||
            number(at + 14, 4) != wanted.checksum || packed != wanted.packed ||
            size != wanted.size || name_bytes != name_found.size() || name_found != name(index)) {
            refuse_part(index);
        }
        at = extra + extra_bytes + packed;
    }
}

void ContainerReader::read(std::uint64_t index,
                           const std::function<void(std::string_view)>& take) const {
    // Parts up to here are unpacked in one go, which is three times as fast.
    constexpr std::uint64_t at_once_bytes = 4 * 1024 * 1024;
    const Details part = details(index);
    if (part.size <= at_once_bytes && part.is_deflated) {
        take(unpacked(index, part));
    } else {
        stream(index, take);
    }
}

std::string ContainerReader::unpacked(std::uint64_t index, const Details& details) const {
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> part(
        zip_fopen_index(archive_.get(), index, ZIP_FL_COMPRESSED), zip_fclose);
    std::string packed(details.packed, '\0');
    const auto wanted = static_cast<zip_int64_t>(packed.size());
    if (!part || zip_fread(part.get(), packed.data(), packed.size()) != wanted) refuse_part(index);
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>
        decompressor(libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
    if (!decompressor) throw std::bad_alloc();
    std::string text(details.size, '\0');
    if (libdeflate_deflate_decompress(decompressor.get(), packed.data(), packed.size(), text.data(),
                                      text.size(), nullptr) != LIBDEFLATE_SUCCESS ||
        libdeflate_crc32(0, text.data(), text.size()) != details.checksum) {
        refuse_part(index);
    }
    return text;
}

// libzip compares size and checksum at the end.
void ContainerReader::stream(std::uint64_t index,
                             const std::function<void(std::string_view)>& take) const {
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> part(
        zip_fopen_index(archive_.get(), index, 0), zip_fclose);
    if (!part) refuse_part(index);
    constexpr std::size_t piece_bytes = 64 * 1024;
    const auto buffer = std::make_unique<char[]>(piece_bytes);
    for (;;) {
        const zip_int64_t size = zip_fread(part.get(), buffer.get(), piece_bytes);
        if (size < 0) {
            const int error = zip_error_code_zip(zip_file_get_error(part.get()));
            refuse(Message{Code::reason_about, {name(index), zip_reason(error)}});
        }
        if (size == 0) return;
        take({buffer.get(), static_cast<std::size_t>(size)});
    }
}

}  // namespace dutylist::office_container
