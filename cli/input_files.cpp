#include "cli/input_files.h"

#include <algorithm>
#include <map>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/io/bounded_reader.h"
#include "pipeline/registry.h"
#include "pipeline/text/utf8.h"

namespace dutylist::cli {
namespace {

// Whether the suffix is one that only dutylist gives: two suffixes in one, or of findings.
bool is_own_suffix(const Exporter& exporter) {
    return exporter.suffix.find('.', 1) != std::string_view::npos ||
           exporter.subject == Subject::findings;
}

bool is_named_as_output(const std::string& name) {
    const auto exporters = exporter_table();
    return std::any_of(exporters.begin(), exporters.end(), [&](const Exporter& exporter) {
        return is_own_suffix(exporter) && name.ends_with(exporter.suffix);
    });
}

bool has_extension(const Importer& importer, std::string_view suffix) {
    const std::size_t at = importer.extensions.find(suffix);
    const std::size_t end = at + suffix.size();
    return !suffix.empty() && at != std::string_view::npos &&
           (end == importer.extensions.size() || importer.extensions[end] == ' ');
}

bool is_read_by_name(std::string_view suffix) {
    const auto importers = importer_table();
    return std::any_of(importers.begin(), importers.end(), [&](const Importer& importer) {
        return importer.reads && has_extension(importer, suffix);
    });
}

// Whether lists are kept under such names, in forms that are read or not.
bool is_name_of_list(const std::filesystem::path& file) {
    const auto importers = importer_table();
    return std::any_of(importers.begin(), importers.end(), [&](const Importer& importer) {
        return has_extension(importer, file.extension().string());
    });
}

// 0: a form in which dutylist never writes a list, so an input; else how likely it is an output:
// first the forms that are read as well, before them those that are written only when asked for, in
// the order of the registry's rows.
int output_likeness(const std::filesystem::path& file) {
    const std::string suffix = file.extension().string();
    int row = 0;
    for (const Exporter& exporter : exporter_table()) {
        if (exporter.subject != Subject::document || is_own_suffix(exporter)) continue;
        ++row;
        if (exporter.suffix != suffix) continue;
        if (!is_read_by_name(suffix)) return row + 2'000;
        return exporter.by_default ? row + 1'000 : row;
    }
    return 0;
}

FolderFile passed_over(const std::filesystem::path& file, Message reason) {
    return {file, FolderFile::Use::passed_over,
            make_diagnostic(Code::input_passed_over, {}, {file, std::move(reason)})};
}

FolderFile own_output(const std::filesystem::path& file, Message reason) {
    return {file, FolderFile::Use::own_output,
            make_diagnostic(Code::input_passed_over, {}, {file, std::move(reason)})};
}

// What is said of a file whose format is known and not read: it may hold a list, it is surely none,
// or it is damaged.
FolderFile not_read(const std::filesystem::path& file, Diagnostic why) {
    switch (why.code) {
        case Code::unsupported_old_word:
        case Code::unsupported_old_excel:
        case Code::unsupported_encrypted:
        case Code::unsupported_page_format:
        case Code::unsupported_picture:
        case Code::unsupported_archive:
        case Code::unsupported_other:
        case Code::container_password:
            why.severity = Severity::warning;
            return {file, FolderFile::Use::passed_over, std::move(why)};
        case Code::unsupported_database:
        case Code::unsupported_program:
            return passed_over(file, {Code::passed_over_format, {}});
        default:
            return {file, FolderFile::Use::failed, std::move(why)};
    }
}

// What cannot be read is a failure where it may be a list.
FolderFile unreadable(const std::filesystem::path& file, const Diagnostic& why) {
    const bool other = !is_name_of_list(file);
    if (other && why.code == Code::input_empty)
        return passed_over(file, {Code::passed_over_empty, {}});
    if (other && (why.code == Code::input_too_large || why.code == Code::format_unknown))
        return passed_over(file, {Code::passed_over_format, {}});
    return {file, FolderFile::Use::failed, why};
}

FolderFile by_content(const std::filesystem::path& file) {
    try {
        SourceBytes source = read_file_of_folder(file, default_limits.input_bytes);
        const Importer* best = best_importer(source, importer_table());
        if (best && best->reads) return {file, FolderFile::Use::input, {}};
        if (!best) throw JobError(Code::format_unknown, {}, {source.name});
        Diagnostics none;
        try {
            best->read(std::move(source), {}, none);
        } catch (const JobError& error) {
            return not_read(file, error.diagnostic());
        }
        return passed_over(file, {Code::passed_over_format, {}});
    } catch (const JobError& error) {
        return unreadable(file, error.diagnostic());
    }
}

}  // namespace

Folder look_through(const std::filesystem::path& folder) {
    Folder found;
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code ignored;
        if (entry->path().filename().string().starts_with('.')) continue;
        if (entry->is_regular_file(ignored)) files.push_back(entry->path());
        if (entry->is_directory(ignored)) found.subfolders.push_back(entry->path().string());
    }
    if (error) throw JobError(Code::input_unreadable, {}, {folder, system_error(error)});
    std::sort(found.subfolders.begin(), found.subfolders.end());
    std::sort(files.begin(), files.end(),
              [](const auto& a, const auto& b) { return a.native() < b.native(); });

    // Of several forms of one name, the least like an output.
    std::map<std::string, const std::filesystem::path*> sources;
    for (const std::filesystem::path& file : files) {
        const std::filesystem::path*& source = sources[file.stem().string()];
        if (!source || output_likeness(file) < output_likeness(*source)) source = &file;
    }
    for (const std::filesystem::path& file : files) {
        const std::string name = file.filename().string();
        const std::filesystem::path& source = *sources[file.stem().string()];
        if (name.starts_with("~$")) {
            found.files.push_back(passed_over(file, {Code::passed_over_temporary, {}}));
        } else if (is_named_as_output(name)) {
            found.files.push_back(own_output(file, {Code::passed_over_output, {}}));
        } else if (&source != &file && output_likeness(file) > 0) {
            found.files.push_back(
                own_output(file, {Code::passed_over_beside, {source.filename()}}));
        } else {
            found.files.push_back(by_content(file));
        }
    }
    return found;
}

}  // namespace dutylist::cli
