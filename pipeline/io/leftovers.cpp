#include "pipeline/io/leftovers.h"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/io/file_descriptor.h"
#include "pipeline/io/set_journal.h"
#include "pipeline/io/temporary_name.h"
#include "pipeline/io/written_bytes.h"

namespace dutylist {
namespace {

constexpr std::time_t a_day = 24 * 60 * 60;

// Temporary files by the set that they belong to.
std::map<std::string, std::vector<std::string>> sets_in(const std::filesystem::path& folder) {
    std::map<std::string, std::vector<std::string>> sets;
    std::error_code error;
    std::filesystem::directory_iterator entries(folder, error);
    for (; !error && entries != std::filesystem::directory_iterator(); entries.increment(error)) {
        std::string name = entries->path().filename().string();
        const std::string id(TemporaryNames::id_in(name));
        if (!id.empty()) sets[id].push_back(std::move(name));
    }
    return sets;
}

// The files of one set that its run left.
class Leftover {
public:
    Leftover(const std::filesystem::path& folder, std::vector<std::string> names)
        : folder_(folder), names_(std::move(names)) {}

    // Whether this may take it away. Holds the locks from then on, so that no other does.
    bool claim() {
        return std::all_of(names_.begin(), names_.end(),
                           [&](const std::string& name) { return claim(folder_ / name); });
    }

    void clear(Diagnostics& diagnostics) const {
        for (const std::string& name : names_)
            if (TemporaryNames::is_journal(name) && !undo_set(name, diagnostics)) return;
        for (const std::string& name : names_) {
            const std::filesystem::path file = folder_ / name;
            if (::unlink(file.c_str()) != 0 && errno != ENOENT)
                diagnostics.add(Code::output_leftover, {}, {file, system_error(errno)});
        }
    }

private:
    bool claim(const std::filesystem::path& file) {
        struct stat status {};
        if (::lstat(file.c_str(), &status) != 0) return errno == ENOENT;
        if (status.st_uid != ::geteuid()) return false;
        if (S_ISLNK(status.st_mode)) return true;  // a former output
        if (!S_ISREG(status.st_mode)) return false;
        constexpr int flags = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
        FileDescriptor descriptor(::open(file.c_str(), O_RDWR | flags));
        if (!descriptor.valid())
            descriptor = FileDescriptor(::open(file.c_str(), O_RDONLY | flags));
        if (descriptor.valid()) {
            if (::flock(descriptor.get(), LOCK_EX | LOCK_NB) == 0) {
                held_.push_back(std::move(descriptor));
                return true;
            }
            if (errno == EWOULDBLOCK) return false;
        }
        return ::time(nullptr) - status.st_ctime > a_day;
    }

    // False where files have to stay for the next attempt.
    bool undo_set(const std::string& name, Diagnostics& diagnostics) const {
        const std::filesystem::path file = folder_ / name;
        const auto tell = [&](const std::filesystem::path& what, const Message& reason) {
            diagnostics.add(Code::output_leftover, {}, {what, reason});
            return false;
        };
        const FileDescriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
        if (!descriptor.valid()) return tell(file, system_error(errno));
        std::optional<Journal> journal;
        try {
            journal = read_journal(FileBytes(file.string(), descriptor.get()).all());
        } catch (const JobError&) {
            // Told as one that is none.
        }
        if (!journal) return tell(file, Message{Code::reason_no_journal, {}});
        const std::string refused = undo(folder_, *journal);
        if (!refused.empty()) return tell(folder_ / refused, system_error(errno));
        std::vector<std::string> outputs;
        for (const JournalEntry& entry : *journal) outputs.push_back(entry.output);
        diagnostics.add(Code::output_set_undone, {}, {folder_, outputs});
        return true;
    }

    const std::filesystem::path& folder_;
    std::vector<std::string> names_;
    std::vector<FileDescriptor> held_;
};

}  // namespace

void remove_leftovers(const std::filesystem::path& folder, Diagnostics& diagnostics) {
    const std::filesystem::path place = folder.empty() ? "." : folder;
    for (auto& [id, names] : sets_in(place)) {
        Leftover leftover(place, std::move(names));
        if (leftover.claim()) leftover.clear(diagnostics);
    }
}

}  // namespace dutylist
