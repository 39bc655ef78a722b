#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dutylist {

// The names of the files that stand in a folder for a while. All those of one set of outputs share
// a random id that no other set has, whatever process, machine or container made it:
//
//     .OUTPUT.dutylist-abcdefgh0001.tmp    (OUTPUT: as much of the output's name as fits)
//     .dutylist-abcdefgh.journal           (set_journal.h)
class TemporaryNames {
public:
    TemporaryNames();

    std::string next(std::string_view output);  // another one each time
    std::string journal() const;
    const std::string& id() const { return id_; }

    // The id in a name of either kind; empty for any other name.
    static std::string_view id_in(std::string_view name);
    static bool is_journal(std::string_view name);

private:
    std::string id_;
    std::uint32_t count_ = 0;
};

}  // namespace dutylist
