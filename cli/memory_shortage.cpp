#include "cli/memory_shortage.h"

#include <array>
#include <atomic>
#include <memory>
#include <span>

#include <unistd.h>

#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/process_end.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/io/interruption.h"

namespace dutylist::cli {
namespace {

// Names and journals of outputs that take their places need a few kilobytes.
constexpr std::size_t reserve_bytes = 65536;
// Any but a signal's number.
constexpr int by_shortage = 1 << 16;

struct Ready {
    int descriptor = STDERR_FILENO;
    std::array<char, 1024> text{};
    std::size_t size = 0;
    std::unique_ptr<char[]> reserve{};
    std::atomic_flag reserve_given{};

    // What does not fit is left out; the sentence does.
    void set(int to, std::span<const std::string_view> parts) {
        size = 0;
        for (const std::string_view part : parts)
            size += part.copy(text.data() + size, text.size() - size);
        descriptor = to;
    }

    // As to_line(), which allocates, puts it.
    void set(Language language) {
        constexpr Code code = Code::out_of_memory;
        const std::string_view parts[] = {name_of(default_severity(code), language),
                                          message_template(Code::after_severity, language),
                                          message_template(code, language),
                                          " [",
                                          id_of(code),
                                          "]\n"};
        set(STDERR_FILENO, parts);
    }
};
constinit Ready ready;

void end(int) {
    if (ready.size == 0) ready.set(language_of_environment());  // before main
    end_process(ready.descriptor, {ready.text.data(), ready.size}, exit_failed);
    for (;;) ::pause();
}

}  // namespace

void prepare_for_memory_shortage(Language language) {
    ready.set(language);
    if (!ready.reserve) ready.reserve = std::make_unique_for_overwrite<char[]>(reserve_bytes);
}

void prepare_for_memory_shortage(std::string_view answer) {
    ready.set(STDOUT_FILENO, {&answer, 1});
}

void memory_refused() noexcept {
    interrupted(by_shortage, end);
    if (!ready.reserve_given.test_and_set()) ready.reserve.reset();
}

}  // namespace dutylist::cli
