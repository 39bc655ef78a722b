#include "exporters/office_container/container_writer.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

#include <libdeflate.h>
#include <zip.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/zip_reason.h"
#include "pipeline/timestamp.h"

namespace dutylist::office_container {
namespace {

constexpr int level = 6;

// A part that is compressed already, as libzip takes it: what it was goes into the directory.
struct PackedPart {
    std::string packed;
    std::uint64_t size = 0;
    std::uint32_t checksum = 0;
    std::uint64_t place = 0;

    static zip_int64_t command(void* state, void* data, zip_uint64_t size, zip_source_cmd_t what);
};

zip_int64_t PackedPart::command(void* state, void* data, zip_uint64_t size, zip_source_cmd_t what) {
    PackedPart& part = *static_cast<PackedPart*>(state);
    switch (what) {
        case ZIP_SOURCE_OPEN:
            part.place = 0;
            return 0;
        case ZIP_SOURCE_READ: {
            const std::uint64_t count = std::min(size, part.packed.size() - part.place);
            std::memcpy(data, part.packed.data() + part.place, count);
            part.place += count;
            return static_cast<zip_int64_t>(count);
        }
        case ZIP_SOURCE_STAT: {
            zip_stat_t& details = *static_cast<zip_stat_t*>(data);
            zip_stat_init(&details);
            details.size = part.size;
            details.comp_size = part.packed.size();
            details.crc = part.checksum;
            details.comp_method = ZIP_CM_DEFLATE;
            details.valid =
                ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD;
            return sizeof details;
        }
        case ZIP_SOURCE_ERROR: {
            const int codes[2] = {ZIP_ER_OK, 0};
            std::memcpy(data, codes, sizeof codes);
            return sizeof codes;
        }
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE:
            return 0;
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ,
                                                  ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                                  ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
        default:
            return -1;
    }
}

std::vector<PackedPart> packed(std::span<const Part> parts) {
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(level), libdeflate_free_compressor);
    if (!compressor) throw std::bad_alloc();
    std::vector<PackedPart> result(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string& bytes = parts[i].bytes;
        PackedPart& part = result[i];
        part.size = bytes.size();
        part.checksum = libdeflate_crc32(0, bytes.data(), bytes.size());
        part.packed.resize(libdeflate_deflate_compress_bound(compressor.get(), bytes.size()));
        part.packed.resize(libdeflate_deflate_compress(compressor.get(), bytes.data(), bytes.size(),
                                                       part.packed.data(), part.packed.size()));
    }
    return result;
}

// Date and time of MS-DOS, which know no time zone (APPNOTE 4.4.6). libzip's own function takes the
// machine's.
struct DosTime {
    zip_uint16_t date, time;
};

DosTime dos_time(std::int64_t timestamp) {
    const UtcTime time = utc_time(timestamp);
    const auto year = static_cast<unsigned>(std::clamp(time.year, 1980, 2107) - 1980);
    const auto clock = [](int value) { return static_cast<unsigned>(value); };
    return {static_cast<zip_uint16_t>(year << 9 | time.month << 5 | time.day),
            static_cast<zip_uint16_t>(clock(time.hour) << 11 | clock(time.minute) << 5 |
                                      clock(time.second) / 2)};
}

class Archive {
public:
    explicit Archive(Sink& sink) : sink_(sink) {
        zip_error_init(&error_);
        bytes_ = zip_source_buffer_create(nullptr, 0, 0, &error_);
        if (bytes_) archive_ = zip_open_from_source(bytes_, ZIP_TRUNCATE, &error_);
        if (!archive_) {
            if (bytes_) zip_source_free(bytes_);
            fail(&error_);
        }
        zip_source_keep(bytes_);
    }
    ~Archive() {
        if (archive_) zip_discard(archive_);
        zip_source_free(bytes_);
        zip_error_fini(&error_);
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    void add(const std::string& name, PackedPart& part, DosTime time) {
        zip_source_t* source = zip_source_function(archive_, PackedPart::command, &part);
        if (!source) fail(zip_get_error(archive_));
        const zip_int64_t index = zip_file_add(archive_, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            fail(zip_get_error(archive_));
        }
        if (zip_file_set_dostime(archive_, static_cast<zip_uint64_t>(index), time.time, time.date,
                                 0) != 0) {
            fail(zip_get_error(archive_));
        }
    }

    void write() {
        if (zip_close(archive_) != 0) fail(zip_get_error(archive_));
        archive_ = nullptr;
        if (zip_source_open(bytes_) != 0) fail(zip_source_error(bytes_));
        std::vector<char> piece(64 * 1024);
        for (;;) {
            const zip_int64_t count = zip_source_read(bytes_, piece.data(), piece.size());
            if (count < 0) fail(zip_source_error(bytes_));
            if (count == 0) break;
            sink_.write({piece.data(), static_cast<std::size_t>(count)});
        }
        zip_source_close(bytes_);
    }

private:
    [[noreturn]] void fail(zip_error_t* error) const {
        throw JobError(Code::output_write_failed, {},
                       {sink_.name(), zip_reason(zip_error_code_zip(error))});
    }

    Sink& sink_;
    zip_error_t error_{};
    zip_source_t* bytes_ = nullptr;
    zip_t* archive_ = nullptr;
};

}  // namespace

void write_container(std::span<const Part> parts, std::int64_t timestamp, Sink& sink) {
    std::vector<PackedPart> ready = packed(parts);
    const DosTime time = dos_time(timestamp);
    Archive archive(sink);
    for (std::size_t i = 0; i < parts.size(); ++i) archive.add(parts[i].name, ready[i], time);
    archive.write();
}

}  // namespace dutylist::office_container
