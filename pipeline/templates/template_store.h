#pragma once

#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/xml/xml_document.h"

namespace dutylist {

// The files of a template: built in, and overlaid file by file by a folder of the user's.
// templates/<name>/ of the source tree is compiled into the binary. A template other than
// official that lacks a file falls back to official's.
class TemplateStore {
public:
    // `name_or_folder`: the name of a built-in template, or a folder. Throws template_not_found, or
    // template_folder_empty for a folder without any file that templates have.
    explicit TemplateStore(std::string_view name_or_folder = "official");

    // Bytes of a file such as "booklet.xml". Throws template_file_missing.
    std::string read(std::string_view file) const;
    // The file parsed; errors name the file as the user would find it (folder/booklet.xml, or
    // "official:booklet.xml" for a built-in one).
    XmlDocument xml(std::string_view file) const;

    // Whether the file is the one that is built in as official's.
    bool is_official(std::string_view file) const;

    const std::string& name() const { return name_; }
    // The files that the user's folder has of a template; none for a built-in template.
    std::vector<std::filesystem::path> files_of_folder() const;
    // XML files of the folder that no template has, sorted: misspelt ones are not read.
    const std::vector<std::string>& unknown_files() const { return unknown_files_; }
    static std::vector<std::string_view> built_in_names();

private:
    std::string name_;
    std::optional<std::filesystem::path> folder_;
    std::vector<std::string> unknown_files_;
};

// The text of an attribute of a template, which may hold the placeholders `known` ("unit"). Throws
// JobError xml_bad_value with the element's place for any other: it would be printed as it stands.
std::string_view checked_pattern(const XmlElement& element, std::string_view attribute,
                                 std::initializer_list<std::string_view> known);

// "{unit}履职事项清单" with {unit} replaced. An unknown placeholder stays and is returned in
// `unknown`, so that the reader of the template can report it.
std::string fill_placeholders(std::string_view pattern,
                              const std::vector<std::pair<std::string_view, std::string>>& values,
                              std::vector<std::string>* unknown = nullptr);

}  // namespace dutylist
