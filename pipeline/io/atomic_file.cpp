#include "pipeline/io/atomic_file.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/io/file_descriptor.h"
#include "pipeline/io/output_file.h"

namespace dutylist {
namespace {

// Names of temporary files that exist now, where a signal handler may read them: fixed storage,
// and a flag that is set only while the name is whole.
struct TemporaryName {
    std::atomic<bool> taken{false};
    std::atomic<bool> present{false};
    std::array<char, PATH_MAX> path{};
};
std::array<TemporaryName, 64> temporary_names;

class TemporaryFile {
public:
    // Chooses a name; the file is made by create().
    explicit TemporaryFile(const std::filesystem::path& target) {
        static std::atomic<unsigned> counter{0};
        path_ = target.parent_path() /
                ("." + target.filename().string().substr(0, 120) + "." +
                 std::to_string(::getpid()) + "-" + std::to_string(++counter) + ".tmp");
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (created_) ::unlink(path_.c_str());
        if (name_) {
            name_->present = false;
            name_->taken = false;
        }
    }

    const std::filesystem::path& path() const { return path_; }
    void renamed() { created_ = false; }

    // Makes the file, which must not be there yet: what somebody else made is not removed. False
    // with errno if it cannot.
    bool create(mode_t mode) {
        const std::string text = std::filesystem::absolute(path_).string();
        for (TemporaryName& name : temporary_names) {
            if (text.size() >= name.path.size()) break;
            if (name.taken.exchange(true)) continue;
            std::memcpy(name.path.data(), text.c_str(), text.size() + 1);
            name_ = &name;
            break;
        }
        const FileDescriptor file(
            ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
        created_ = file.valid();
        if (name_) name_->present = created_;
        return created_;
    }

private:
    std::filesystem::path path_;
    TemporaryName* name_ = nullptr;
    bool created_ = false;
};

[[noreturn]] void fail(const std::filesystem::path& target) {
    throw JobError(Code::output_write_failed, {}, {target.string(), system_error(errno)});
}

std::filesystem::path folder_of(const std::filesystem::path& target) {
    return target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
}

bool sync(const std::filesystem::path& path, int flags) {
    FileDescriptor descriptor(::open(path.c_str(), flags | O_CLOEXEC));
    return descriptor.valid() && ::fsync(descriptor.get()) == 0;
}

// What a producer threw about the temporary file, said about the file that the user knows.
JobError about_target(const JobError& error, const std::filesystem::path& temporary,
                      const std::filesystem::path& target) {
    Diagnostic diagnostic = error.diagnostic();
    const bool about_file = diagnostic.code == Code::output_write_failed ||
                            diagnostic.code == Code::output_not_verified;
    if (about_file && !diagnostic.arguments.empty()) diagnostic.arguments[0] = target;
    for (Argument& argument : diagnostic.arguments) {
        argument =
            argument.with_text_replaced(temporary.string(), target.string())
                .with_text_replaced(temporary.filename().string(), target.filename().string());
    }
    return JobError(std::move(diagnostic));
}

}  // namespace

void write_atomically(const std::filesystem::path& target,
                      const std::function<void(const std::filesystem::path&)>& produce,
                      const std::function<void(const std::filesystem::path&)>& verify) {
    TemporaryFile temporary(target);
    // Created here, so that the umask decides its permissions whatever the producer does.
    if (!temporary.create(0666)) {
        throw JobError(Code::output_folder_unusable, {},
                       {folder_of(target).string(), system_error(errno)});
    }
    try {
        produce(temporary.path());
        verify(temporary.path());
    } catch (const JobError& error) {
        throw about_target(error, temporary.path(), target);
    }

    struct stat old {};
    if (::stat(target.c_str(), &old) == 0) {
        if (S_ISDIR(old.st_mode)) {
            errno = EISDIR;
            fail(target);
        }
        if (::chmod(temporary.path().c_str(), old.st_mode & 07777) != 0) fail(target);
    }
    if (!sync(temporary.path(), O_RDONLY)) fail(target);
    if (::rename(temporary.path().c_str(), target.c_str()) != 0) fail(target);
    temporary.renamed();
    // The new file stands now; what may be lost is its name, and only if the power fails.
    if (!sync(folder_of(target), O_RDONLY | O_DIRECTORY)) {
        throw JobError(Code::output_not_durable, {}, {target.string(), system_error(errno)});
    }
}

void write_atomically(const std::filesystem::path& target, std::string_view bytes) {
    write_atomically(
        target, [&](const std::filesystem::path& temporary) { write_whole_file(temporary, bytes); },
        [&](const std::filesystem::path& temporary) { require_file_holds(temporary, bytes); });
}

bool write_or_report(const std::filesystem::path& target,
                     const std::function<void(const std::filesystem::path&)>& produce,
                     const std::function<void(const std::filesystem::path&)>& verify,
                     Diagnostics& diagnostics) {
    try {
        write_atomically(target, produce, verify);
        return true;
    } catch (const JobError& error) {
        diagnostics.add(error.diagnostic());
        return false;
    }
}

void require_writable_folder(const std::filesystem::path& folder) {
    const auto refuse = [&](Message reason) {
        return JobError(Code::output_folder_unusable, {}, {folder, std::move(reason)});
    };
    std::error_code error;
    if (!folder.empty()) std::filesystem::create_directories(folder, error);
    if (error) throw refuse(system_error(error));
    TemporaryFile probe(folder / "dutylist");
    if (!probe.create(0600)) throw refuse(system_error(errno));
}

void remove_temporary_files() noexcept {
    for (TemporaryName& name : temporary_names) {
        if (name.present) ::unlink(name.path.data());
    }
}

}  // namespace dutylist
