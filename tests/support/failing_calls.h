#pragma once

namespace dutylist::test {

// While one lives, rename() fails with `error` once it has succeeded `successes` times; on this
// thread.
class FailingRename {
public:
    FailingRename(int successes, int error);
    ~FailingRename();
    FailingRename(const FailingRename&) = delete;
    FailingRename& operator=(const FailingRename&) = delete;
};

}  // namespace dutylist::test
