#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <utility>

namespace dutylist {

// Where a file lies: absolute, its folder without links and dots. Never throws; the file need not
// exist.
std::string place_of(const std::filesystem::path& file);

// A set of files, known by where they lie and, those that exist, by what they are: another name of
// a file of the set (a link, hard or symbolic) is in the set as well.
class FileSet {
public:
    void insert(const std::filesystem::path& file);
    bool contains(const std::filesystem::path& file) const;

private:
    std::set<std::string> places_;
    std::set<std::pair<std::uint64_t, std::uint64_t>> identities_;  // device and inode
};

}  // namespace dutylist
