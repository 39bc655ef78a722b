#include "pipeline/io/atomic_file.h"

#include <cerrno>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/io/temporary_file.h"

namespace dutylist {
namespace {

[[noreturn]] void fail(const std::string& target) {
    throw JobError(Code::output_write_failed, {}, {target, system_error(errno)});
}

std::filesystem::path folder_of(const std::filesystem::path& target) {
    return target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
}

class FileSink : public Sink {
public:
    FileSink(const std::filesystem::path& target, int descriptor)
        : Sink(target.string()), folder_(folder_of(target)), descriptor_(descriptor) {}
    std::filesystem::path scratch_folder() const override { return folder_; }

private:
    void take(std::string_view bytes) override {
        while (!bytes.empty()) {
            const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written == 0) errno = ENOSPC;
            if (written <= 0) fail(name());
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    std::filesystem::path folder_;
    int descriptor_;
};

bool sync_folder(const std::filesystem::path& folder) {
    const FileDescriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return descriptor.valid() && ::fsync(descriptor.get()) == 0;
}

}  // namespace

void write_atomically(const std::filesystem::path& target, const Produce& produce,
                      const Verify& verify) {
    TemporaryFile temporary(target.parent_path(), target.filename().string());
    if (!temporary.create(0666)) {
        throw JobError(Code::output_folder_unusable, {},
                       {folder_of(target).string(), system_error(errno)});
    }
    const int descriptor = temporary.descriptor().get();
    FileSink sink(target, descriptor);
    produce(sink);
    const FileBytes written(sink.name(), descriptor);
    require_same_bytes(sink, written);
    if (verify) verify(written);

    struct stat old {};
    if (::stat(target.c_str(), &old) == 0) {
        if (S_ISDIR(old.st_mode)) {
            errno = EISDIR;
            fail(sink.name());
        }
        if (::fchmod(descriptor, old.st_mode & 07777) != 0) fail(sink.name());
    }
    if (::fsync(descriptor) != 0) fail(sink.name());
    if (!temporary.descriptor().close()) fail(sink.name());
    if (!temporary.rename(target)) fail(sink.name());
    // The new file stands now; what may be lost is its name, and only if the power fails.
    if (!sync_folder(folder_of(target))) {
        throw JobError(Code::output_not_durable, {}, {target.string(), system_error(errno)});
    }
}

void write_atomically(const std::filesystem::path& target, std::string_view bytes) {
    write_atomically(target, [&](Sink& sink) { sink.write(bytes); });
}

void require_writable_folder(const std::filesystem::path& folder) {
    const auto refuse = [&](Message reason) {
        return JobError(Code::output_folder_unusable, {}, {folder, std::move(reason)});
    };
    std::error_code error;
    if (!folder.empty()) std::filesystem::create_directories(folder, error);
    if (error) throw refuse(system_error(error));
    TemporaryFile probe(folder, "dutylist");
    if (!probe.create(0600)) throw refuse(system_error(errno));
}

}  // namespace dutylist
