#include "pipeline/io/file_set.h"

#include <optional>

#include <sys/stat.h>

namespace dutylist {
namespace {

std::optional<std::pair<std::uint64_t, std::uint64_t>> identity_of(
    const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return std::nullopt;
    return std::pair<std::uint64_t, std::uint64_t>(status.st_dev, status.st_ino);
}

}  // namespace

std::string place_of(const std::filesystem::path& file) {
    std::error_code error;
    std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    folder = std::filesystem::weakly_canonical(folder, error);
    if (error) return file.string();
    // What does not exist yet stays relative.
    folder = std::filesystem::absolute(folder, error);
    return (folder / file.filename()).lexically_normal().string();
}

void FileSet::insert(const std::filesystem::path& file) {
    places_.insert(place_of(file));
    if (const auto identity = identity_of(file)) identities_.insert(*identity);
}

bool FileSet::contains(const std::filesystem::path& file) const {
    const auto identity = identity_of(file);
    return (identity && identities_.contains(*identity)) || places_.contains(place_of(file));
}

}  // namespace dutylist
