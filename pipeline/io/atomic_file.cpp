#include "pipeline/io/atomic_file.h"

#include <cerrno>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/io/leftovers.h"
#include "pipeline/io/output_set.h"
#include "pipeline/io/temporary_file.h"

namespace dutylist {

void write_atomically(const std::filesystem::path& target, const Produce& produce,
                      const Verify& verify) {
    Diagnostics untold;
    OutputSet set(target.parent_path(), untold);
    set.add(target.filename().string(), produce, verify);
    set.publish();
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
    TemporaryFile probe;
    if (!probe.create(folder, TemporaryNames().next("probe"), 0600))
        throw refuse(system_error(errno));
}

void prepare_output_folder(const std::filesystem::path& folder, Diagnostics& diagnostics) {
    require_writable_folder(folder);
    remove_leftovers(folder, diagnostics);
}

}  // namespace dutylist
