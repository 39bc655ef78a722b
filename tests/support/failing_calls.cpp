#include "tests/support/failing_calls.h"

#include <cerrno>
#include <cstdio>

#include <fcntl.h>

namespace dutylist::test {
namespace {

thread_local int failing_with = 0;  // 0: none fails
thread_local int successes_left = 0;

}  // namespace

FailingRename::FailingRename(int successes, int error) {
    failing_with = error;
    successes_left = successes;
}

FailingRename::~FailingRename() { failing_with = 0; }

}  // namespace dutylist::test

// In the place of the system's.
extern "C" int rename(const char* from, const char* to) noexcept {
    using namespace dutylist::test;
    if (failing_with != 0 && successes_left-- <= 0) {
        errno = failing_with;
        return -1;
    }
    return ::renameat(AT_FDCWD, from, AT_FDCWD, to);
}
