#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dutylist {

// The file that stands in a folder while the outputs of a set take their places there, each with
// the name of the temporary file that it comes from and of the one that keeps what stood there.
// Where the process ends in between, what is written in it is undone: the set is not there.
struct JournalEntry {
    std::string output;  // names without folder
    std::string temporary;
    std::string former;  // empty: nothing stood there
    // Of the new output, to know it by.
    std::uint64_t size = 0;
    std::uint32_t checksum = 0;

    friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};
using Journal = std::vector<JournalEntry>;

std::string journal_text(const Journal& journal);
// Nothing for a text that is no journal of this version, or that names other than temporary files
// and files of one folder.
std::optional<Journal> read_journal(std::string_view text);

// Puts back what stood in the folder before; an output that is neither the new one nor gone is
// somebody's since, and stays. May be repeated after a failure. Returns the file that the system
// refused to move, with errno, or an empty text.
std::string undo(const std::filesystem::path& folder, const Journal& journal);

}  // namespace dutylist
