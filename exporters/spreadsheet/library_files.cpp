#include "exporters/spreadsheet/library_files.h"

#include <memory>
#include <new>
#include <string_view>
#include <utility>

extern "C" {
#include <xlsxwriter/third_party/tmpfileplus.h>
}
#include <xlsxwriter/third_party/zip.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/checksum.h"

namespace dutylist::spreadsheet {
namespace {

constexpr std::size_t part_in_memory = 1024 * 1024;
constexpr std::size_t container_in_memory = 8 * 1024 * 1024;

thread_local LibraryFiles* used = nullptr;

// Moves a place as fseek does.
std::uint64_t moved(std::uint64_t place, std::uint64_t size, std::int64_t offset, int whence) {
    const std::uint64_t origin = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? place : size;
    return origin + static_cast<std::uint64_t>(offset);
}

}  // namespace

// The stream of a part: written to its end, then read from its beginning. After a failure it takes
// all and gives nothing, since the library would only print lines about it.
struct PartStream {
    explicit PartStream(LibraryFiles& owner)
        : files(owner), bytes(owner.name_, owner.folder_, part_in_memory) {}

    static ssize_t write(void* stream, const char* data, std::size_t size) {
        PartStream& part = *static_cast<PartStream*>(stream);
        try {
            if (part.files.failure_) return static_cast<ssize_t>(size);
            part.bytes.write(part.bytes.size(), {data, size});
            part.written = checksum(part.written, {data, size});
            part.place = part.bytes.size();
        } catch (...) {
            part.files.keep_failure();
        }
        return static_cast<ssize_t>(size);
    }
    static ssize_t read(void* stream, char* data, std::size_t size) {
        PartStream& part = *static_cast<PartStream*>(stream);
        try {
            if (part.files.failure_) return 0;
            const std::size_t count = part.bytes.read(part.place, {data, size});
            part.place += count;
            part.found = checksum(part.found, {data, count});
            if (part.place == part.bytes.size() && part.found != part.written)
                part.bytes.refuse(Message{Code::reason_other_content, {}});
            if (count == 0 && part.place < part.bytes.size())
                part.bytes.refuse(Message{Code::reason_other_size, {}});
            return static_cast<ssize_t>(count);
        } catch (...) {
            part.files.keep_failure();
            return 0;
        }
    }
    static int seek(void* stream, off64_t* offset, int whence) {
        PartStream& part = *static_cast<PartStream*>(stream);
        part.place = moved(part.place, part.bytes.size(), *offset, whence);
        *offset = static_cast<off64_t>(part.place);
        if (part.place == 0) part.found = 0;
        return 0;
    }
    static int close(void* stream) {
        delete static_cast<PartStream*>(stream);
        return 0;
    }

    static std::FILE* open(LibraryFiles& files) {
        auto part = std::make_unique<PartStream>(files);
        std::FILE* file = ::fopencookie(part.get(), "w+", {read, write, seek, close});
        if (file) (void)part.release();  // belongs to the FILE now
        return file;
    }

    LibraryFiles& files;
    ScratchBytes bytes;
    std::uint64_t place = 0;
    std::uint32_t written = 0;  // checksums of what was written, and of what was read so far
    std::uint32_t found = 0;
};

// The container as minizip writes it: from front to back, going back to each part's head.
struct ContainerStream {
    static uLong write(voidpf, voidpf stream, const void* data, uLong size) {
        auto& [files, place] = *static_cast<ContainerStream*>(stream);
        try {
            if (!files.failure_)
                files.container_.write(place, {static_cast<const char*>(data), size});
        } catch (...) {
            files.keep_failure();
        }
        place += size;
        return size;
    }
    static uLong read(voidpf, voidpf stream, void* data, uLong size) {
        auto& [files, place] = *static_cast<ContainerStream*>(stream);
        try {
            const std::size_t count =
                files.container_.read(place, {static_cast<char*>(data), size});
            place += count;
            return count;
        } catch (...) {
            files.keep_failure();
            return 0;
        }
    }
    static long seek(voidpf, voidpf stream, ZPOS64_T offset, int whence) {
        auto& [files, place] = *static_cast<ContainerStream*>(stream);
        place = moved(place, files.container_.size(), static_cast<std::int64_t>(offset), whence);
        return 0;
    }
    static ZPOS64_T tell(voidpf, voidpf stream) {
        return static_cast<ContainerStream*>(stream)->place;
    }
    static int close(voidpf, voidpf stream) {
        delete static_cast<ContainerStream*>(stream);
        return 0;
    }
    static int error(voidpf, voidpf) { return 0; }
    static voidpf open(voidpf files, const void*, int) {
        return new (std::nothrow) ContainerStream{*static_cast<LibraryFiles*>(files), 0};
    }

    LibraryFiles& files;
    std::uint64_t place;
};

LibraryFiles::LibraryFiles(std::string name, ScratchBytes::Folder folder)
    : name_(std::move(name)),
      folder_(std::move(folder)),
      container_(name_, folder_, container_in_memory) {}

LibraryFiles::Use::Use(LibraryFiles& files) : before_(std::exchange(used, &files)) {}
LibraryFiles::Use::~Use() { used = before_; }

void LibraryFiles::require_whole() const {
    if (failure_) std::rethrow_exception(failure_);
}

void LibraryFiles::keep_failure() noexcept {
    if (!failure_) failure_ = std::current_exception();
}

}  // namespace dutylist::spreadsheet

// libxlsxwriter's functions by which it opens files.
extern "C" std::FILE* lxw_tmpfile(const char* folder) {
    using namespace dutylist::spreadsheet;
    if (!used) return ::tmpfileplus(folder, nullptr, nullptr, 0);
    try {
        return PartStream::open(*used);
    } catch (...) {
        return nullptr;
    }
}

extern "C" zipFile zipOpen(const char* file, int append) {
    using namespace dutylist::spreadsheet;
    if (!used) return ::zipOpen64(file, append);
    zlib_filefunc64_def functions{ContainerStream::open,  ContainerStream::read,
                                  ContainerStream::write, ContainerStream::tell,
                                  ContainerStream::seek,  ContainerStream::close,
                                  ContainerStream::error, used};
    return ::zipOpen2_64(file, append, nullptr, &functions);
}
