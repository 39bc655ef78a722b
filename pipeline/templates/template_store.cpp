#include "pipeline/templates/template_store.h"

#include <algorithm>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/bounded_reader.h"
#include "pipeline/templates/built_in_files.h"
#include "pipeline/text/text_gate.h"

namespace dutylist {
namespace {

constexpr std::string_view official = "official";

const BuiltInFile* find_built_in(std::string_view name, std::string_view file) {
    const std::string path = std::string(name) + "/" + std::string(file);
    for (const BuiltInFile& entry : built_in_files()) {
        if (entry.path == path) return &entry;
    }
    return nullptr;
}

std::string joined_names() {
    std::string text;
    for (std::string_view name : TemplateStore::built_in_names()) {
        text += (text.empty() ? "" : ", ") + std::string(name);
    }
    return text;
}

// The part of a built-in path below the template's folder that stands in it: a file or a folder.
std::string_view file_of(const BuiltInFile& entry) {
    if (!entry.path.starts_with(official) || entry.path.size() <= official.size()) return {};
    const std::string_view rest = entry.path.substr(official.size() + 1);
    return rest.substr(0, rest.find('/'));
}

bool is_template_file(std::string_view name) {
    return std::any_of(built_in_files().begin(), built_in_files().end(),
                       [&](const BuiltInFile& entry) { return file_of(entry) == name; });
}

std::string joined_files() {
    std::string text;
    for (const BuiltInFile& entry : built_in_files()) {
        const std::string_view file = file_of(entry);
        if (file.ends_with(".xml")) text += (text.empty() ? "" : ", ") + std::string(file);
    }
    return text;
}

}  // namespace

TemplateStore::TemplateStore(std::string_view name_or_folder) : name_(name_or_folder) {
    const std::vector<std::string_view> names = built_in_names();
    if (std::find(names.begin(), names.end(), name_or_folder) != names.end()) return;
    std::error_code error;
    if (!std::filesystem::is_directory(name_, error)) {
        throw JobError(Code::template_not_found, {}, {name_, joined_names()});
    }
    folder_ = name_;
    bool any = false;
    for (const auto& entry : std::filesystem::directory_iterator(name_, error)) {
        const std::filesystem::path file = entry.path().filename();
        if (is_template_file(file.string())) {
            any = true;
        } else if (file.extension() == ".xml") {
            unknown_files_.push_back(entry.path().string());
        }
    }
    std::sort(unknown_files_.begin(), unknown_files_.end());
    if (!any) throw JobError(Code::template_folder_empty, {}, {name_, joined_files()});
}

std::vector<std::string_view> TemplateStore::built_in_names() {
    std::vector<std::string_view> names;
    for (const BuiltInFile& entry : built_in_files()) {
        const std::size_t slash = entry.path.find('/');
        if (slash == std::string_view::npos) continue;
        const std::string_view name = entry.path.substr(0, slash);
        if (name != "schemas" && (names.empty() || names.back() != name)) names.push_back(name);
    }
    return names;
}

std::string TemplateStore::read(std::string_view file) const {
    std::error_code error;
    if (folder_ && std::filesystem::exists(*folder_ / file, error)) {
        return read_file_of_folder(*folder_ / file, default_limits.settings_bytes).bytes;
    }
    if (!folder_) {
        if (const BuiltInFile* entry = find_built_in(name_, file)) return std::string(entry->bytes);
    }
    if (const BuiltInFile* entry = find_built_in(official, file)) return std::string(entry->bytes);
    throw JobError(Code::template_file_missing, {}, {name_, std::string(file)});
}

bool TemplateStore::is_official(std::string_view file) const {
    std::error_code error;
    if (folder_) return !std::filesystem::exists(*folder_ / file, error);
    return name_ == official || !find_built_in(name_, file);
}

std::vector<std::filesystem::path> TemplateStore::files_of_folder() const {
    std::vector<std::filesystem::path> files;
    if (!folder_) return files;
    const std::string prefix = std::string(official) + "/";
    for (const BuiltInFile& entry : built_in_files()) {
        if (!entry.path.starts_with(prefix)) continue;
        std::filesystem::path file = *folder_ / entry.path.substr(prefix.size());
        std::error_code error;
        if (std::filesystem::exists(file, error)) files.push_back(std::move(file));
    }
    return files;
}

XmlDocument TemplateStore::xml(std::string_view file) const {
    std::error_code error;
    std::string shown =
        std::string(find_built_in(name_, file) ? name_ : official) + ":" + std::string(file);
    if (folder_ && std::filesystem::exists(*folder_ / file, error))
        shown = (*folder_ / file).string();
    Diagnostics ignored;
    GatedText text = pass_text_gate(read(file), shown, ignored);
    return XmlDocument(std::move(text.text), std::move(shown));
}

std::string_view checked_pattern(const XmlElement& element, std::string_view attribute,
                                 std::initializer_list<std::string_view> known) {
    const std::string_view pattern = element.attribute(attribute);
    for (std::size_t open = pattern.find('{'); open != std::string_view::npos;
         open = pattern.find('{', open + 1)) {
        const std::size_t close = pattern.find('}', open);
        const std::string_view name = close == std::string_view::npos
                                          ? std::string_view{}
                                          : pattern.substr(open + 1, close - open - 1);
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        std::string names;
        for (std::string_view one : known) {
            names += (names.empty() ? "{" : " {") + std::string(one) + "}";
        }
        element.fail_value(attribute, names);
    }
    return pattern;
}

std::string fill_placeholders(std::string_view pattern,
                              const std::vector<std::pair<std::string_view, std::string>>& values,
                              std::vector<std::string>* unknown) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size();) {
        const std::size_t close = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
        if (close == std::string_view::npos) {
            text += pattern[i++];
            continue;
        }
        const std::string_view name = pattern.substr(i + 1, close - i - 1);
        const auto value = std::find_if(values.begin(), values.end(),
                                        [&](const auto& entry) { return entry.first == name; });
        if (value != values.end()) {
            text += value->second;
        } else {
            text += pattern.substr(i, close - i + 1);
            if (unknown) unknown->emplace_back(name);
        }
        i = close + 1;
    }
    return text;
}

}  // namespace dutylist
