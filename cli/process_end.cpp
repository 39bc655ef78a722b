#include "cli/process_end.h"

#include <atomic>

#include <unistd.h>

#include "pipeline/io/temporary_file.h"

namespace dutylist::cli {

void end_process(int descriptor, std::string_view text, int status) noexcept {
    static std::atomic_flag ended;
    if (ended.test_and_set()) return;
    remove_temporary_files();
    const ssize_t ignored = ::write(descriptor, text.data(), text.size());
    (void)ignored;
    ::_exit(status);
}

}  // namespace dutylist::cli
