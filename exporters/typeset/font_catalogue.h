#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dutylist::typeset {

// Where a face lies.
struct FontFile {
    std::filesystem::path file;
    unsigned index = 0;
    friend bool operator==(const FontFile&, const FontFile&) = default;
};

// Finds font families in the folders of this machine: by a fixed table from family to the file
// names under which the fonts of official documents are shipped, then (only for --font-dir) by the
// names inside the files, and only for families that the table does not know by fontconfig, which
// takes longer than typesetting a page. Reads folders, never font files outside --font-dir.
class FontCatalogue {
public:
    // `font_folder`: --font-dir, searched first, or empty; then ~/.fonts, ~/.local/share/fonts,
    // /usr/local/share/fonts and /usr/share/fonts, each with its subfolders. Throws JobError
    // font_folder_missing.
    explicit FontCatalogue(std::filesystem::path font_folder);
    // Only these folders, for tests and for machines that keep fonts elsewhere.
    explicit FontCatalogue(std::vector<std::filesystem::path> folders);

    std::optional<FontFile> find(std::string_view family) const;
    bool knows(std::string_view family) const;  // the table has a row for it

    // Folders that are there but that the system did not let be read to their end: fonts in them
    // are not found, which must not pass for fonts that are not installed.
    struct UnreadFolder {
        std::filesystem::path folder;
        int error = 0;  // errno
    };
    const std::vector<UnreadFolder>& unread_folders() const { return unread_folders_; }

    // Installed families of the table that hold Chinese, in the table's order: where characters
    // are looked for that no wished family has.
    std::vector<FontFile> installed() const;

private:
    void index_folder(const std::filesystem::path& folder);
    std::optional<FontFile> find_by_name_inside(std::string_view family) const;

    std::filesystem::path font_folder_;
    bool whole_machine_ = true;
    std::vector<UnreadFolder> unread_folders_;
    std::map<std::string, std::filesystem::path, std::less<>> files_;  // lower-case name -> path
};

}  // namespace dutylist::typeset
