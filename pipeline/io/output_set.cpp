#include "pipeline/io/output_set.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/io/file_sink.h"
#include "pipeline/io/interruption.h"

namespace dutylist {
namespace {

// More files than this are not kept open.
constexpr std::size_t most_open = 64;

bool sync_folder(const std::filesystem::path& folder) {
    const FileDescriptor descriptor(
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return descriptor.valid() && ::fsync(descriptor.get()) == 0;
}

// A folder that may be written to but not be opened cannot be synced: that alone keeps no output
// from being written.
bool sync_folder_before(const std::filesystem::path& folder) {
    return sync_folder(folder) || errno == EACCES;
}

// The permissions of the file that is to be replaced; a folder is refused.
bool take_permissions(const std::filesystem::path& target, int descriptor) {
    struct stat old {};
    if (::stat(target.c_str(), &old) != 0) return errno == ENOENT || errno == ELOOP;
    if (S_ISDIR(old.st_mode)) {
        errno = EISDIR;
        return false;
    }
    return ::fchmod(descriptor, old.st_mode & 07777) == 0;
}

// Some file systems tell only when a file is closed that its bytes found no room.
bool close_once(int descriptor) {
    const int other = ::dup(descriptor);
    return other >= 0 && ::close(other) == 0;
}

bool stands(const std::filesystem::path& file) {
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0;
}

bool is_folder(const std::filesystem::path& file) {
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

struct OutputSet::Made {
    std::string name;
    TemporaryFile file;
    std::uint64_t size = 0;
    std::uint32_t checksum = 0;
    std::string bytes;  // of one in memory
};

OutputSet::OutputSet(std::optional<std::filesystem::path> folder, Diagnostics& diagnostics)
    : folder_(std::move(folder)), diagnostics_(diagnostics) {}

OutputSet::~OutputSet() {
    for (Made& made : made_) {
        const std::filesystem::path path = made.file.path();
        if (!made.file.remove()) tell_leftover(path);
    }
}

void OutputSet::tell_leftover(const std::filesystem::path& file) {
    diagnostics_.add(Code::output_leftover, {}, {file, system_error(errno)});
}

void OutputSet::fail(const std::string& name) const {
    throw JobError(Code::output_write_failed, {}, {path_of(name), system_error(errno)});
}

void OutputSet::fail() const {
    throw JobError(Code::output_write_failed, {}, {names(), system_error(errno)});
}

std::vector<std::string> OutputSet::names() const {
    std::vector<std::string> names;
    for (const Made& made : made_) names.push_back(made.name);
    return names;
}

void OutputSet::add(const std::string& name, const Produce& produce, const Verify& verify) {
    Made made{name, {}, 0, 0, {}};
    if (!folder_) {
        made.bytes = write_in_memory(name, produce, verify);
        made_.push_back(std::move(made));
        return;
    }
    if (!made.file.create(*folder_, temporary_names_.next(name), 0666)) {
        const std::filesystem::path folder = folder_->empty() ? "." : *folder_;
        throw JobError(Code::output_folder_unusable, {}, {folder, system_error(errno)});
    }
    const int descriptor = made.file.descriptor().get();
    FileSink sink(path_of(name), descriptor);
    produce(sink);
    const FileBytes written(sink.name(), descriptor);
    require_same_bytes(sink, written);
    if (verify) verify(written);
    made.size = sink.size();
    made.checksum = sink.checksum();
    if (!take_permissions(path_of(name), descriptor) || ::fsync(descriptor) != 0 ||
        !close_once(descriptor)) {
        fail(name);
    }
    made_.push_back(std::move(made));
    if (made_.size() > most_open) {
        // Its set is known to be alive by the files that are still open.
        TemporaryFile& file = made_.back().file;
        if (!file.give_name(temporary_names_.next(name))) fail(name);
        file.descriptor().close();
    }
}

std::vector<WrittenOutput> OutputSet::publish() {
    std::vector<WrittenOutput> written;
    if (!folder_) {
        for (Made& made : made_) written.push_back({made.name, std::move(made.bytes)});
        return written;
    }
    {
        const Uninterrupted uninterrupted;
        if (made_.size() == 1) place_one(made_.front());
        if (made_.size() > 1) place_all();
    }
    for (const Made& made : made_) written.push_back({path_of(made.name)});
    return written;
}

std::vector<WrittenOutput> OutputSet::publish_if(bool complete, bool partial) {
    if (complete || partial) return publish();
    if (!made_.empty()) diagnostics_.add(Code::output_set_withheld, {}, {names()});
    return {};
}

void OutputSet::place_one(Made& made) {
    if (!made.file.give_name(temporary_names_.next(made.name)) ||
        !made.file.rename(path_of(made.name))) {
        fail(made.name);
    }
    // The new file stands now; what may be lost is its name, and only if the power fails.
    if (sync_folder(*folder_)) return;
    throw JobError(Code::output_not_durable, {}, {path_of(made.name), system_error(errno)});
}

void OutputSet::name_all() {
    for (Made& made : made_) {
        const bool has_name = !made.file.path().empty();
        if (!has_name && !made.file.give_name(temporary_names_.next(made.name))) fail(made.name);
    }
}

// Keeps what stood there, under its temporary name, and puts the new file in its place.
void OutputSet::exchange(const JournalEntry& entry, Made& made) {
    const std::filesystem::path target = path_of(entry.output);
    if (!entry.former.empty()) {
        const std::filesystem::path former = path_of(entry.former);
        // Where files cannot have two names, the former one is away for a moment.
        const bool kept = ::link(target.c_str(), former.c_str()) == 0 ||
                          (!is_folder(target) && ::rename(target.c_str(), former.c_str()) == 0);
        if (!kept) fail(entry.output);
    }
    if (!made.file.rename(target)) fail(entry.output);
}

// The journal, which stands in the folder whatever happens from here on; locked while it is open.
TemporaryFile OutputSet::journal_file(const Journal& journal) {
    TemporaryFile file;
    if (!file.create(*folder_, temporary_names_.next("journal"), 0600)) fail();
    FileSink(path_of(made_.front().name), file.descriptor().get()).write(journal_text(journal));
    if (::fsync(file.descriptor().get()) != 0 || !file.give_name(temporary_names_.journal()) ||
        !sync_folder_before(*folder_)) {
        fail();
    }
    file.keep();
    return file;
}

void OutputSet::place_all() {
    name_all();
    Journal journal;
    for (const Made& made : made_) {
        const bool has_former = stands(path_of(made.name));
        journal.push_back({made.name, made.file.path().filename().string(),
                           has_former ? temporary_names_.next(made.name) : "", made.size,
                           made.checksum});
    }
    const TemporaryFile file = journal_file(journal);
    const std::filesystem::path journal_path = path_of(temporary_names_.journal());
    try {
        for (std::size_t i = 0; i < made_.size(); ++i) exchange(journal[i], made_[i]);
        if (!sync_folder_before(*folder_) || ::unlink(journal_path.c_str()) != 0) fail();
    } catch (...) {
        const std::string refused = undo(*folder_, journal);
        if (!refused.empty()) {
            const Message reason = system_error(errno);
            for (Made& made : made_) made.file.keep();
            throw JobError(Code::output_set_mixed, {}, {path_of(refused), reason, names()});
        }
        if (::unlink(journal_path.c_str()) != 0 && errno != ENOENT) tell_leftover(journal_path);
        throw;
    }
    for (const JournalEntry& entry : journal) {
        const std::filesystem::path former = path_of(entry.former);
        if (!entry.former.empty() && ::unlink(former.c_str()) != 0) tell_leftover(former);
    }
    if (sync_folder(*folder_)) return;
    throw JobError(Code::output_not_durable, {}, {names(), system_error(errno)});
}

}  // namespace dutylist
