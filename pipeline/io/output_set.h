#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/io/set_journal.h"
#include "pipeline/io/sink.h"
#include "pipeline/io/temporary_file.h"
#include "pipeline/io/temporary_name.h"

namespace dutylist {

// An output that was written.
struct WrittenOutput {
    std::filesystem::path file;  // where there is no folder, the name alone, and `bytes` is all
    std::string bytes{};
};

// Outputs of one folder that appear together or not at all: each is written beside its place, read
// back, verified and synced; when all are made they take their places. On any failure the older
// files stand as they were. Where the process, the machine or the disk ends it in between, the next
// run in that folder puts the older files back (leftovers.h, docs/reliability.md).
//
// New files get the permissions that the umask gives, or those of the file that they replace. One
// set, one thread.
class OutputSet {
public:
    // Without a folder the outputs are kept in memory. Temporary files that cannot be removed are
    // told to `diagnostics` (output_leftover), which must outlive the set.
    OutputSet(std::optional<std::filesystem::path> folder, Diagnostics& diagnostics);
    ~OutputSet();
    OutputSet(const OutputSet&) = delete;
    OutputSet& operator=(const OutputSet&) = delete;

    // Makes an output of the name. `produce` writes it; what stands then is read back and has to be
    // what was given; `verify` reads it too and throws to refuse it. Throws JobError
    // (output_folder_unusable, output_write_failed, output_not_verified, or what produce or verify
    // threw): then this one is not in the set, and the set may go on.
    void add(const std::string& name, const Produce& produce, const Verify& verify = {});

    // Makes all of them appear, in the order of add(), once. Throws JobError output_write_failed:
    // none of them did; output_set_mixed: some did, and not even that could be undone, which the
    // next run does; output_not_durable: all did, and their names might not outlive a power
    // failure.
    std::vector<WrittenOutput> publish();

    // The same where an output may have failed that belongs to them (not `complete`): then none
    // appears, which is told (output_set_withheld); unless the user wants what succeeded
    // (`partial`).
    std::vector<WrittenOutput> publish_if(bool complete, bool partial);

    // The names of what was added.
    std::vector<std::string> names() const;

private:
    struct Made;

    void place_one(Made& made);
    void place_all();
    TemporaryFile journal_file(const Journal& journal);
    void exchange(const JournalEntry& entry, Made& made);
    void name_all();
    void tell_leftover(const std::filesystem::path& file);
    std::filesystem::path path_of(const std::string& name) const { return *folder_ / name; }
    [[noreturn]] void fail(const std::string& name) const;
    [[noreturn]] void fail() const;  // all of them

    std::optional<std::filesystem::path> folder_;
    Diagnostics& diagnostics_;
    TemporaryNames temporary_names_;
    std::vector<Made> made_;
};

}  // namespace dutylist
